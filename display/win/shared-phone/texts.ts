// The words of a shared phone's door.
import { translator } from '../../kit/i18n.ts';

export const phoneText = translator({
  vi: {
    who: 'Ai đang cầm máy?',
    tap: 'Chạm vào tên bạn rồi nhập mã PIN.',
    nobody: 'Chưa ai có mã PIN. Đăng nhập bằng mật khẩu, rồi đặt mã PIN trong tài khoản của bạn.',
    find: 'Tìm tên',
    nothingFound: 'Không có tên nào khớp.',
    byPassword: 'Đăng nhập bằng mật khẩu',
    entered: 'Mã PIN: đã nhập {count} chữ số',
    pad: 'Bàn phím mã PIN',
    delete: 'Xoá một số',
    enter: 'Vào',
    other: 'Chọn người khác',
  },
  en: {
    who: 'Who is it?',
    tap: 'Tap your name, then type your PIN.',
    nobody: 'Nobody has a PIN yet. Sign in with a password, then set a PIN in your account.',
    find: 'Find a name',
    nothingFound: 'No name matches.',
    byPassword: 'Sign in with a password',
    entered: 'PIN: {count, plural, one {# digit} other {# digits}} typed',
    pad: 'PIN pad',
    delete: 'Delete a digit',
    enter: 'Enter',
    other: 'Choose somebody else',
  },
});
