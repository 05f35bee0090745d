// What celebrations say. Apart from the wall's own words, so that they come with the celebration.
import { translator, type Translate } from '../../kit/i18n.ts';
import { useWall } from '../wall-context.ts';

const en = {
  won: 'Deal closed!',
  wonBig: 'A big one!',
  wonHuge: 'What a deal!',
  wonFirstDeal: 'First deal ever!',
  wonQuota: 'Quota reached!',
  wonFirst: 'New number one!',
  wonBoth: 'Quota reached, and number one!',
  wonTeam: '{team} has reached its quota!',
  wonOffice: 'Together we made the quota!',
  wonPersonal: 'Personal record!',
  wonRecord: 'Office record!',
  wonMany: '{count, plural, one {# win} other {# wins}} just now!',
  wonMore: '{count, plural, other {and # more}}',
  kindNew: 'new customer',
  kindRecurring: 'returning customer',
  rank: 'Rank',
  quota: 'Quota',
  ahead: 'Ahead of pace',
};

const vi: Record<keyof typeof en, string> = {
  won: 'Chốt đơn!',
  wonBig: 'Đơn lớn!',
  wonHuge: 'Đơn khủng!',
  wonFirstDeal: 'Đơn đầu tiên!',
  wonQuota: 'Đạt chỉ tiêu!',
  wonFirst: 'Vươn lên dẫn đầu!',
  wonBoth: 'Đạt chỉ tiêu và dẫn đầu!',
  wonTeam: '{team} đạt chỉ tiêu!',
  wonOffice: 'Cả công ty đạt chỉ tiêu!',
  wonPersonal: 'Kỷ lục cá nhân!',
  wonRecord: 'Kỷ lục công ty!',
  wonMany: '{count} đơn vừa chốt!',
  wonMore: 'và {count} đơn nữa',
  kindNew: 'khách mới',
  kindRecurring: 'khách cũ',
  rank: 'Hạng',
  quota: 'Chỉ tiêu',
  ahead: 'Vượt tiến độ',
};

export type CelebrationWord = keyof typeof en;

export const celebrationWords = translator<CelebrationWord>({ vi, en });

export function useCelebrationWords(): Translate<CelebrationWord> {
  return celebrationWords(useWall().locale);
}
