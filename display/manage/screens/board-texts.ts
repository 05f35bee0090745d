// The names of boards.
import { translator } from '../../kit/i18n.ts';

export const boardText = translator({
  vi: {
    byRep: 'Nhân viên',
    byTeam: 'Nhóm',
    byOffice: 'Toàn công ty',
    metricRevenue: 'doanh thu',
    metricDeals: 'số đơn',
    metricAttainment: '% chỉ tiêu',
    windowPeriod: 'kỳ đang chạy',
    windowToday: 'hôm nay',
    windowWeek: 'tuần này',
    windowMonth: 'tháng này',
    windowQuarter: 'quý này',
    windowYear: 'năm nay',
    boardName: '{by} theo {metric}, {window}',
  },
  en: {
    byRep: 'Reps',
    byTeam: 'Teams',
    byOffice: 'Whole office',
    metricRevenue: 'revenue',
    metricDeals: 'deals',
    metricAttainment: 'quota attainment',
    windowPeriod: 'running period',
    windowToday: 'today',
    windowWeek: 'this week',
    windowMonth: 'this month',
    windowQuarter: 'this quarter',
    windowYear: 'this year',
    boardName: '{by} by {metric}, {window}',
  },
});
