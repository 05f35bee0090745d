// The office's products to tap on, or any other one typed.
import './picks.css';
import { useState } from 'preact/hooks';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { matches } from '../../kit/search.ts';
import { winText } from '../texts.ts';

interface ProductSheetProps {
  products: readonly string[];
  value: string;
  onPick: (product: string) => void;
  onClose: () => void;
}

export function ProductSheet({ products, value, onPick, onClose }: ProductSheetProps) {
  const t = useText(winText);
  const isListed = products.includes(value);
  const [query, setQuery] = useState(isListed ? '' : value);
  const typed = query.trim();
  const found = products.filter((product) => matches(product, typed));
  return (
    <Dialog title={t('product')} isSheet onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onPick(typed);
        }}
      >
        <input
          class="input"
          value={query}
          maxLength={200}
          placeholder={t('productFind')}
          aria-label={t('productFind')}
          enterkeyhint="done"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </form>
      <ul class="picks">
        {typed !== '' && !products.includes(typed) && (
          <li>
            <button type="button" class="pick pick-own" onClick={() => onPick(typed)}>
              {t('productUse', { name: typed })}
            </button>
          </li>
        )}
        {found.map((product) => (
          <li key={product}>
            <button type="button" class="pick" aria-pressed={product === value} onClick={() => onPick(product)}>
              {product}
            </button>
          </li>
        ))}
        {value !== '' && (
          <li>
            <button type="button" class="pick quiet" onClick={() => onPick('')}>
              {t('productNone')}
            </button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
