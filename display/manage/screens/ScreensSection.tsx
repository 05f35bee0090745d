// The office's TVs: a read-only link for each, shown once, revoked at will.
import { useState } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readTokens } from '../calls.ts';
import type { SectionProps } from '../section-props.ts';
import { SectionHead } from '../SectionHead.tsx';
import { Empty, Shown } from '../Shown.tsx';
import { TokenList } from '../settings/TokenList.tsx';
import { isScreenToken } from './screen-link.ts';
import { ScreenDialog } from './ScreenDialog.tsx';
import { screenText } from './texts.ts';

export function ScreensSection({ session }: SectionProps) {
  const t = useText(screenText);
  const tokens = useLoad(readTokens, []);
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button look="main" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')}>
        {add}
      </SectionHead>
      <Shown loaded={tokens}>
        {({ items }) => {
          const screens = items.filter(isScreenToken);
          if (screens.length === 0) {
            return (
              <Empty title={t('emptyTitle')} text={t('emptyText')}>
                {add}
              </Empty>
            );
          }
          return <TokenList tokens={screens} warning={t('revokeText')} onRevoked={tokens.reload} />;
        }}
      </Shown>
      {isAdding && (
        <ScreenDialog locale={session.office.locale} onClose={() => setAdding(false)} onCreated={tokens.reload} />
      )}
    </>
  );
}
