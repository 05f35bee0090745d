// For whom a manager posts a win.
import './picks.css';
import { useState } from 'preact/hooks';
import { initialsOf } from '../../../shared/names.ts';
import { readReps } from '../../kit/api.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { uiText } from '../../kit/ui/texts.ts';
import { matches } from '../../kit/search.ts';
import { winText } from '../texts.ts';

interface RepSheetProps {
  value: string | null;
  onPick: (rep: { id: string; name: string }) => void;
  onClose: () => void;
}

export function RepSheet({ value, onPick, onClose }: RepSheetProps) {
  const t = useText(winText);
  const ui = useText(uiText);
  const reps = useLoad(readReps, []);
  const [query, setQuery] = useState('');
  const present = reps.data?.items.filter(isPresent) ?? [];
  const found = present.filter((rep) => matches(rep.name, query));
  return (
    <Dialog title={t('rep')} isSheet onClose={onClose}>
      {present.length > 6 && (
        <input
          class="input"
          value={query}
          placeholder={t('repFind')}
          aria-label={t('repFind')}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <ProblemNote error={reps.error} />
      {reps.isLoading && <p class="quiet">{ui('loading')}</p>}
      {reps.data && found.length === 0 && <p class="quiet">{t(present.length === 0 ? 'repsNone' : 'nothingFound')}</p>}
      <ul class="picks">
        {found.map((rep) => (
          <li key={rep.id}>
            <button type="button" class="pick" aria-pressed={rep.id === value} onClick={() => onPick(rep)}>
              <span class="avatar" aria-hidden="true">
                {initialsOf(rep.name)}
              </span>
              {rep.name}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function isPresent({ leftOn }: { leftOn: string | null }): boolean {
  return leftOn === null || leftOn > new Date().toISOString().slice(0, 10);
}
