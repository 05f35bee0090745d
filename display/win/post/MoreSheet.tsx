// Everything that a win may have beside its amount and its customer: one sheet, opened where one wants to be.
import { useEffect, useRef } from 'preact/hooks';
import { shortNameOf } from '../../../shared/names.ts';
import type { PeriodView } from '../../../shared/patch.ts';
import type { RepRules } from '../../../shared/rep-rules.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { ClosingDate } from './ClosingDate.tsx';
import { NOTE_LENGTH, type Draft } from './draft.ts';
import type { Extra } from './Extras.tsx';
import './more.css';
import { PhotoField } from './PhotoField.tsx';
import { postText } from './texts.ts';

export interface MoreSheetProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  photo: Blob | null;
  onPhoto: (photo: Blob | null) => void;
  /** Which part is looked for first. */
  extra: Extra;
  sources: readonly string[];
  locations: readonly string[];
  today: string;
  period: PeriodView | null;
  rules: RepRules;
  earliest: string | null;
  /** Nobody books an own win into a closed period. */
  isOwnOnly: boolean;
  onSplit: () => void;
  onClose: () => void;
}

export function MoreSheet(props: MoreSheetProps) {
  const t = useText(postText);
  const { draft, onDraft, extra, photo, rules } = props;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const part = body.current?.querySelector<HTMLElement>(`[data-extra="${extra}"]`);
    part?.scrollIntoView({ block: 'start' });
    part?.querySelector<HTMLElement>('textarea, input[type="text"], button')?.focus();
  }, [extra]);
  const change = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  return (
    <Dialog title={t('more')} isSheet onClose={props.onClose}>
      <div class="more" ref={body}>
        {(rules.repsPhotos || photo !== null) && (
          <section class="more-part" data-extra="photo">
            <PhotoField photo={photo} onPhoto={props.onPhoto} isRuledOut={!rules.repsPhotos} />
          </section>
        )}
        {(rules.repsSplit || draft.shares.length > 0) && (
          <section class="more-part" data-extra="split">
            <SplitPart {...props} onAlone={() => change({ shares: [] })} />
          </section>
        )}
        <section class="more-part" data-extra="note">
          <NoteField note={draft.note} onNote={(note) => change({ note })} />
        </section>
        <section class="more-part" data-extra="date">
          <ClosingDate {...props} onDate={(closedOn) => change({ closedOn })} />
        </section>
        <section class="more-part" data-extra="source">
          <ChoiceField
            label={t('source')}
            hint={t('sourceHint')}
            value={draft.source}
            choices={props.sources}
            onValue={(source) => change({ source })}
          />
        </section>
        <section class="more-part" data-extra="location">
          <ChoiceField
            label={t('location')}
            hint={t('locationHint')}
            value={draft.location}
            choices={props.locations}
            onValue={(location) => change({ location })}
          />
        </section>
      </div>
      <div class="sheet-foot">
        <Button look="main" onClick={props.onClose}>
          {t('done')}
        </Button>
      </div>
    </Dialog>
  );
}

/** With whom the win is shared; where the office leaves that to its managers, shares can only go. Rule OS4. */
function SplitPart({ draft, rules, onSplit, onAlone }: MoreSheetProps & { onAlone: () => void }) {
  const t = useText(postText);
  const names = draft.shares.map(({ name }) => shortNameOf(name)).join(', ');
  return (
    <>
      <h3>{t('split')}</h3>
      {rules.repsSplit ? (
        <Button onClick={onSplit}>{names || t('splitNone')}</Button>
      ) : (
        <>
          <p>{names}</p>
          <p class="note note-bad">{t('splitRuled')}</p>
          <Button onClick={onAlone}>{t('splitDrop')}</Button>
        </>
      )}
    </>
  );
}

function NoteField({ note, onNote }: { note: string; onNote: (note: string) => void }) {
  const t = useText(postText);
  const left = NOTE_LENGTH - Array.from(note).length;
  return (
    <label class="more-field">
      <span class="more-label">
        {t('note')}
        <span class="quiet small">{t('noteLeft', { count: Math.max(0, left) })}</span>
      </span>
      <textarea
        class="input"
        rows={2}
        value={note}
        maxLength={NOTE_LENGTH}
        placeholder={t('noteHint')}
        onInput={(event) => onNote(event.currentTarget.value)}
      />
    </label>
  );
}
