// What is wrong with money: rates, receipts, currencies. Names in braces are the values of the fault.
import type { Locale } from '../i18n.ts';

const words = (vi: string, en: string): Readonly<Record<Locale, string>> => ({ vi, en });

export const MONEY_FAULTS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'deal/no-rate': words(
    'Chưa có tỷ giá {currency} cho ngày {date}. Quản lý thêm ở mục Thu tiền → Tỷ giá, rồi gửi lại.',
    'There is no rate for {currency} on {date}. A manager adds it under Money → Rates; then send it again.',
  ),
  'amount/too-small': words(
    'Quy đổi ra chưa được một đơn vị tiền của bảng.',
    'It comes to nothing in the board’s currency.',
  ),
  'rate/own-currency': words('Đây là loại tiền của bảng.', 'This is the board’s own currency.'),
  'rate/not-a-number': words('Không phải là số.', 'This is not a number.'),
  'rate/zero': words('Tỷ giá phải lớn hơn 0.', 'A rate must be more than 0.'),
  'rate/negative': words('Tỷ giá không được âm.', 'A rate must not be negative.'),
  'rate/too-large': words('Số quá lớn.', 'It is too large.'),
  'rate/too-many-decimals': words('Tối đa 12 số lẻ.', 'It has more than 12 decimals.'),
  'rate/too-far': words('Chỉ nhập trước được một năm.', 'It must be within a year.'),
  'rate/unknown': words('Ngày này chưa có tỷ giá nào.', 'There is no rate of that day.'),
  'rate/jump': words(
    'Lệch từ mười lần trở lên so với tỷ giá {rate} của ngày {date}. Xem lại, hoặc xác nhận là đúng.',
    'It is ten times off the rate of {date}, {rate}, or more. Check it, or confirm that it is right.',
  ),
  'receipt/above-open': words(
    'Nhiều hơn số còn phải thu: {open} {currency}.',
    'It is more than is open: {open} {currency}.',
  ),
  'receipt/above-amount': words(
    'Đã thu {received} {currency}: giá trị đơn không thể nhỏ hơn. Huỷ phiếu thu trước.',
    '{received} {currency} has come in: the deal cannot be less. Take that receipt back first.',
  ),
  'receipt/currency': words(
    'Đã thu {received} {currency}: không đổi loại tiền được nữa. Huỷ phiếu thu trước.',
    '{received} {currency} has come in: the currency has to stay. Take that receipt back first.',
  ),
  'receipt/rate': words(
    'Đã thu {received} {currency}: tỷ giá phải giữ nguyên. Huỷ phiếu thu trước.',
    '{received} {currency} has come in: the rate has to stay. Take that receipt back first.',
  ),
  'office/currency': words('Không có loại tiền này.', 'There is no such currency.'),
  'office/currency-in-use': words(
    'Đã có {count} đơn ghi bằng {currency}, kết quả đã công bố cũng vậy, nên không đổi được nữa. Muốn chốt đơn bằng tiền khác: thêm tỷ giá ở mục Thu tiền. Muốn bảng bằng tiền khác: lập văn phòng mới rồi nhập đơn vào.',
    'There are {count} deals in {currency}, and results announced in it, so it cannot change any more. To sell in another currency, add its rate under Money. For a board in another one, set up another office and import the deals there.',
  ),
};
