// Every error code in both languages. Codes of fields that a newer server may add fall back to what its kind says.
import type { ErrorCode, FieldError, Problem } from '../../../shared/problem.ts';
import { showAmount } from '../amount-text.ts';
import { formatDate } from '../format.ts';
import type { Locale } from '../i18n.ts';
import { FAULT_WORDS, KIND_WORDS, words, type Words } from './fault-texts.ts';
import { moneyFaultText } from './money-fault-texts.ts';
import { officeFaultText } from './office-fault-texts.ts';
import { periodFaultText } from './period-fault-texts.ts';

const PROBLEM_WORDS: Readonly<Record<ErrorCode, Words>> = {
  'request/invalid': words('Vài ô chưa đúng, bạn xem lại nhé.', 'Some fields are not right yet.'),
  'request/not-json': words('Máy chủ không đọc được yêu cầu.', 'The server could not read the request.'),
  'request/not-utf8': words('Tệp không phải UTF-8 hợp lệ.', 'The text is not valid UTF-8.'),
  'request/too-large': words('Dữ liệu gửi lên quá lớn.', 'That is too large to send.'),
  'request/media-type': words('Loại tệp này không được nhận.', 'This kind of file is not accepted.'),
  'request/too-many': words(
    'Thao tác quá nhanh, đợi một chút rồi thử lại.',
    'Too many tries. Wait a moment, then try again.',
  ),
  'request/not-found': words('Không tìm thấy mục này.', 'There is nothing here.'),
  'request/cross-origin': words('Yêu cầu đến từ trang khác nên bị chặn.', 'A request from another site was stopped.'),
  'auth/required': words('Phiên đã hết hạn, hãy đăng nhập lại.', 'The session has ended. Sign in again.'),
  'auth/wrong': words('E-mail hoặc mật khẩu chưa đúng.', 'The e-mail address or the password is wrong.'),
  'auth/wrong-pin': words('Mã PIN chưa đúng.', 'The PIN is wrong.'),
  'auth/forbidden': words('Tài khoản này không được làm việc đó.', 'This account may not do that.'),
  'user/not-found': words('Không tìm thấy tài khoản này.', 'There is no such account.'),
  'session/not-found': words('Phiên đăng nhập này đã kết thúc.', 'This session has already ended.'),
  'invitation/not-found': words('Lời mời này không còn nữa.', 'This invitation is not there any more.'),
  'link/not-found': words(
    'Liên kết không đúng, đã được dùng hoặc đã hết hạn. Hãy xin một liên kết mới.',
    'This link is wrong, has been used or has run out. Ask for another one.',
  ),
  'account/own': words(
    'Không ai tự đổi quyền hay khoá tài khoản của chính mình. Hãy nhờ một quản lý khác.',
    'Nobody changes what their own account may do, or ends it. Ask another manager.',
  ),
  'account/last-owner': words(
    'Đây là chủ tài khoản cuối cùng. Hãy trao quyền chủ cho một người khác trước.',
    'This is the last owner. Make somebody else an owner first.',
  ),
  'account/ended': words(
    'Tài khoản này đã bị khoá. Hãy mở lại trước.',
    'This account has ended. Let it in again first.',
  ),
  'account/rep-taken': words('Nhân viên này đã có tài khoản.', 'This rep already has an account.'),
  'account/name-taken': words(
    'Văn phòng đã có người tên này. Hãy thêm họ, tên đệm hoặc nhờ quản lý đổi giúp.',
    'Somebody else here has this name. Add a surname or an initial, or ask a manager to change it.',
  ),
  'setup/done': words('Văn phòng này đã được thiết lập.', 'This office is already set up.'),
  'setup/required': words('Văn phòng chưa được thiết lập.', 'This office is not set up yet.'),
  'setup/wrong-token': words(
    'Liên kết thiết lập không đúng. Mở lại liên kết máy chủ in ra khi khởi động.',
    'The setup link is wrong. Open the one that the server printed when it started.',
  ),
  'phone/not-found': words('Không tìm thấy máy dùng chung này.', 'There is no such shared phone.'),
  'passkey/not-found': words('Không tìm thấy khoá truy cập này.', 'There is no such passkey.'),
  'passkey/known': words('Khoá truy cập này đã được thêm rồi.', 'This passkey has already been added.'),
  'passkey/too-many': words(
    'Tài khoản đã có tối đa số khoá truy cập. Hãy bỏ bớt một khoá.',
    'This account has as many passkeys as it can have. Remove one first.',
  ),
  'passkey/unavailable': words(
    'Khoá truy cập chỉ dùng được qua https, với một tên miền.',
    'Passkeys work over https only, under a host name.',
  ),
  'passkey/wrong': words(
    'Khoá này không mở tài khoản nào ở đây. Hãy đăng nhập bằng mật khẩu.',
    'This passkey opens no account here. Sign in with your password.',
  ),
  'deal/not-found': words('Không tìm thấy đơn này.', 'There is no such deal.'),
  'deal/id-taken': words(
    'Đơn này đã được gửi với nội dung khác. Hãy bỏ bản này rồi xem lại danh sách đơn.',
    'This win has already been sent with other details. Discard this copy and check the list of deals.',
  ),
  'deal/external-taken': words('Mã ngoài này đã thuộc về đơn khác.', 'Another deal already has this external id.'),
  'deal/voided': words(
    'Đơn này vừa được người khác huỷ hoặc sửa. Không có gì bị đổi thêm.',
    'Somebody has voided or corrected this deal meanwhile. Nothing else was changed.',
  ),
  'deal/stands': words(
    'Đơn này đang được tính, không có gì để hoàn tác.',
    'This deal stands: there is nothing to take back.',
  ),
  'deal/replaced': words(
    'Bản thay cho đơn này đã bị đổi tiếp. Hãy hoàn tác thay đổi đó trước.',
    'What took the place of this deal has been changed since. Take that back first.',
  ),
  'deal/settled': words(
    'Kỳ mà đơn này được ghi vào đã chốt, không hoàn tác được nữa.',
    'The period in which this deal was booked has been closed since.',
  ),
  'deal/counted': words(
    'Một kết quả đã công bố vẫn đang tính bản trước của đơn này: ghi thêm nữa là tính hai lần. Hãy công bố lại kỳ đó.',
    'An announced result still counts what this deal corrects: booked as well, it would count twice. Restate that period.',
  ),
  'deal/not-late': words(
    'Đơn này không còn là đơn muộn: đã có người xử lý rồi.',
    'This deal is not late any more: somebody has decided on it.',
  ),
  'deal/no-undo': words(
    'Ở văn phòng này đơn đã tính thì quản lý huỷ: nhờ quản lý giúp.',
    'In this office a win that counts is voided by a manager: ask one.',
  ),
  'deal/declined': words('Quản lý đã từ chối đơn này.', 'A manager has declined this win.'),
  'approval/not-found': words('Không tìm thấy đơn chờ duyệt này.', 'There is no such win that waits.'),
  'approval/decided': words(
    'Đơn này vừa được người khác xử lý. Danh sách đã được tải lại.',
    'Somebody has decided on this win meanwhile. The list has been loaded afresh.',
  ),
  'receipt/not-found': words('Không tìm thấy phiếu thu này.', 'There is no such receipt.'),
  'receipt/id-taken': words(
    'Phiếu thu này đã được ghi với nội dung khác.',
    'This receipt was recorded with other details.',
  ),
  'receipt/voided': words('Phiếu thu này đã bị huỷ trước đó.', 'This receipt has already been taken back.'),
  'activity/not-found': words('Không tìm thấy hoạt động này.', 'There is no such activity.'),
  'activity/id-taken': words(
    'Hoạt động này đã được ghi với nội dung khác.',
    'This activity was logged with other details.',
  ),
  'activity/voided': words('Hoạt động này đã được hoàn tác.', 'This activity has already been taken back.'),
  'plan/not-found': words('Không tìm thấy lịch hẹn này.', 'There is no such plan.'),
  'plan/id-taken': words('Lịch hẹn này đã được lưu với nội dung khác.', 'This plan was saved with other details.'),
  'plan/done': words('Lịch hẹn này đã xong.', 'This plan is already done.'),
  'plan/cancelled': words('Lịch hẹn này đã huỷ.', 'This plan has been cancelled.'),
  'reaction/not-found': words('Bạn chưa chúc mừng đơn này.', 'You have not reacted to this win.'),
  'reaction/own': words('Đây là đơn của chính bạn.', 'This win is your own.'),
  'reaction/closed': words('Đơn này đã quá một tuần.', 'This win is more than a week old.'),
  'rep/not-found': words('Không tìm thấy nhân viên này.', 'There is no such rep.'),
  'rep/email-taken': words('E-mail này đã có người dùng.', 'Somebody already has this e-mail address.'),
  'team/not-found': words('Không tìm thấy nhóm này.', 'There is no such team.'),
  'team/name-taken': words('Đã có nhóm cùng tên ở cấp này.', 'A team beside it already has this name.'),
  'team/cycle': words('Một nhóm không thể nằm dưới chính nó.', 'A team cannot lie below itself.'),
  'office/changed': words(
    'Người khác vừa đổi một số cài đặt này. Chưa lưu gì cả.',
    'Somebody else has changed some of these settings meanwhile. Nothing was saved.',
  ),
  'period/not-found': words('Không tìm thấy kỳ này.', 'There is no such period.'),
  'period/overlap': words('Khoảng này trùng với một kỳ khác.', 'Another period already covers part of this time.'),
  'period/closed': words(
    'Kỳ này đã chốt: chỉ tiêu và dự báo giữ như đã công bố.',
    'This period is closed: its quotas and forecasts stay as announced.',
  ),
  'period/not-closed': words('Kỳ này chưa có kết quả chung cuộc.', 'This period has no final standings yet.'),
  'period/begun': words('Kỳ này đã bắt đầu, không bỏ được nữa.', 'This period has begun: it is not removed any more.'),
  'period/changed': words(
    'Kỳ đang chạy không còn là kỳ bạn vừa xem: có người vừa chốt hoặc hoàn tác, hoặc kỳ đã tự sang. Chưa có gì bị đổi; hãy xem lại rồi quyết định.',
    'Another period runs by now than the one you were looking at: somebody has reset it or taken a reset back, or it has rolled over. Nothing was changed; look again and decide.',
  ),
  'period/restated': words(
    'Kết quả này vừa được người khác công bố lại hoặc hoàn tác. Chưa có gì bị đổi; hãy xem lại rồi quyết định.',
    'Somebody has restated this final, or taken that back, meanwhile. Nothing was changed; look again and decide.',
  ),
  'period/just-reset': words('Kỳ vừa được chốt cách đây ít giây.', 'The period was reset a moment ago.'),
  'deal/unchanged': words('Đơn đã đúng như vậy rồi: không có gì để sửa.', 'The deal is like that already.'),
  'period/unchanged': words(
    'Kết quả đã đúng với sổ sách: không có gì để công bố lại. Có thể người khác vừa làm.',
    'The final is what the books say: there is nothing to restate. Somebody may just have done it.',
  ),
  'period/nothing-to-undo': words('Không có lần chốt kỳ nào để hoàn tác.', 'There is no reset to take back.'),
  'quota/changed': words(
    'Người khác vừa đổi một vài ô này.',
    'Somebody else has changed some of these cells meanwhile.',
  ),
  'board/not-found': words('Không tìm thấy bảng này.', 'There is no such board.'),
  'token/not-found': words('Không tìm thấy mã truy cập này.', 'There is no such token.'),
  'playlist/not-found': words('Không tìm thấy danh sách phát này.', 'There is no such playlist.'),
  'screen/not-found': words('Không tìm thấy màn hình này.', 'There is no such screen.'),
  'screen/no-code': words(
    'Không có màn hình nào đang hiện mã này: hãy nhìn lại trên TV.',
    'No screen shows this code: look at the TV again.',
  ),
  'screen/not-connected': words('Màn hình này đang không kết nối.', 'This screen is not connected now.'),
  'push/shared-phone': words(
    'Máy dùng chung không nhận thông báo riêng được.',
    'A shared phone takes no personal notices.',
  ),
  'media/not-found': words('Không tìm thấy hình hoặc âm thanh này.', 'There is no such picture or sound.'),
  'mapping/not-found': words('Không tìm thấy mẫu ghép cột này.', 'There is no mapping of that name.'),
  'import/unreadable': words('Không đọc được tệp này như một bảng.', 'The file could not be read as a table.'),
  'import/no-column': words('Tệp thiếu cột mà mẫu ghép cần.', 'The file lacks a column that the mapping names.'),
  'import/too-many-rows': words('Tệp có quá nhiều dòng.', 'The file has too many rows.'),
  'store/full': words('Ổ đĩa máy chủ đã đầy. Chưa lưu gì cả.', 'The server’s disk is full. Nothing was stored.'),
  'store/failed': words('Máy chủ chưa lưu được, hãy thử lại.', 'The server could not store this. Try again.'),
  'server/failed': words('Máy chủ gặp lỗi, hãy thử lại.', 'Something went wrong on the server. Try again.'),
};

