// The pages of a section, each at its own address.
import { routeTo, type Section } from './routes.ts';

interface SectionTabsProps {
  label: string;
  section: Section;
  /** The open page's id, as in the address; undefined is the section itself. */
  current: string | undefined;
  tabs: readonly { id?: string | undefined; words: string }[];
}

export function SectionTabs({ label, section, current, tabs }: SectionTabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(({ id, words }) => (
        <a key={id ?? ''} class="tab" href={routeTo(section, id)} aria-current={id === current ? 'page' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}
