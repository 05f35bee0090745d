// What is wrong with the office's settings, and what an office leaves to its managers. Names in braces are the values of the
// fault.
import { translator, type Locale, type Values } from '../i18n.ts';

const faults = translator({
  vi: {
    'office/time-zone': 'Không có múi giờ này.',
    'office/line': 'Dòng {line}, {text}: không phải là ngày. Viết như 2026-04-30 hoặc 30/4/2026.',
    'office/line-twice': 'Dòng {line}, {text}: ngày này có ở trên rồi.',
    'office/line-long': 'Dòng {line} dài quá 120 ký tự.',
    'office/line-text': '{text}: có ký tự không hiện được, hoặc quá nhiều dấu trên một chữ.',
    'office/lines': 'Có {count} dòng, nhiều nhất {most}.',
    'office/hours': 'Giờ kết thúc phải sau giờ bắt đầu.',
    'office/days': 'Một số nguyên từ {least} đến {most}.',
    'office/reps-split': 'Văn phòng để quản lý chia đơn: bỏ phần chia, hoặc nhờ quản lý.',
    'office/reps-photo': 'Văn phòng không để nhân viên kèm ảnh: bỏ ảnh rồi gửi lại.',
    'office/reps-words': 'Văn phòng không để nhân viên viết lời chúc: chọn một biểu tượng thôi.',
    'office/reps-date': 'Sớm nhất là {earliest}: đơn cũ hơn thì nhờ quản lý ghi.',
  },
  en: {
    'office/time-zone': 'There is no such time zone.',
    'office/line': 'Line {line}, {text}: this is not a date. Write it like 2026-04-30 or 30/4/2026.',
    'office/line-twice': 'Line {line}, {text}: this date is there already.',
    'office/line-long': 'Line {line} is longer than 120 letters.',
    'office/line-text': '{text}: it has characters that nobody sees, or too many marks on one letter.',
    'office/lines': 'There are {count} lines, at most {most}.',
    'office/hours': 'The day must end after it starts.',
    'office/days': 'A whole number from {least} to {most}.',
    'office/reps-split': 'This office leaves sharing wins to managers: take the shares off, or ask one.',
    'office/reps-photo': 'This office has no photos from reps: take the photo off and send it again.',
    'office/reps-words': 'This office has no written lines from reps: choose a sign alone.',
    'office/reps-date': 'On {earliest} at the earliest: a manager books what is older.',
  },
});

const CODES = [
  'office/time-zone',
  'office/line',
  'office/line-twice',
  'office/line-long',
  'office/line-text',
  'office/lines',
  'office/hours',
  'office/days',
  'office/reps-split',
  'office/reps-photo',
  'office/reps-words',
  'office/reps-date',
] as const;

/** A fault of an older server may name less than the words do. */
const NOTHING: Values = { line: '', text: '', count: '', least: '', most: '', earliest: '' };

/** What is wrong, by the fault's code; undefined for one that is not about the office. */
export function officeFaultText(locale: Locale, code: string, values: Values): string | undefined {
  const known = CODES.find((one) => one === code);
  return known && faults(locale)(known, { ...NOTHING, ...values });
}
