// A deal's story, from its posting to what it is now.
import type { DealView } from '../../../shared/schemas/deals.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { OriginalLine } from '../money/DealMoney.tsx';
import { deskText } from '../texts.ts';
import { Story } from './Story.tsx';
import { correctionText } from './texts.ts';

interface StoryDialogProps {
  deal: DealView;
  onClose: () => void;
}

export function StoryDialog({ deal, onClose }: StoryDialogProps) {
  const t = useText(correctionText);
  const { money } = useFormats();
  return (
    <Dialog title={t('storyTitle')} onClose={onClose}>
      <p>
        <strong>{money(deal.amountMinor)}</strong> · {deal.customer} · {deal.repName}{' '}
        <OriginalLine original={deal.original} />
      </p>
      <Story dealId={deal.id} />
      <div class="dialog-actions">
        <Button onClick={onClose}>{useText(deskText)('close')}</Button>
      </div>
    </Dialog>
  );
}
