// Deciding on late deals, with what either would do.
import type { PeriodView } from '../../../shared/patch.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { useEffectOf } from '../corrections/EffectNote.tsx';
import { ReasonForm } from '../corrections/ReasonForm.tsx';
import { askBooking, askRestating, bookLate, restatePeriod } from './calls.ts';
import { lateText } from './texts.ts';

interface DecisionProps {
  onClose: () => void;
  onDone: () => Promise<void>;
}

export function BookDialog({ ids, onClose, onDone }: DecisionProps & { ids: string[] }) {
  const t = useText(lateText);
  const asked = useEffectOf(ids.join(), () => askBooking(ids));
  const [first] = ids;
  return (
    <Dialog title={t('bookTitle')} onClose={onClose}>
      <ReasonForm
        asked={asked}
        {...(ids.length === 1 && first !== undefined && { dealId: first })}
        keep={t('keep')}
        action={t('bookDo')}
        look="main"
        onClose={onClose}
        onDo={async (reason) => {
          await bookLate({ ids, reason });
          await onDone();
        }}
      >
        <p>{t('bookText', { count: ids.length })}</p>
      </ReasonForm>
    </Dialog>
  );
}

export function RestateDialog({ period, onClose, onDone }: DecisionProps & { period: PeriodView }) {
  const t = useText(lateText);
  const asked = useEffectOf(period.id, () => askRestating(period.id));
  return (
    <Dialog title={t('restateTitle', { period: period.name })} onClose={onClose}>
      <ReasonForm
        asked={asked}
        keep={t('keep')}
        action={t('restateDo')}
        onClose={onClose}
        onDo={async (reason) => {
          await restatePeriod(period.id, reason);
          await onDone();
        }}
      >
        <p>{t('restateText')}</p>
      </ReasonForm>
    </Dialog>
  );
}
