// A fanfare as a sentence, for the voice and the captions.
import type { OfficeView } from '../../../shared/patch.ts';
import type { Privacy } from '../../../shared/screen.ts';
import { compactMoney } from '../../kit/format.ts';
import type { Locale } from '../../kit/i18n.ts';
import { deedsOf } from '../celebration/deed.ts';
import type { Fanfare } from '../celebration/queue.ts';
import { celebrationWords } from '../celebration/words.ts';
import { repsOf } from '../names.ts';
import { soundWords } from './words.ts';

export interface Listener {
  locale: Locale;
  office: OfficeView;
  privacy: Privacy;
}

/** "Vươn lên dẫn đầu! Minh Châu vừa chốt đơn 185 triệu đồng." */
export function sentenceOf(fanfare: Fanfare, { locale, office, privacy }: Listener): string {
  const deeds = celebrationWords(locale);
  if (fanfare.type === 'wins') return deeds('wonMany', { count: fanfare.wins.length });
  const { win } = fanfare;
  const [headline] = deedsOf(win);
  const say = soundWords(locale);
  const name = repsOf(win);
  const closed = privacy.initials
    ? say('closedSomebody')
    : privacy.hideAmounts
      ? say('closedDeal', { name })
      : say('closed', { name, amount: spokenAmount(win.amountMinor, office, locale) });
  return headline && headline.word !== 'won' ? `${deeds(headline.word, headline.values)} ${closed}` : closed;
}

/** An amount as it is said: the currency by its name, after the figure. */
function spokenAmount(minor: number, office: OfficeView, locale: Locale): string {
  const { figure, unit } = compactMoney(minor, office, locale, 'long');
  return [figure, unit, currencyName(office.currency, locale)].filter(Boolean).join(' ');
}

function currencyName(currency: string, locale: Locale): string {
  // Intl says "Đồng Việt Nam", which nobody does.
  if (currency === 'VND') return 'đồng';
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'name' }).formatToParts(
    2,
  );
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
