// What the roles are called, everywhere.
import { translator } from '../i18n.ts';

export const roleText = translator({
  vi: { owner: 'Chủ sở hữu', manager: 'Quản lý', rep: 'Nhân viên kinh doanh', viewer: 'Người xem' },
  en: { owner: 'Owner', manager: 'Manager', rep: 'Sales rep', viewer: 'Viewer' },
});
