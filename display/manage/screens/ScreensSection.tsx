// The office's TVs: whether all of them are well, what each shows, and what can be set for it.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ScreenView } from '../../../shared/schemas/screens.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readPlaylists } from '../calls.ts';
import { useMay } from '../may.ts';
import type { SectionProps } from '../section-props.ts';
import { SectionHead } from '../SectionHead.tsx';
import { Empty, Shown } from '../Shown.tsx';
import { ClaimDialog } from './ClaimDialog.tsx';
import { HealthSummary } from './HealthSummary.tsx';
import { ScreenCard } from './ScreenCard.tsx';
import { ScreenDialog } from './ScreenDialog.tsx';
import { screenText } from './texts.ts';
import type { Judged } from './use-screens.ts';

export function ScreensSection({ session, route, screens: loaded }: SectionProps) {
  const t = useText(screenText);
  const may = useMay();
  const playlists = useLoad(readPlaylists, []).data?.items ?? [];
  const [edited, setEdited] = useState<ScreenView | null>(null);
  const [claimed, setClaimed] = useState('');
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => takePair(route.pair, setCode), [route.pair]);
  const { locale } = session.office;
  const { reload } = loaded;
  // What the desk knows of them may be half a minute old.
  useEffect(() => void reload(), [reload]);
  const add = may('screen:write') && (
    <Button look="main" onClick={() => setCode('')}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <SectionHead title={t('title')} lead={add ? t('lead', { address: loaded.data?.host ?? location.host }) : ''}>
        {add}
      </SectionHead>
      <div role="status">{claimed !== '' && <p class="note note-good">{t('claimed', { name: claimed })}</p>}</div>
      <Shown loaded={loaded}>
        {({ screens, ...server }) => (
          <>
            <Summary screens={screens} host={server.host} add={add} />
            <ul class="screens">
              {screens.map((judged) => (
                <ScreenCard
                  key={judged.screen.id}
                  {...judged}
                  playlists={playlists}
                  server={server}
                  onEdit={() => setEdited(judged.screen)}
                  onChanged={reload}
                />
              ))}
            </ul>
            {edited && (
              <ScreenDialog screen={edited} playlists={playlists} onClose={() => setEdited(null)} onSaved={reload} />
            )}
            {code !== null && may('screen:write') && (
              <ClaimDialog
                code={code}
                screens={screens.map(({ screen }) => screen)}
                playlists={playlists}
                locale={locale}
                onClose={() => setCode(null)}
                onClaimed={(name) => {
                  setClaimed(name);
                  return reload();
                }}
              />
            )}
          </>
        )}
      </Shown>
    </>
  );
}

/** A TV's QR code opens its claim, once: the code leaves the address. */
function takePair(pair: string | null, take: (code: string) => void): void {
  if (pair === null) return;
  take(pair);
  history.replaceState(null, '', '#/screens');
}

interface SummaryProps {
  screens: readonly Judged[];
  /** What a TV opens. */
  host: string;
  add: ComponentChildren;
}

/** How it is with them; how to begin where there are none. */
function Summary({ screens, host, add }: SummaryProps) {
  const t = useText(screenText);
  if (screens.length === 0) {
    return (
      <Empty title={t('emptyTitle')} text={t('emptyText', { address: host })}>
        {add}
      </Empty>
    );
  }
  return <HealthSummary screens={screens} />;
}
