// The words of settings that other sections have the form of, of values, and of what waits to be saved.
import { translator } from '../../kit/i18n.ts';

export const settingText = translator({
  vi: {
    pending: '{count, plural, other {# thay đổi chưa lưu}}',
    discard: 'Bỏ thay đổi',
    wrong: 'Có ô chưa đúng.',
    holidayNames: 'Tên ngày nghỉ',
    defaultQuota: 'Chỉ tiêu doanh thu mặc định',
    defaultQuotaDeals: 'Chỉ tiêu số đơn mặc định',
    defaultQuotaCounts: 'Chỉ tiêu hoạt động mặc định',
    quotaRamp: 'Chỉ tiêu người mới',
    yes: 'Có',
    no: 'Không',
    none: 'không có',
    days: '{count, plural, other {# ngày}}',
    items: '{count, plural, other {# mục}}',
    only: '{count, plural, other {# mục}}, riêng: {items}',
  },
  en: {
    pending: '{count, plural, one {# unsaved change} other {# unsaved changes}}',
    discard: 'Discard',
    wrong: 'Something is not right yet.',
    holidayNames: 'Names of holidays',
    defaultQuota: 'Default quota of revenue',
    defaultQuotaDeals: 'Default quota of deals',
    defaultQuotaCounts: 'Default quotas of activities',
    quotaRamp: 'Quotas of newcomers',
    yes: 'Yes',
    no: 'No',
    none: 'none',
    days: '{count, plural, one {# day} other {# days}}',
    items: '{count, plural, one {# entry} other {# entries}}',
    only: '{count, plural, one {# entry} other {# entries}}, only here: {items}',
  },
});
