// A TV that has gone dark is told wherever the manager is, not only where one looks for it.
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { routeTo } from '../routes.ts';
import { screenText } from './texts.ts';
import type { Judged } from './use-screens.ts';

export function MissingNotice({ missing }: { missing: readonly Judged[] }) {
  const t = useText(screenText);
  const { dateTime } = useFormats();
  const [first] = missing;
  if (!first) return null;
  const { name, lastSeenAt } = first.screen;
  return (
    <p class="note note-bad missing-notice" role="status">
      {missing.length === 1
        ? t('missingNotice', { name, date: dateTime(lastSeenAt ?? 0) })
        : t('missingMany', { count: missing.length, names: missing.map(({ screen }) => screen.name).join(', ') })}{' '}
      <a href={routeTo('screens')}>{t('look')}</a>
    </p>
  );
}
