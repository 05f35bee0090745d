// What a wall says aloud, and writes as captions.
import { translator } from '../../kit/i18n.ts';

const en = {
  gong: 'Gong',
  bell: 'Bell',
  fanfare: 'Fanfare',
  chime: 'Chime',
  cash: 'Cash register',
  walkUp: 'Walk-up sound of {name}',
  office: 'Office sound',
  closed: '{name} has just closed {amount}.',
  closedDeal: '{name} has just closed a deal.',
  closedSomebody: 'A deal has just been closed.',
};

const vi: Record<keyof typeof en, string> = {
  gong: 'Tiếng cồng',
  bell: 'Tiếng chuông',
  fanfare: 'Kèn chào mừng',
  chime: 'Chuông gió',
  cash: 'Tiếng máy tính tiền',
  walkUp: 'Nhạc riêng của {name}',
  office: 'Nhạc của công ty',
  closed: '{name} vừa chốt đơn {amount}.',
  closedDeal: '{name} vừa chốt một đơn.',
  closedSomebody: 'Vừa có một đơn được chốt.',
};

export const soundWords = translator<keyof typeof en>({ vi, en });
