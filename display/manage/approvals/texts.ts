// The words of approvals.
import { translator } from '../../kit/i18n.ts';

export const approvalText = translator({
  vi: {
    leadOff: 'Hiện mọi đơn được tính ngay. Có thể đặt mức phải chờ duyệt trong Cài đặt.',
    lead: 'Đơn trên {amount} chờ ở đây. Chưa duyệt thì chưa tính vào đâu và chưa hiện trên TV.',
    emptyTitle: 'Không có đơn nào chờ duyệt',
    emptyText: 'Đơn vượt mức sẽ chờ ở đây tới khi được duyệt hoặc từ chối.',
    postedBy: '{name} gửi lúc {date}',
    approve: 'Duyệt…',
    decline: 'Từ chối…',
    approveNamed: 'Duyệt đơn của {customer}',
    declineNamed: 'Từ chối đơn của {customer}',
    approveTitle: 'Duyệt đơn này?',
    approveText:
      'Đơn {amount} của {customer} (nhân viên {rep}) được tính theo ngày chốt của nó và được chúc mừng ngay.',
    approveLate:
      'Đơn {amount} của {customer} (nhân viên {rep}) thuộc kỳ {period} đã chốt. Duyệt xong, đơn chờ ở mục Đơn muộn: ghi vào kỳ đang chạy, hoặc công bố lại kỳ đó. Không có chúc mừng.',
    approveDo: 'Duyệt đơn',
    approvedNow: 'Đã duyệt đơn của {customer}: đơn được tính từ bây giờ.',
    approvedLate: 'Đã duyệt đơn của {customer}. Kỳ của đơn đã chốt nên đơn chờ ở mục Đơn muộn.',
    declinedNow: 'Đã từ chối đơn của {customer}; người gửi thấy lý do.',
    declineTitle: 'Từ chối đơn này?',
    declineText: 'Đơn {amount} của {customer} sẽ không được tính. Người gửi thấy lý do của bạn.',
    declineDo: 'Từ chối',
    keep: 'Để sau',
    decided: 'Vừa xử lý',
    approved: 'Đã duyệt',
    declined: 'Đã từ chối',
    withdrawn: 'Người gửi đã rút lại',
    by: '{name}, {date}',

    rulePart: 'Duyệt đơn lớn',
    ruleLead:
      'Đơn trên mức này chờ quản lý duyệt rồi mới tính và mới hiện trên TV. Đơn quản lý tự ghi và đơn nhập từ tệp không phải chờ.',
    ruleOn: 'Đơn lớn phải chờ duyệt',
    ruleAbove: 'Trên mức',
    ruleSave: 'Lưu mức duyệt',
    ruleNone: 'không đơn nào chờ',
    ruleHeld:
      '{wins, plural, =0 {Kỳ đang chạy chưa có đơn nào.} other {Kỳ đang chạy có # đơn, {held} đơn trên mức này: sẽ đã phải chờ.}}',
    ruleOff: 'Đơn nào cũng được tính ngay, dù lớn.',
    ruleStill: '{count, plural, other {# đơn đang chờ vẫn chờ.}}',
    ruleWaiting: 'Đơn đang chờ vẫn chờ, dù bạn đổi hay bỏ mức này.',
  },
  en: {
    leadOff: 'Every win counts at once now. Settings has the amount above which wins wait.',
    lead: 'Wins above {amount} wait here. Until they are approved they count nowhere and are on no wall.',
    emptyTitle: 'Nothing waits for approval',
    emptyText: 'Wins above the amount wait here until they are approved or declined.',
    postedBy: '{name} posted it {date}',
    approve: 'Approve…',
    decline: 'Decline…',
    approveNamed: 'Approve the win from {customer}',
    declineNamed: 'Decline the win from {customer}',
    approveTitle: 'Approve this win?',
    approveText:
      'The win of {amount} from {customer} (rep {rep}) counts by its own closing date, and is celebrated now.',
    approveLate:
      'The win of {amount} from {customer} (rep {rep}) belongs to {period}, which is closed. Once approved it waits under Late: book it to the open period, or restate that one. Nobody celebrates it.',
    approveDo: 'Approve it',
    approvedNow: 'The win from {customer} is approved, and counts.',
    approvedLate: 'The win from {customer} is approved. Its period is closed, so it waits under Late.',
    declinedNow: 'The win from {customer} is declined; whoever posted it sees why.',
    declineTitle: 'Decline this win?',
    declineText: 'The win of {amount} from {customer} will not count. Whoever posted it sees your reason.',
    declineDo: 'Decline it',
    keep: 'Later',
    decided: 'Decided lately',
    approved: 'Approved',
    declined: 'Declined',
    withdrawn: 'Taken back by its poster',
    by: '{name}, {date}',

    rulePart: 'Approval of large wins',
    ruleLead:
      'Wins above this amount wait for a manager before they count and are on the wall. What managers post themselves and what is imported does not wait.',
    ruleOn: 'Large wins wait for approval',
    ruleAbove: 'Above',
    ruleSave: 'Save the amount',
    ruleNone: 'no win waits',
    ruleHeld:
      '{wins, plural, =0 {The running period has no wins yet.} one {The running period has # win; {held} above this would have waited.} other {The running period has # wins; {held} above this would have waited.}}',
    ruleOff: 'Every win counts at once, however large.',
    ruleStill: '{count, plural, one {# win that waits goes on waiting.} other {# wins that wait go on waiting.}}',
    ruleWaiting: 'What waits goes on waiting when you change or drop the amount.',
  },
});
