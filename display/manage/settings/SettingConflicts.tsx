// Settings that somebody else has changed, by name and in words (rule OS6).
import type { KnownSettings } from '../../../shared/schemas/office.ts';
import { useText } from '../../kit/ui/locale.ts';
import { conflictText } from '../conflict-texts.ts';
import { ConflictDialog } from '../ConflictDialog.tsx';
import { useSettingWords } from './setting-words.ts';
import type { OfficeDraft } from './use-office-draft.ts';

/** Nothing where nobody was faster. */
export function SettingConflicts({ draft }: { draft: Omit<OfficeDraft<never>, 'form' | 'set'> }) {
  const t = useText(conflictText);
  const { nameOf, valueOf } = useSettingWords();
  const { conflicts, patch } = draft;
  if (conflicts.length === 0) return null;
  const shown = conflicts.map(({ key, value, by, at }) => {
    const mine: KnownSettings[typeof key] = patch[key];
    return { key, name: nameOf(key), by, at, current: valueOf(key, value, mine), mine: valueOf(key, mine, value) };
  });
  return (
    <ConflictDialog
      lead={t('settingsLead')}
      conflicts={shown}
      onDecide={(keys, isMine) =>
        draft.decide(
          conflicts.filter(({ key }) => keys.includes(key)),
          isMine,
        )
      }
      onClose={draft.dropConflicts}
    />
  );
}
