// The words of late deals.
import { translator } from '../../kit/i18n.ts';

export const lateText = translator({
  vi: {
    lead: 'Đơn thuộc kỳ đã chốt mà kết quả đã công bố chưa có. Ghi vào kỳ đang chạy, hoặc công bố lại kỳ cũ.',
    emptyTitle: 'Không có đơn muộn',
    emptyText: 'Đơn gửi tới sau khi kỳ của nó đã chốt sẽ chờ ở đây.',
    inPeriod: 'Thuộc kỳ {period}',
    count: '{count} đơn · {value}',
    pick: 'Chọn đơn của {customer}',
    pickAll: 'Chọn cả kỳ',
    cameAt: 'Nhận lúc {date}',
    countedIn:
      'Là bản sửa của đơn đã tính trong kết quả {period}: công bố lại kỳ đó, ghi vào kỳ đang chạy là tính hai lần.',
    book: 'Ghi vào kỳ đang chạy…',
    bookPicked: 'Ghi {count} đơn vào kỳ đang chạy…',
    restate: 'Công bố lại kỳ này…',
    bookTitle: 'Ghi vào kỳ đang chạy?',
    bookText:
      '{count, plural, =1 {Đơn này} other {# đơn này}} được tính từ bây giờ trong kỳ đang chạy, vẫn giữ ngày chốt của mình và có ghi chú. Không có chúc mừng. Hoàn tác được cho tới lần chốt kỳ sau.',
    bookDo: 'Ghi vào kỳ đang chạy',
    booked: '{count, plural, =1 {Đã ghi đơn vào kỳ đang chạy.} other {Đã ghi # đơn vào kỳ đang chạy.}}',
    restateTitle: 'Công bố lại kỳ {period}?',
    restateText:
      'Kết quả được tính lại đúng như sổ sách lúc này: thêm mọi đơn muộn của kỳ, bớt những đơn đã huỷ từ đó. Bản mới có mã kiểm chứng riêng; bản đã công bố vẫn xem được mãi mãi. Hoàn tác được cho tới lần chốt kỳ sau.',
    restateDo: 'Công bố lại',
    restated: 'Đã công bố lại kỳ {period}.',
    keep: 'Để sau',
  },
  en: {
    lead: 'Deals of closed periods that no announced result knows. Book them to the open period, or restate the closed one.',
    emptyTitle: 'No late deals',
    emptyText: 'Deals that come in after their period was closed wait here.',
    inPeriod: 'Belongs to {period}',
    count: '{count, plural, one {# deal} other {# deals}} · {value}',
    pick: 'Choose the deal of {customer}',
    pickAll: 'Choose all of it',
    cameAt: 'Received {date}',
    countedIn:
      'It corrects a deal that the result of {period} counts: restate that period. Booked to the open one, it would count twice.',
    book: 'Book to the open period…',
    bookPicked: 'Book {count} to the open period…',
    restate: 'Restate this period…',
    bookTitle: 'Book to the open period?',
    bookText:
      '{count, plural, one {This deal counts} other {These # deals count}} in the open period from now on, with the closing date kept and shown. Nobody celebrates it. It can be taken back until the next reset.',
    bookDo: 'Book to the open period',
    booked: '{count, plural, one {The deal was} other {# deals were}} booked to the open period.',
    restateTitle: 'Restate {period}?',
    restateText:
      'The result is worked out afresh from the books as they are now: with every late deal of the period, without what was voided since. The new version has a hash of its own; what was announced stays readable for ever. It can be taken back until the next reset.',
    restateDo: 'Restate it',
    restated: '{period} has been restated.',
    keep: 'Later',
  },
});
