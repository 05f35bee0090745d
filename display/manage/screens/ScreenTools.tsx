// What can be done with one TV, from the desk.
import { useState } from 'preact/hooks';
import type { ScreenView } from '../../../shared/schemas/screens.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { revokeScreen, tellScreen, type ScreenWord } from '../calls.ts';
import { ConfirmButton } from '../ConfirmButton.tsx';
import { screenText } from './texts.ts';

interface ScreenToolsProps {
  screen: ScreenView;
  onEdit: () => void;
  onChanged: () => Promise<void>;
}

const WORDS = ['identify', 'reload', 'restart'] as const;

export function ScreenTools({ screen: { id, name, status }, onEdit, onChanged }: ScreenToolsProps) {
  const t = useText(screenText);
  const submit = useSubmit();
  const [told, setTold] = useState<ScreenWord | null>(null);
  const isAway = status?.connected !== true;
  const tell = async (word: ScreenWord) => {
    setTold(null);
    if (await submit.run(async () => void (await tellScreen(id, word)))) setTold(word);
  };
  return (
    <>
      <ProblemNote error={submit.error} />
      <div class="scene-tools">
        <Button size="small" label={t('editNamed', { name })} onClick={onEdit}>
          {t('edit')}
        </Button>
        {WORDS.map((word) => (
          <Button
            key={word}
            size="small"
            look="plain"
            isDisabled={isAway && word !== 'restart'}
            label={t(`${word}Named`, { name })}
            onClick={() => void tell(word)}
          >
            {t(word)}
          </Button>
        ))}
        <ConfirmButton
          size="small"
          look="plain"
          isDisabled={isAway}
          label={t('rotateNamed', { name })}
          action={t('rotate')}
          title={t('rotateTitle', { name })}
          text={t('rotateText')}
          onDo={async () => {
            await tellScreen(id, 'rotate');
            setTold('rotate');
          }}
        />
        <ConfirmButton
          size="small"
          look="plain"
          label={t('revokeNamed', { name })}
          action={t('revoke')}
          title={t('revokeTitle', { name })}
          text={t('revokeText')}
          onDo={async () => {
            await revokeScreen(id);
            await onChanged();
          }}
        />
      </div>
      <span role="status" class="small quiet">
        {told ? t(`told_${told}`) : ''}
      </span>
    </>
  );
}