const UNREACHABLE = words(
  'Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại.',
  'The server cannot be reached. Check the network, then try again.',
);
const WRONG = words('Giá trị này chưa đúng.', 'This value is not right.');

function isErrorCode(code: string): code is ErrorCode {
  return code in PROBLEM_WORDS;
}

/** How long to wait, in the unit that one would say it in. */
function waitText(locale: Locale, seconds: number): string {
  const [count, unit] = seconds < 90 ? ([seconds, 'second'] as const) : ([Math.ceil(seconds / 60), 'minute'] as const);
  const time = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  return words(`Nhiều lần quá. Thử lại sau ${time}.`, `That was too often. Try again in ${time}.`)[locale];
}

/** What went wrong as a whole; null stands for a server that cannot be reached. */
export function problemText(locale: Locale, problem: Problem | null): string {
  if (!problem) return UNREACHABLE[locale];
  if (problem.retryAfter !== undefined) return waitText(locale, problem.retryAfter);
  return isErrorCode(problem.code) ? PROBLEM_WORDS[problem.code][locale] : problem.title;
}

/** What is wrong with one field or one row of a file. */
export function faultText(locale: Locale, { code, values = {} }: Pick<FieldError, 'code' | 'values'>): string {
  const named = Object.entries(values).map(([name, value]) => [name, valueText(locale, value)] as const);
  const told = Object.fromEntries(named);
  const own =
    moneyFaultText(locale, code, told) ?? officeFaultText(locale, code, told) ?? periodFaultText(locale, code, told);
  const known = FAULT_WORDS[code] ?? (isErrorCode(code) ? PROBLEM_WORDS[code] : undefined);
  const kind = KIND_WORDS[code.split('/').at(-1) ?? ''];
  return own ?? (known ?? kind ?? WRONG)[locale];
}

/** A date or an amount as the locale writes it; anything else as it is. */
function valueText(locale: Locale, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(Date.parse(`${value}T12:00:00Z`), 'UTC', locale);
  return /^\d+(\.\d+)?$/.test(value) ? showAmount(value, locale) : value;
}
