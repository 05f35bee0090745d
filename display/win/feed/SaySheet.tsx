// A few words to a win: ready-made ones by a tap, or one's own.
import './say.css';
import { useState } from 'preact/hooks';
import { shortNameOf } from '../../../shared/names.ts';
import { MOST_REACTION_LETTERS, REACTION_KINDS, type ReactionKind } from '../../../shared/reactions.ts';
import type { WinView } from '../../../shared/schemas/reactions.ts';
import { REACTION_PICTURES } from '../../kit/reactions/pictures.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { TextField } from '../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { feedText, READY_LINES } from './texts.ts';

interface SaySheetProps {
  win: WinView;
  /** The sign that was held down; else one's own, else applause. */
  kind: ReactionKind | null;
  onSend: (own: { kind: ReactionKind; text: string } | null) => Promise<void>;
  onClose: () => void;
}

export function SaySheet({ win, kind: held, onSend, onClose }: SaySheetProps) {
  const t = useText(feedText);
  const locale = useLocale();
  const submit = useSubmit();
  const [kind, setKind] = useState<ReactionKind>(held ?? win.own?.kind ?? 'clap');
  const [text, setText] = useState(win.own?.text ?? '');
  const send = async (own: { kind: ReactionKind; text: string } | null) => {
    if (await submit.run(() => onSend(own))) onClose();
  };
  return (
    <Dialog title={t('sayTo', { name: shortNameOf(win.reps[0]?.name ?? '') })} isSheet onClose={onClose}>
      <form
        class="say"
        onSubmit={(event) => {
          event.preventDefault();
          void send({ kind, text: text.trim() });
        }}
      >
        <SignChoice kind={kind} onKind={setKind} />
        <div class="ready" role="group" aria-label={t('ready')}>
          {READY_LINES[locale].map((line) => (
            <button
              key={line}
              type="button"
              class="ready-line"
              aria-pressed={line === text}
              onClick={() => setText(line)}
            >
              {line}
            </button>
          ))}
        </div>
        <TextField
          label={t('text')}
          hint={t('textHint')}
          value={text}
          onValue={setText}
          error={submit.fieldError('text')}
          input={{ maxLength: MOST_REACTION_LETTERS, autocomplete: 'off', enterKeyHint: 'send' }}
        />
        <ProblemNote error={submit.error} shown={['text']} />
        <Button type="submit" look="gold" isBusy={submit.isBusy}>
          {t('send')}
        </Button>
        {win.own && <Button onClick={() => void send(null)}>{t('takeBack')}</Button>}
      </form>
    </Dialog>
  );
}

function SignChoice({ kind, onKind }: { kind: ReactionKind; onKind: (kind: ReactionKind) => void }) {
  const t = useText(feedText);
  return (
    <fieldset class="sign-choice">
      <legend class="unseen">{t('sign')}</legend>
      {REACTION_KINDS.map((one) => (
        <label key={one} class="sign-option">
          <input type="radio" name="sign" checked={one === kind} onChange={() => onKind(one)} />
          <img src={REACTION_PICTURES[one]} width="30" height="30" alt={t(one)} />
        </label>
      ))}
    </fieldset>
  );
}
