// A new TV: its name, its board, its language; then its link, once.
import { useState } from 'preact/hooks';
import { BOARDS, MAIN_BOARD, type BoardDefinition } from '../../../shared/board.ts';
import type { Locale } from '../../kit/i18n.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { LANGUAGES, useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { createToken } from '../calls.ts';
import { SecretOnce } from '../settings/SecretOnce.tsx';
import { deskText } from '../texts.ts';
import { screenLink } from './screen-link.ts';
import { screenText } from './texts.ts';

interface ScreenDialogProps {
  locale: Locale;
  onClose: () => void;
  onCreated: () => Promise<void>;
}

export function ScreenDialog({ locale, onClose, onCreated }: ScreenDialogProps) {
  const t = useText(screenText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const [name, setName] = useState('');
  const [board, setBoard] = useState(MAIN_BOARD);
  const [lang, setLang] = useState(locale);
  const [token, setToken] = useState<string | null>(null);
  const boards = useBoardChoices();
  const create = () =>
    submit.run(async () => {
      const made = await createToken({ name: name.trim(), scopes: ['board:read'] });
      setToken(made.token);
      await onCreated();
    });
  if (token !== null) {
    const link = screenLink(location.origin, { token, board, lang });
    return (
      <Dialog title={t('readyTitle', { name: name.trim() })} onClose={onClose}>
        <SecretOnce secret={link} lead={t('readyText')} copyWords={t('copy')} href={link} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          value={name}
          onValue={setName}
          error={submit.fieldError('name')}
          input={{ required: true, maxLength: 120, autocomplete: 'off' }}
        />
        <SelectField label={t('board')} value={board} choices={boards} onValue={setBoard} />
        <SelectField label={t('language')} value={lang} choices={LANGUAGES} onValue={setLang} />
        <ProblemNote error={submit.error} shown={['name']} />
        <div class="dialog-actions">
          <Button onClick={onClose}>{desk('cancel')}</Button>
          <Button type="submit" look="main" isBusy={submit.isBusy}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const BY = { rep: 'byRep', team: 'byTeam', office: 'byOffice' } as const;
const METRIC = { revenue: 'metricRevenue', deals: 'metricDeals', attainment: 'metricAttainment' } as const;
const WINDOW = {
  period: 'windowPeriod',
  today: 'windowToday',
  week: 'windowWeek',
  month: 'windowMonth',
  quarter: 'windowQuarter',
  year: 'windowYear',
} as const;

/** Every board once: `main` is the reps' revenue in the running period. */
function useBoardChoices() {
  const t = useText(screenText);
  const isMain = ({ by, metric, window }: BoardDefinition) =>
    by === 'rep' && metric === 'revenue' && window === 'period';
  return BOARDS.filter((board) => board.id === MAIN_BOARD || !isMain(board)).map((board) => ({
    value: board.id,
    label: t('boardName', { by: t(BY[board.by]), metric: t(METRIC[board.metric]), window: t(WINDOW[board.window]) }),
  }));
}
