// The sheets behind the form: what a win may have, and with whom it is shared.
import { late } from '../late.tsx';
import { withMoney } from './draft.ts';
import type { Extra } from './Extras.tsx';
import type { Posting } from './use-posting.ts';

const MoreSheet = late(async () => (await import('./MoreSheet.tsx')).MoreSheet);
const CurrencySheet = late(async () => (await import('./CurrencySheet.tsx')).CurrencySheet);
const SplitSheet = late(async () => (await import('./SplitSheet.tsx')).SplitSheet);

interface MoreSheetsProps {
  posting: Posting;
  minor: number;
  picksRep: boolean;
  extra: Extra;
  onExtra: (extra: Extra | null) => void;
}

export function MoreSheets({ posting, minor, picksRep, extra, onExtra }: MoreSheetsProps) {
  const { draft, setDraft, photo, setPhoto, lists } = posting;
  const close = () => onExtra(null);
  if (extra === 'currency') {
    return (
      <CurrencySheet
        money={draft.money}
        currencies={posting.currencies}
        onPick={(money, exponent) => {
          setDraft(withMoney(draft, money, exponent));
          close();
        }}
        onClose={close}
      />
    );
  }
  if (extra === 'split' && posting.rules.repsSplit) {
    return (
      <SplitSheet
        repId={draft.repId}
        repName={draft.repName}
        isMine={draft.repId === posting.ownRepId}
        minor={minor}
        shares={draft.shares}
        colleagues={lists.colleagues}
        onShares={(shares) => setDraft({ ...draft, shares })}
        onClose={close}
      />
    );
  }
  return (
    <MoreSheet
      draft={draft}
      onDraft={setDraft}
      photo={photo}
      onPhoto={setPhoto}
      extra={extra}
      sources={lists.customers.sources}
      locations={lists.customers.locations}
      today={posting.today()}
      period={posting.period}
      rules={posting.rules}
      earliest={posting.earliest}
      isOwnOnly={!picksRep}
      onSplit={() => onExtra('split')}
      onClose={close}
    />
  );
}
