// What happened to a deal, as a timeline. Rule CO4.
import { UNDONE } from '../../../shared/deal.ts';
import type { StoryView } from '../../../shared/schemas/corrections.ts';
import { showAmount } from '../../kit/amount-text.ts';
import { formatMoney } from '../../kit/format.ts';
import { useFormats, useUnits } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { dealText } from '../deals/texts.ts';
import { Shown } from '../Shown.tsx';
import { readStory } from './calls.ts';
import { FromTo } from './EffectNote.tsx';
import { correctionText } from './texts.ts';

type Item = StoryView['items'][number];
type Change = Item['changes'][number];

/** A word of its own, since "voided" also names a badge. */
const WORD_OF = { voided: 'voidedBy' } as const;

export function Story({ dealId }: { dealId: string }) {
  const t = useText(correctionText);
  const story = useLoad(() => readStory(dealId), [dealId]);
  return (
    <Shown loaded={story}>
      {({ items, standingId }) => (
        <>
          <ol class="story">
            {items.map((item, place) => (
              <StoryItem key={`${item.at} ${place}`} item={item} isStanding={isStanding(items, place, standingId)} />
            ))}
          </ol>
          {standingId === null && <p class="note">{t('standsNot')}</p>}
        </>
      )}
    </Shown>
  );
}

/** The last act that made the deal what it is. */
function isStanding(items: readonly Item[], place: number, standingId: string | null): boolean {
  return standingId !== null && place === items.length - 1 && items[place]?.dealId === standingId;
}

/** What somebody else has done to a deal meanwhile: told in the place of a bare refusal. Rule CO2. */
export function Meanwhile({ dealId }: { dealId: string }) {
  const t = useText(correctionText);
  const { data } = useLoad(() => readStory(dealId), [dealId]);
  const last = data?.items.at(-1);
  if (!last) return null;
  return (
    <div class="note note-gold" role="alert">
      <p>{t('meanwhile')}</p>
      <ol class="story">
        <StoryItem item={last} isStanding={false} />
      </ol>
    </div>
  );
}

function StoryItem({ item, isStanding: stands }: { item: Item; isStanding: boolean }) {
  const t = useText(correctionText);
  const deals = useText(dealText);
  const { dateTime } = useFormats();
  const word = item.act in WORD_OF ? WORD_OF.voided : (item.act as Exclude<Item['act'], 'voided'>);
  return (
    <li class={`story-item story-${item.act}`}>
      <p>
        <strong>{t(word, { by: item.by ?? t('byWinboard') })}</strong>{' '}
        <span class="quiet small">{dateTime(item.at)}</span>
        {stands && <span class="badge badge-good">{t('stands')}</span>}
      </p>
      {item.reason !== null && item.reason !== '' && (
        <p class="story-reason">“{item.reason === UNDONE ? deals('undone') : item.reason}”</p>
      )}
      {item.changes.length > 0 && (
        <dl class="story-changes">
          {item.changes.map((change) => (
            <ChangeLine key={change.field} change={change} />
          ))}
        </dl>
      )}
    </li>
  );
}

function ChangeLine({ change: { field, from, to } }: { change: Change }) {
  const t = useText(correctionText);
  const words = useWords(field);
  return (
    <div>
      <dt>{t(field)}</dt>
      <dd>
        <FromTo from={words(from)} to={words(to)} />
      </dd>
    </div>
  );
}

/** A field's value as people write it. */
function useWords(field: Change['field']): (value: string) => string {
  const t = useText(correctionText);
  const deals = useText(dealText);
  const locale = useLocale();
  const units = useUnits();
  const { dateTime } = useFormats();
  return (value) => {
    if (field === 'credits') return value === '' ? t('creditsNone') : value;
    if (value === '') return t('empty');
    if (field === 'amount') return formatMoney(Math.round(Number(value) * 10 ** units.exponent), units, locale);
    if (field === 'agreed') return value.replace(/[\d.]+/g, (figure) => showAmount(figure, locale));
    if (field === 'kind') return deals(value === 'new' ? 'kindNew' : 'kindRecurring');
    if (field === 'photo') return t('photoOther');
    return field.endsWith('At') ? dateTime(Number(value)) : value;
  };
}
