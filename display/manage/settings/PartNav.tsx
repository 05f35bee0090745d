// The way around the settings: where one is, and where something waits to be saved.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../../kit/ui/locale.ts';
import { routeTo } from '../routes.ts';
import type { SettingKey } from './known-settings.ts';
import { elementOf, KEYS_OF, PARTS, type PartId } from './parts.ts';
import { settingsText } from './texts.ts';

interface PartNavProps {
  /** The part that the address names. */
  asked: PartId | null;
  changed: readonly SettingKey[];
}

export function PartNav({ asked, changed }: PartNavProps) {
  const t = useText(settingsText);
  const inSight = usePartInSight();
  useEffect(() => {
    if (asked === null) return undefined;
    // After the desk has gone to the top of a section that is opened.
    const frame = requestAnimationFrame(() => document.getElementById(elementOf(asked))?.scrollIntoView());
    return () => cancelAnimationFrame(frame);
  }, [asked]);
  const current = inSight ?? asked ?? PARTS[0];
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the parts lie in one row, wider than it.
    const link = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (link) nav.current?.scrollTo({ left: link.offsetLeft - nav.current.clientWidth / 3 });
  }, [current]);
  return (
    <nav class="part-nav" ref={nav} aria-label={t('parts')}>
      <ul>
        {PARTS.map((part) => {
          const isChanged = KEYS_OF[part]?.some((key) => changed.includes(key)) ?? false;
          return (
            <li key={part}>
              <a
                href={routeTo('settings', part)}
                aria-current={part === current ? 'location' : undefined}
                onClick={() => document.getElementById(elementOf(part))?.scrollIntoView()}
              >
                {t(part)}
                {isChanged && (
                  <span class="part-mark">
                    <span class="unseen">{t('changed')}</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The part below the upper edge of the page. */
function usePartInSight(): PartId | null {
  const [part, setPart] = useState<PartId | null>(null);
  useEffect(() => {
    const look = () => {
      const top = window.innerHeight / 4;
      const isAtEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      const begun = PARTS.filter(
        (one) => (document.getElementById(elementOf(one))?.getBoundingClientRect().top ?? 0) < top,
      );
      setPart(isAtEnd ? (PARTS.at(-1) ?? null) : (begun.at(-1) ?? null));
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, []);
  return part;
}
