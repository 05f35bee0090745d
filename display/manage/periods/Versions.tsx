// The versions of a final: what was announced, what it was restated to and why. Rules LA3, LA4.
import { useState } from 'preact/hooks';
import type { FinalView } from '../../../shared/schemas/boards.ts';
import { ApiFailure } from '../../kit/api.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { askRestating, undoRestatement } from '../late/calls.ts';
import { RestateDialog } from '../late/LateDialogs.tsx';
import { useMay } from '../may.ts';
import { versionText } from './version-texts.ts';

interface VersionsProps {
  view: FinalView;
  onVersion: (version: number | null) => void;
  onChanged: () => Promise<void>;
}

/** The version that holds: the last that was not taken back. */
function holding(versions: FinalView['versions']): FinalView['versions'][number] | undefined {
  return versions.filter(({ undoneAt }) => undoneAt === null).at(-1);
}

/** Says of what is shown that it was restated, or that it was only announced before; nothing of a final that stands alone. */
export function VersionNote({ view, onVersion }: Omit<VersionsProps, 'onChanged'>) {
  const t = useText(versionText);
  const { dateTime } = useFormats();
  const { version, versions, restates } = view;
  const holds = holding(versions);
  const shown = versions.find((one) => one.version === version);
  if (!shown || !holds) return null;
  const former = versions.find(({ hash }) => hash === restates?.hash);
  return (
    <div class="version-notes">
      {restates && (
        <p class="note note-gold">
          {t('restated', { date: dateTime(shown.frozenAt), by: shown.by ?? '–' })} “{restates.reason}”
          {former && (
            <>
              {' · '}
              <button type="button" class="link no-print" onClick={() => onVersion(former.version)}>
                {t('before')}
              </button>
            </>
          )}
        </p>
      )}
      {holds.version !== version && (
        <p class="note">
          {t(shown.undoneAt === null ? 'superseded' : 'withdrawn', {
            date: dateTime(shown.undoneAt ?? holds.frozenAt),
          })}{' '}
          <button type="button" class="link no-print" onClick={() => onVersion(null)}>
            {t('toHolding')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Every version with its hash, and the way to another one. */
export function VersionList({ view, onVersion, onChanged }: VersionsProps) {
  const t = useText(versionText);
  const mayRestate = useMay()('period:write');
  const [open, setOpen] = useState<'restate' | 'undo' | null>(null);
  const close = () => setOpen(null);
  const done = async () => {
    close();
    await onChanged();
  };
  const { versions, period } = view;
  const holds = holding(versions);
  return (
    <section class="panel no-print">
      <div class="panel-head">
        <h2>{t('versions')}</h2>
        {mayRestate && (
          <div class="section-actions">
            {view.canUndo && (
              <Button size="small" onClick={() => setOpen('undo')}>
                {t('undo')}
              </Button>
            )}
            <Button size="small" onClick={() => setOpen('restate')}>
              {t('restate')}
            </Button>
          </div>
        )}
      </div>
      {mayRestate && <Drift periodId={period.id} hash={holds?.hash ?? ''} />}
      <ol class="versions">
        {versions.map((one) => (
          <VersionLine
            key={one.version}
            one={one}
            isShown={one.version === view.version}
            onShow={() => onVersion(one.version)}
          />
        ))}
      </ol>
      {open === 'restate' && <RestateDialog period={period} onClose={close} onDone={done} />}
      {open === 'undo' && (
        <ConfirmDialog
          title={t('undoTitle')}
          text={t('undoText')}
          action={t('undo')}
          onDo={async () => {
            await undoRestatement(period.id, holds?.hash ?? view.hash);
            await done();
          }}
          onClose={close}
        />
      )}
    </section>
  );
}

/** Whether the books still say what the version that holds says, which is what restating would change. */
function Drift({ periodId, hash }: { periodId: string; hash: string }) {
  const t = useText(versionText);
  const { data, error } = useLoad(() => askRestating(periodId), [periodId, hash]);
  if (data) return <p class="note note-gold">{t('drifted')}</p>;
  const isSame = error instanceof ApiFailure && error.problem?.code === 'period/unchanged';
  return isSame ? <p class="quiet small">{t('asBooks')}</p> : null;
}

interface VersionLineProps {
  one: FinalView['versions'][number];
  isShown: boolean;
  onShow: () => void;
}

function VersionLine({ one: { version, frozenAt, hash, reason, by, undoneAt }, isShown, onShow }: VersionLineProps) {
  const t = useText(versionText);
  const { dateTime } = useFormats();
  const date = dateTime(frozenAt);
  return (
    <li class={undoneAt === null ? undefined : 'version-undone'}>
      <button type="button" class="link" aria-current={isShown ? 'true' : undefined} onClick={onShow}>
        {t('version', { version })}
      </button>{' '}
      <span class="quiet">
        {reason === null ? t('announcedAt', { date }) : `${t('restatedAt', { date, by: by ?? '–' })} “${reason}”`}
        {undoneAt !== null && ` · ${t('undoneAt', { date: dateTime(undoneAt) })}`}
      </span>
      <code>{hash.slice(0, 16)}…</code>
    </li>
  );
}
