// A win shared with colleagues: who, which part, and the amount that it will be. The parts are 100 % at any moment: what
// a colleague gets is one's own loss. Rule PO6.
import { useState } from 'preact/hooks';
import { initialsOf } from '../../../shared/names.ts';
import type { ColleagueView } from '../../../shared/schemas/posting.ts';
import { matches } from '../../kit/search.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { winText } from '../texts.ts';
import './more.css';
import './picks.css';
import {
  amountsOf,
  equalShares,
  MOST_OTHERS,
  ownShare,
  PERCENT,
  stepped,
  toggled,
  withShare,
  type Share,
} from './share.ts';
import { postText } from './texts.ts';

export interface SplitSheetProps {
  repId: string | null;
  repName: string;
  isMine: boolean;
  minor: number;
  shares: readonly Share[];
  colleagues: readonly ColleagueView[];
  onShares: (shares: Share[]) => void;
  onClose: () => void;
}

export function SplitSheet(props: SplitSheetProps) {
  const t = useText(postText);
  const { repId, minor, shares, onShares } = props;
  const others = props.colleagues.filter(({ id }) => id !== repId);
  const [own = 0, ...amounts] = minor > 0 ? amountsOf(minor, shares) : [];
  return (
    <Dialog title={t('split')} isSheet onClose={props.onClose}>
      {repId === null && <p class="note note-gold">{t('splitRepFirst')}</p>}
      {shares.length > 0 && (
        <>
          <ul class="shares">
            <OwnPart name={props.repName} isMine={props.isMine} shareBp={ownShare(shares)} minor={own} />
            {shares.map((share, index) => (
              <Part
                key={share.repId}
                share={share}
                minor={amounts[index] ?? 0}
                onShare={(shareBp) => onShares(withShare(shares, share.repId, shareBp))}
              />
            ))}
          </ul>
          <Button onClick={() => onShares(equalShares(shares))}>{t('splitEqual')}</Button>
        </>
      )}
      {repId !== null && <Colleagues others={others} shares={shares} onShares={onShares} />}
      <div class="sheet-foot">
        <Button look="main" onClick={props.onClose}>
          {t('done')}
        </Button>
      </div>
    </Dialog>
  );
}

function OwnPart(props: { name: string; isMine: boolean; shareBp: number; minor: number }) {
  const t = useText(postText);
  const locale = useLocale();
  return (
    <li class="share share-own">
      <span class="share-name">
        <strong>{props.isMine ? t('you') : props.name}</strong>
        <Amount minor={props.minor} />
      </span>
      <span class="share-left">
        <b class="figure">{percentText(props.shareBp, locale)} %</b>
        <span class="quiet small">{t('splitOwn')}</span>
      </span>
    </li>
  );
}

interface PartProps {
  share: Share;
  minor: number;
  onShare: (shareBp: number) => void;
}

function Part({ share: { name, shareBp }, minor, onShare }: PartProps) {
  const t = useText(postText);
  const locale = useLocale();
  return (
    <li class="share">
      <span class="share-name">
        <strong>{name}</strong>
        <Amount minor={minor} />
      </span>
      <span class="stepper">
        <button type="button" aria-label={t('splitLess', { name })} onClick={() => onShare(stepped(shareBp, -1))}>
          −
        </button>
        <label>
          <span class="unseen">{t('splitShareOf', { name })}</span>
          <input
            class="figure"
            inputMode="decimal"
            value={percentText(shareBp, locale)}
            onFocus={(event) => event.currentTarget.select()}
            onChange={({ currentTarget: input }) => {
              const percent = Number(input.value.replace(',', '.'));
              if (Number.isFinite(percent)) onShare(percent * PERCENT);
              input.value = percentText(shareBp, locale);
            }}
          />
          <span aria-hidden="true">%</span>
        </label>
        <button type="button" aria-label={t('splitMore', { name })} onClick={() => onShare(stepped(shareBp, 1))}>
          +
        </button>
      </span>
    </li>
  );
}

function Amount({ minor }: { minor: number }) {
  const { money } = useFormats();
  return minor > 0 ? <span class="quiet small figure">{money(minor)}</span> : null;
}

function percentText(shareBp: number, locale: string): string {
  return (shareBp / PERCENT).toLocaleString(locale, { maximumFractionDigits: 2 });
}

interface ColleaguesProps {
  others: readonly ColleagueView[];
  shares: readonly Share[];
  onShares: (shares: Share[]) => void;
}

/** A list longer than a screen is searched. */
const SEARCHED = 6;

function Colleagues({ others, shares, onShares }: ColleaguesProps) {
  const t = useText(postText);
  const win = useText(winText);
  const [query, setQuery] = useState('');
  const found = others.filter(({ name, team }) => matches(`${name} ${team ?? ''}`, query));
  if (others.length === 0) return <p class="quiet">{t('colleaguesNone')}</p>;
  return (
    <>
      {others.length > SEARCHED && (
        <input
          class="input"
          value={query}
          placeholder={t('splitFind')}
          aria-label={t('splitFind')}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {shares.length >= MOST_OTHERS && <p class="note note-gold">{t('splitFull', { count: MOST_OTHERS + 1 })}</p>}
      {found.length === 0 && <p class="quiet">{win('nothingFound')}</p>}
      <ul class="picks">
        {found.map(({ id, name, team }) => (
          <li key={id}>
            <button
              type="button"
              class="pick"
              aria-pressed={shares.some(({ repId }) => repId === id)}
              onClick={() => onShares(toggled(shares, { repId: id, name }))}
            >
              <span class="avatar" aria-hidden="true">
                {initialsOf(name)}
              </span>
              <span>
                {name}
                {team !== null && <span class="pick-team quiet small">{team}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
