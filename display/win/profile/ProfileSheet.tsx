// One's own face and walk-up, as the wall shows and plays them for a win.
import './profile.css';
import { useState } from 'preact/hooks';
import type { Session } from '../../../shared/schemas/office.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { hasChanges, saveDraft, type Draft } from './own-media.ts';
import { OwnPhoto } from './OwnPhoto.tsx';
import { OwnSound } from './OwnSound.tsx';
import { profileText } from './texts.ts';

interface ProfileSheetProps {
  session: Session;
  /** What the server says of whoever is signed in has changed. */
  onSession: (session: Session) => void;
  onClose: () => void;
}

export function ProfileSheet({ session, onSession, onClose }: ProfileSheetProps) {
  const t = useText(profileText);
  const { user } = session;
  const [draft, setDraft] = useState<Draft>({});
  const [isSaved, setSaved] = useState(false);
  const submit = useSubmit();
  const change = (part: Draft) => {
    setSaved(false);
    setDraft({ ...draft, ...part });
  };
  const save = async () => {
    setSaved(
      await submit.run(async () => {
        onSession(await saveDraft(draft));
        setDraft({});
      }),
    );
  };
  return (
    <Dialog title={t('title')} isSheet onClose={onClose}>
      <p class="quiet">{t('lead')}</p>
      <OwnPhoto user={user} photo={draft.photo} onPhoto={(photo) => change({ photo })} />
      <OwnSound soundId={user.soundId} sound={draft.sound} onSound={(sound) => change({ sound })} />
      <ProblemNote error={submit.error} />
      <Button look="gold" isBusy={submit.isBusy} isDisabled={!hasChanges(draft)} onClick={() => void save()}>
        {t('save')}
      </Button>
      <p class="small" role="status">
        {isSaved ? t('saved') : ''}
      </p>
    </Dialog>
  );
}
