// What may be wrong with one field, in both languages.
import type { Locale } from '../i18n.ts';

export type Words = Readonly<Record<Locale, string>>;

export const words = (vi: string, en: string): Words => ({ vi, en });

/** By the code. */
export const FAULT_WORDS: Readonly<Record<string, Words>> = {
  'text/control': words(
    'Có ký tự điều khiển, xuống dòng hoặc đổi chiều chữ. Hãy gõ lại.',
    'It has control characters, line breaks or marks of direction. Type it again.',
  ),
  'text/broken': words('Có ký tự bị hỏng. Hãy gõ lại.', 'It has half a character. Type it again.'),
  'text/invisible': words(
    'Cần ít nhất một chữ cái, chữ số hoặc biểu tượng cảm xúc.',
    'It needs at least one letter, digit or emoji.',
  ),
  'text/marks': words('Một chữ có quá nhiều dấu chồng lên nhau.', 'Too many marks are piled on one letter.'),
  'amount/not-a-number': words('Không phải là số.', 'This is not a number.'),
  'amount/too-many-decimals': words('Nhiều số lẻ hơn loại tiền này có.', 'More decimals than the currency has.'),
  'amount/zero': words('Phải lớn hơn 0.', 'It must be more than 0.'),
  'amount/negative': words('Không được âm.', 'It must not be negative.'),
  'amount/too-large': words('Số quá lớn.', 'It is too large.'),
  'time/unreadable': words('Không phải là ngày hợp lệ.', 'This is not a date.'),
  'time/future': words('Không được ở tương lai.', 'It must not be in the future.'),
  'time/too-far': words('Chỉ hẹn được trong vòng hai năm.', 'It must be within two years.'),
  'time/too-early': words('Không được trước năm 2000.', 'It must not be before 2000.'),
  'time/too-late': words('Không được sau năm 2100.', 'It must not be after 2100.'),
  'time/reversed': words('Ngày cuối phải sau ngày đầu.', 'The end must come after the start.'),
  'time/after-close': words('Phải trước ngày chốt đơn.', 'It must not be after the close.'),
  'time/before-joining': words('Không được trước ngày vào làm.', 'It must not be before joining.'),
  'period/closed': words(
    'Ngày này thuộc kỳ đã chốt: chọn ngày khác, hoặc nhờ quản lý ghi.',
    'That day is in a closed period: choose another day, or ask a manager to book it.',
  ),
  'team/not-then': words(
    'Khoảng thời gian này nhân viên chưa thuộc nhóm nào của bạn.',
    'The rep was in none of your teams at that time.',
  ),
  'period/too-many': words('Quá nhiều kỳ.', 'These are too many periods.'),
  'period/no-calendar': words(
    'Văn phòng tự đặt từng kỳ: hãy chọn loại kỳ.',
    'This office plans by hand: choose what kind of periods.',
  ),
  'quota/closed': words(
    'Kỳ này đã chốt, số đã công bố giữ nguyên.',
    'This period is closed: what was announced stays.',
  ),
  'quota/count': words('Phải là số nguyên, tối đa 1.000.000.', 'It must be a whole number, at most 1,000,000.'),
  'quota/twice': words('Ô này có hai lần.', 'This cell is there twice.'),
  'ramp/percent': words(
    'Nhập các số từ 0 đến 100, nhiều nhất 24 tháng.',
    'Enter numbers from 0 to 100, at most 24 months.',
  ),
  'rep/unknown': words('Văn phòng không có nhân viên này.', 'This office has no such rep.'),
  'rep/departed': words('Nhân viên này đã nghỉ vào ngày đó.', 'This rep had left by that day.'),
  'rep/ambiguous': words('Có nhiều nhân viên trùng tên này.', 'More than one rep has this name.'),
  'password/wrong': words('Mật khẩu hiện tại chưa đúng.', 'The current password is wrong.'),
  'account/no-rep': words('Cần chọn nhân viên cho tài khoản này.', 'This account needs a rep.'),
  'account/no-teams': words('Chỉ quản lý mới giới hạn theo nhóm.', 'Only managers are limited to teams.'),
  'rep/email-missing': words('Cần e-mail để đăng nhập.', 'An e-mail address is needed to sign in.'),
  'deal/currency': words('Không có loại tiền này.', 'There is no such currency.'),
  'deal/shares': words('Các phần chia phải cộng đủ 100 %.', 'The shares must add up to 100 %.'),
  'deal/rep-twice': words('Mỗi nhân viên chỉ xuất hiện một lần.', 'Each rep may appear only once.'),
  'media/type': words(
    'Cần hình PNG, JPEG, WebP, GIF hoặc âm thanh WAV.',
    'A PNG, JPEG, WebP or GIF picture, or a WAV sound is needed.',
  ),
  'media/too-large': words('Tệp lớn quá 2 MB.', 'The file is larger than 2 MB.'),
  'media/size': words('Mỗi cạnh hình phải từ 16 đến 4096 điểm ảnh.', 'A picture must have 16 to 4096 pixels a side.'),
  'media/broken': words('Tệp bị hỏng.', 'The file is damaged.'),
  'media/coding': words('Âm thanh phải là WAV PCM 16 bit.', 'The sound must be a 16-bit PCM WAV.'),
  'media/too-long': words('Âm thanh dài quá 10 giây.', 'The sound is longer than 10 seconds.'),
  'media/silent': words('Tệp này không có tiếng.', 'There is no sound in this file.'),
  'wall/order': words('Mức sau phải lớn hơn mức trước.', 'Each step must be above the one before.'),
  'pin/weak': words(
    'PIN này quá dễ đoán. Hãy chọn số khác.',
    'This PIN is among the first that are guessed. Choose another.',
  ),
  'push/endpoint': words(
    'Trình duyệt này dùng dịch vụ thông báo không được nhận.',
    'This browser’s push service is not accepted.',
  ),
  'time/same': words('Hai giờ phải khác nhau.', 'The two times must differ.'),
  'deal/differs': words('Đã có đơn với nội dung khác.', 'A deal with other details is there already.'),
};

/** What is wrong in general, by the last word of a code: what the schemas say. */
export const KIND_WORDS: Readonly<Record<string, Words>> = {
  missing: words('Cần điền ô này.', 'This is needed.'),
  minLength: words('Còn trống hoặc ngắn quá.', 'This is empty or too short.'),
  maxLength: words('Dài quá.', 'This is too long.'),
  pattern: words('Chưa đúng dạng.', 'This does not look right.'),
  type: words('Không đúng kiểu dữ liệu.', 'This is of the wrong kind.'),
  enum: words('Không phải lựa chọn hợp lệ.', 'This is none of the choices.'),
  anyOf: words('Chưa đúng dạng.', 'This does not look right.'),
  minimum: words('Số nhỏ quá.', 'This is too small.'),
  maximum: words('Số lớn quá.', 'This is too large.'),
  minItems: words('Cần chọn ít nhất một.', 'Choose at least one.'),
  maxItems: words('Nhiều mục quá.', 'There are too many.'),
  uniqueItems: words('Có mục bị trùng.', 'Something is there twice.'),
  unknown: words('Không có mục này.', 'There is no such thing.'),
  repeated: words('Có nhiều cột trùng tên này.', 'Several columns have this name.'),
};
