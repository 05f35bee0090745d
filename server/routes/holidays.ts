// Ready-made days off, to be taken into the office's list.
import { HolidayList, HolidayQuery } from '../../shared/schemas/quotas.ts';
import { dateOf } from '../../shared/time.ts';
import { holidaysOf, likelyCountry } from '../holidays.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';

export function holidayRoutes(app: Api, parts: Parts): void {
  app.get(
    '/api/holidays',
    {
      config: { access: ['office:write'] },
      schema: {
        tags: ['office'],
        summary: 'A country’s public holidays in a year, ready to be taken over (from date-holidays, CC BY 3.0)',
        querystring: HolidayQuery,
        response: { 200: HolidayList },
      },
    },
    async (request) => {
      const { locale, timeZone } = officeOf(parts);
      const year = request.query.year ?? Number(dateOf(parts.clock.now(), timeZone).slice(0, 4));
      return await holidaysOf(request.query.country ?? likelyCountry(locale), year, locale);
    },
  );
}
