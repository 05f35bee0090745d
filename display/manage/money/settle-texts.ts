// The words of saying that the past is paid. Rule RC7.
import { translator } from '../../kit/i18n.ts';

export const settleText = translator({
  vi: {
    open: 'Đánh dấu đơn cũ là đã thu',
    title: 'Đánh dấu đơn cũ là đã thu',
    lead: 'Dành cho những đơn có từ trước khi theo dõi thu tiền ở đây. Mỗi đơn còn nợ được ghi một phiếu thu cho phần còn lại, vào đúng ngày chốt đơn, nên tiền thu của kỳ này không tăng.',
    before: 'Đơn chốt trước ngày',
    reason: 'Ghi chú trên phiếu thu',
    usual: 'Đã thu trước khi dùng Winboard',
    counting: 'Đang đếm…',
    told: '{count} đơn còn nợ, tổng {amount}, sẽ thành đã thu.',
    nobody: 'Không có đơn nào còn nợ chốt trước ngày này.',
    act: 'Đánh dấu {count} đơn',
    done: 'Đã đánh dấu {count} đơn là đã thu, tổng {amount}.',
    undo: 'Hoàn tác',
    undone: 'Hoàn tác đánh dấu',
  },
  en: {
    open: 'Mark old deals as paid',
    title: 'Mark old deals as paid',
    lead: 'For deals from before receipts were kept here. Each one that is open gets a receipt of what is left, dated the day it closed, so that no money seems to come in now.',
    before: 'Deals closed before',
    reason: 'Note on the receipts',
    usual: 'Paid before Winboard',
    counting: 'Counting…',
    told: '{count, plural, one {# open deal} other {# open deals}}, {amount} in all, will be paid.',
    nobody: 'No deal that closed before this day is open.',
    act: 'Mark {count, plural, one {# deal} other {# deals}}',
    done: '{count, plural, one {# deal is} other {# deals are}} marked as paid, {amount} in all.',
    undo: 'Undo',
    undone: 'The mark was undone',
  },
});
