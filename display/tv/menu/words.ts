// What the menu at the TV says.
import { translator } from '../../kit/i18n.ts';

export const menuWords = translator({
  vi: {
    title: 'Màn hình này',
    connected: 'đang kết nối',
    away: 'mất kết nối',
    fullscreen: 'Toàn màn hình',
    otherCode: 'Mã khác',
    reload: 'Tải lại trang',
    unpair: 'Bỏ ghép nối',
    sure: '{what}: bấm lần nữa để xác nhận',
    close: 'Đóng',
    keys: 'Mũi tên để chọn, OK để thực hiện',
  },
  en: {
    title: 'This screen',
    connected: 'connected',
    away: 'not connected',
    fullscreen: 'Full screen',
    otherCode: 'Another code',
    reload: 'Load afresh',
    unpair: 'Unpair',
    sure: '{what}: press again to confirm',
    close: 'Close',
    keys: 'Arrows to choose, OK to do it',
  },
});
