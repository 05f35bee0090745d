// What a screen says that is nobody's yet.
import { translator } from '../../kit/i18n.ts';

export const pairingWords = translator({
  vi: {
    title: 'Ghép nối màn hình này',
    scan: 'Quét mã bằng điện thoại của quản lý',
    type: 'Hoặc mở',
    where: '“Màn hình”, rồi nhập sáu ký tự',
  },
  en: {
    title: 'Pair this screen',
    scan: 'Scan the code with a manager’s phone',
    type: 'Or open',
    where: '“Screens”, and type the six characters',
  },
});
