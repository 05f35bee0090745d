// Words that both pages say.
import { translator } from '../i18n.ts';

export const uiText = translator({
  vi: {
    signIn: 'Đăng nhập',
    email: 'E-mail',
    password: 'Mật khẩu',
    show: 'Hiện',
    hide: 'Ẩn',
    showPassword: 'Hiện mật khẩu',
    hidePassword: 'Ẩn mật khẩu',
    language: 'Ngôn ngữ',
    close: 'Đóng',
    loading: 'Đang tải…',
    retry: 'Thử lại',
    unreachable: 'Không kết nối được máy chủ',
    quotaBar: 'Đạt {attainment} chỉ tiêu',
    quotaBarPace: 'Đạt {attainment} chỉ tiêu, tiến độ cần {pace}',
    noQuota: 'Chưa có chỉ tiêu',
  },
  en: {
    signIn: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    show: 'Show',
    hide: 'Hide',
    showPassword: 'Show the password',
    hidePassword: 'Hide the password',
    language: 'Language',
    close: 'Close',
    loading: 'Loading…',
    retry: 'Try again',
    unreachable: 'The server cannot be reached',
    quotaBar: '{attainment} of quota',
    quotaBarPace: '{attainment} of quota, pace asks for {pace}',
    noQuota: 'No quota',
  },
});
