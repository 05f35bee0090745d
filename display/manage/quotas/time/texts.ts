// The words of the working days.
import { translator } from '../../../kit/i18n.ts';

export const timeText = translator({
  vi: {
    lead: 'Tiến độ chỉ tính ngày làm việc. Vắng mặt và làm bán thời gian của từng người nằm trong Nhân sự.',
    week: 'Tuần làm việc',
    holidays: 'Ngày nghỉ của công ty',
    none: 'Chưa có ngày nghỉ nào. Lấy danh sách có sẵn bên dưới, hoặc thêm từng ngày.',
    past: '{count, plural, other {# ngày nghỉ đã qua}}',
    date: 'Ngày',
    name: 'Tên (không bắt buộc)',
    add: 'Thêm ngày nghỉ',
    remove: 'Bỏ',
    removeNamed: 'Bỏ ngày {date}',
    ready: 'Danh sách có sẵn',
    readyLead:
      'Ngày lễ theo luật từng nước; ở Việt Nam, Tết và Giỗ Tổ theo âm lịch. Chọn những ngày công ty thật sự nghỉ.',
    country: 'Nước',
    year: 'Năm',
    take: '{count, plural, other {Thêm # ngày}}',
    allThere: 'Tất cả đã có trong danh sách.',
    noneReady: 'Không có ngày lễ nào cho nước và năm này.',
    source: 'Nguồn: date-holidays (CC BY 3.0).',
  },
  en: {
    lead: 'Pace counts working days alone. Absences and part time of each rep are under People.',
    week: 'The working week',
    holidays: 'The office’s holidays',
    none: 'There are no holidays yet. Take a ready-made list below, or add days one by one.',
    past: '{count, plural, one {# holiday} other {# holidays}} in the past',
    date: 'Date',
    name: 'Name (optional)',
    add: 'Add the holiday',
    remove: 'Remove',
    removeNamed: 'Remove {date}',
    ready: 'Ready-made lists',
    readyLead:
      'Public holidays by country; in Vietnam, Tết and Giỗ Tổ go by the lunar calendar. Choose the days that your office really takes off.',
    country: 'Country',
    year: 'Year',
    take: '{count, plural, one {Add # day} other {Add # days}}',
    allThere: 'All of them are in your list.',
    noneReady: 'There are no holidays for this country and year.',
    source: 'Source: date-holidays (CC BY 3.0).',
  },
});
