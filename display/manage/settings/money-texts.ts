// The words of the settings about money.
import { translator } from '../../kit/i18n.ts';

export const moneySettingsText = translator({
  vi: {
    moneyPart: 'Tiền',
    currency: 'Loại tiền của bảng',
    currencyHint: 'Đổi được khi chưa có đơn nào. Đơn bằng tiền khác được quy đổi theo tỷ giá.',
    currencyEffect:
      'Đổi từ {from} sang {to}: chỉ tiêu doanh thu và các mức ăn mừng đã đặt bằng {from} sẽ bị xoá, tỷ giá phải nhập lại theo {to}. Đã có đơn thì không đổi được.',
    paymentTerms: 'Hạn thanh toán (ngày)',
    paymentTermsHint: 'Tính từ ngày chốt, cho đơn ghi từ nay. Để trống nếu không theo dõi hạn.',
    toRates: 'Bảng tỷ giá',
  },
  en: {
    moneyPart: 'Money',
    currency: 'The board’s currency',
    currencyHint: 'It can change while there are no deals. Deals in other currencies are converted by their rates.',
    currencyEffect:
      'From {from} to {to}: revenue quotas and the amounts from which wins are celebrated, set in {from}, are cleared, and rates have to be given anew in {to}. Once there are deals it cannot change.',
    paymentTerms: 'Payment terms (days)',
    paymentTermsHint: 'From the close on, for deals recorded from now on. Leave it empty where nobody follows that.',
    toRates: 'Table of rates',
  },
});
