// The words of putting the page among the phone's apps.
import { translator } from '../../kit/i18n.ts';

export const installText = translator({
  vi: {
    title: 'Cài Winboard',
    lead: 'Mở nhanh từ màn hình chính, chạy cả khi mất mạng và nhận được thông báo.',
    install: 'Cài lên máy này',
    ios1: 'Chạm nút Chia sẻ của Safari (ô vuông có mũi tên đi lên).',
    ios2: 'Chọn “Thêm vào MH chính”.',
    ios3: 'Chạm “Thêm”, rồi mở Winboard từ màn hình chính.',
    done: 'Winboard đã có trên máy này.',
  },
  en: {
    title: 'Install Winboard',
    lead: 'Opens from the home screen, works without a network, and can notify you.',
    install: 'Install on this device',
    ios1: 'Tap Safari’s Share button (a square with an arrow up).',
    ios2: 'Choose “Add to Home Screen”.',
    ios3: 'Tap “Add”, then open Winboard from the home screen.',
    done: 'Winboard is on this device.',
  },
});
