// The words of the settings about money.
import { translator } from '../../kit/i18n.ts';

export const moneySettingsText = translator({
  vi: {
    currency: 'Loại tiền của bảng',
    currencyHint: 'Đổi được khi chưa có đơn nào. Đơn bằng tiền khác được quy đổi theo tỷ giá.',
    currencyEffect:
      'Đổi từ {from} sang {to}: chỉ tiêu doanh thu và các mức ăn mừng đã đặt bằng {from} sẽ bị xoá, tỷ giá phải nhập lại theo {to}. Đã có đơn thì không đổi được.',
    paymentTerms: 'Hạn thanh toán (ngày)',
    paymentTermsHint: 'Tính từ ngày chốt, cho đơn ghi từ nay. Để trống nếu không theo dõi hạn.',
    termsDue: 'Đơn chốt và ghi hôm nay sẽ đến hạn ngày {date}.',
    termsNone: 'Đơn ghi từ nay không có hạn, trừ khi đơn tự ghi hạn.',
    termsKept:
      '{open, plural, =0 {Không có đơn nào còn phải thu.} other {# đơn còn phải thu giữ nguyên hạn đang có{overdue, plural, =0 {} other {; # đơn quá hạn vẫn quá hạn}}.}}',
    toRates: 'Bảng tỷ giá',
  },
  en: {
    currency: 'The board’s currency',
    currencyHint: 'It can change while there are no deals. Deals in other currencies are converted by their rates.',
    currencyEffect:
      'From {from} to {to}: revenue quotas and the amounts from which wins are celebrated, set in {from}, are cleared, and rates have to be given anew in {to}. Once there are deals it cannot change.',
    paymentTerms: 'Payment terms (days)',
    paymentTermsHint: 'From the close on, for deals recorded from now on. Leave it empty where nobody follows that.',
    termsDue: 'A deal closed and recorded today will be due on {date}.',
    termsNone: 'Deals recorded from now on have no due date, unless one is said for the deal.',
    termsKept:
      '{open, plural, =0 {No deal is open.} one {# open deal keeps the due date that it has} other {# open deals keep the due dates that they have}}{overdue, plural, =0 {} other {; # overdue}}{open, plural, =0 {} other {.}}',
    toRates: 'Table of rates',
  },
});
