// What is wrong with money: rates, receipts, currencies. Names in braces are the values of the fault.
import { translator, type Locale, type Values } from '../i18n.ts';

const faults = translator({
  vi: {
    'deal/no-rate': 'Chưa có tỷ giá {currency} cho ngày {date}. Quản lý thêm ở mục Thu tiền → Tỷ giá, rồi gửi lại.',
    'amount/too-small': 'Quy đổi ra chưa được một đơn vị tiền của bảng.',
    'rate/own-currency': 'Đây là loại tiền của bảng.',
    'rate/not-a-number': 'Không phải là số.',
    'rate/zero': 'Tỷ giá phải lớn hơn 0.',
    'rate/negative': 'Tỷ giá không được âm.',
    'rate/too-large': 'Số quá lớn.',
    'rate/too-many-decimals': 'Tối đa 12 số lẻ.',
    'rate/too-far': 'Chỉ nhập trước được một năm.',
    'rate/unknown': 'Ngày này chưa có tỷ giá nào.',
    'rate/jump': 'Lệch từ mười lần trở lên so với tỷ giá {rate} của ngày {date}. Xem lại, hoặc xác nhận là đúng.',
    'receipt/above-open': 'Nhiều hơn số còn phải thu: {open} {currency}.',
    'receipt/above-amount': 'Đã thu {received} {currency}: giá trị đơn không thể nhỏ hơn. Huỷ phiếu thu trước.',
    'receipt/currency': 'Đã thu {received} {currency}: không đổi loại tiền được nữa. Huỷ phiếu thu trước.',
    'receipt/rate': 'Đã thu {received} {currency}: tỷ giá phải giữ nguyên. Huỷ phiếu thu trước.',
    'office/currency': 'Không có loại tiền này.',
    'office/currency-in-use':
      'Đã có {count} đơn ghi bằng {currency}, kết quả đã công bố cũng vậy, nên không đổi được nữa. Muốn chốt đơn bằng tiền khác: thêm tỷ giá ở mục Thu tiền. Muốn bảng bằng tiền khác: lập văn phòng mới rồi nhập đơn vào.',
  },
  en: {
    'deal/no-rate':
      'There is no rate for {currency} on {date}. A manager adds it under Money → Rates; then send it again.',
    'amount/too-small': 'It comes to nothing in the board’s currency.',
    'rate/own-currency': 'This is the board’s own currency.',
    'rate/not-a-number': 'This is not a number.',
    'rate/zero': 'A rate must be more than 0.',
    'rate/negative': 'A rate must not be negative.',
    'rate/too-large': 'It is too large.',
    'rate/too-many-decimals': 'It has more than 12 decimals.',
    'rate/too-far': 'It must be within a year.',
    'rate/unknown': 'There is no rate of that day.',
    'rate/jump': 'It is ten times off the rate of {date}, {rate}, or more. Check it, or confirm that it is right.',
    'receipt/above-open': 'It is more than is open: {open} {currency}.',
    'receipt/above-amount': '{received} {currency} has come in: the deal cannot be less. Take that receipt back first.',
    'receipt/currency': '{received} {currency} has come in: the currency has to stay. Take that receipt back first.',
    'receipt/rate': '{received} {currency} has come in: the rate has to stay. Take that receipt back first.',
    'office/currency': 'There is no such currency.',
    'office/currency-in-use':
      'There are {count} deals in {currency}, and results announced in it, so it cannot change any more. To sell in another currency, add its rate under Money. For a board in another one, set up another office and import the deals there.',
  },
});

const CODES = [
  'deal/no-rate',
  'amount/too-small',
  'rate/own-currency',
  'rate/not-a-number',
  'rate/zero',
  'rate/negative',
  'rate/too-large',
  'rate/too-many-decimals',
  'rate/too-far',
  'rate/unknown',
  'rate/jump',
  'receipt/above-open',
  'receipt/above-amount',
  'receipt/currency',
  'receipt/rate',
  'office/currency',
  'office/currency-in-use',
] as const;

/** A fault of an older server may name less than the words do. */
const NOTHING: Values = { currency: '', date: '', rate: '', open: '', received: '', count: '' };

/** What is wrong, by the fault's code; undefined for one that is not about money. */
export function moneyFaultText(locale: Locale, code: string, values: Values): string | undefined {
  const known = CODES.find((one) => one === code);
  return known && faults(locale)(known, { ...NOTHING, ...values });
}
