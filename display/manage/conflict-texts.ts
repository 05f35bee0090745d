// The words of what somebody else has changed meanwhile.
import { translator } from '../kit/i18n.ts';

export const conflictText = translator({
  vi: {
    title: 'Người khác vừa đổi',
    settingsLead: 'Trong lúc bạn sửa, các cài đặt này đã được đổi. Chưa lưu gì cả; hãy chọn từng mục, rồi lưu.',
    by: '{name} lúc {time}',
    now: 'Đang là',
    mine: 'Bạn nhập',
    keepTheirs: 'Giữ của họ',
    takeMine: 'Dùng của tôi',
    keepAll: 'Giữ tất cả của họ',
    takeAll: 'Dùng tất cả của tôi',
  },
  en: {
    title: 'Somebody else changed these',
    settingsLead:
      'These settings were changed while you were at them. Nothing is saved yet; decide for each, then save.',
    by: '{name} at {time}',
    now: 'Now',
    mine: 'Yours',
    keepTheirs: 'Keep theirs',
    takeMine: 'Use mine',
    keepAll: 'Keep all of theirs',
    takeAll: 'Use all of mine',
  },
});
