// The desk's frame: sections on the left (on a phone: above), the chosen one beside them.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MAIN_BOARD } from '../../shared/board.ts';
import type { OfficeSettings, Session } from '../../shared/schemas/office.ts';
import { useLiveBoard } from '../kit/ui/live-board.ts';
import { useText } from '../kit/ui/locale.ts';
import { LocaleSwitch } from '../kit/ui/LocaleSwitch.tsx';
import { Mark } from '../kit/ui/Mark.tsx';
import { Button } from '../kit/ui/Button.tsx';
import { OwnAccount } from './OwnAccount.tsx';
import { DealsSection } from './deals/DealsSection.tsx';
import { HomeSection } from './home/HomeSection.tsx';
import { useMay } from './may.ts';
import { MoneySection } from './money/MoneySection.tsx';
import { PeopleSection } from './people/PeopleSection.tsx';
import { PeriodsSection } from './periods/PeriodsSection.tsx';
import { QuotasSection } from './quotas/QuotasSection.tsx';
import { routeTo, SECTION_ACTIONS, SECTIONS, useRoute, type Route, type Section } from './routes.ts';
import { MissingNotice } from './screens/MissingNotice.tsx';
import { ScreensSection } from './screens/ScreensSection.tsx';
import { countOf, useDecisions } from './use-decisions.ts';
import { useScreens } from './screens/use-screens.ts';
import type { SectionProps } from './section-props.ts';
import { SettingsSection } from './settings/SettingsSection.tsx';
import { SectionIcon } from './SectionIcon.tsx';
import { deskText } from './texts.ts';
import { WallSection } from './wall/WallSection.tsx';

interface DeskProps {
  session: Session;
  onOffice: (office: OfficeSettings) => void;
  onExit: () => Promise<void>;
  /** The server has shut this page out: who is signed in has to be asked for. */
  onShutOut: () => void;
}

const VIEWS: Readonly<Record<Section, (props: SectionProps) => JSX.Element>> = {
  home: HomeSection,
  people: PeopleSection,
  quotas: QuotasSection,
  deals: DealsSection,
  money: MoneySection,
  periods: PeriodsSection,
  wall: WallSection,
  screens: ScreensSection,
  settings: SettingsSection,
};

const HOME: Route = { section: 'home', id: null, pair: null };

/** How often the desk looks whether a TV has gone dark, and how often where one looks at them. */
const WATCH_MS = 30_000;
const LOOK_MS = 5_000;

export function Desk({ session, onOffice, onExit, onShutOut }: DeskProps) {
  const t = useText(deskText);
  const may = useMay();
  const sections = SECTIONS.filter((one) => may(SECTION_ACTIONS[one]));
  const asked = useRoute();
  // An address of a section that is not theirs leads home.
  const route = sections.includes(asked.section) ? asked : HOME;
  const main = useRef<HTMLElement>(null);
  const View = VIEWS[route.section];
  const screens = useScreens(route.section === 'screens' ? LOOK_MS : WATCH_MS);
  const decisions = useDecisions(may('deal:correct'));
  // In every section: this line is how the desk hears that its session has ended (rule RO5).
  const live = useLiveBoard(MAIN_BOARD, { onShutOut, onWaits: () => void decisions.reload() });
  const missing = screens.data?.screens.filter(({ health }) => health === 'missing') ?? [];
  useEffect(() => {
    document.title = `${t(route.section)} · Winboard`;
    window.scrollTo(0, 0);
    document.querySelector('.side-nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [route.section, t]);
  return (
    <div class="desk">
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <aside class="side">
        <div class="side-head">
          <Mark />
          <p class="side-office">{session.office.name}</p>
        </div>
        <SideNav
          sections={sections}
          current={route.section}
          counts={{ deals: countOf(decisions.data), screens: missing.length }}
        />
        <div class="side-foot">
          <OwnAccount session={session} />
          <div class="side-tools">
            <LocaleSwitch />
            <Button size="small" onClick={() => void onExit()}>
              {t('signOut')}
            </Button>
          </div>
        </div>
      </aside>
      <main class="desk-main" ref={main} tabIndex={-1}>
        {route.section !== 'screens' && <MissingNotice missing={missing} />}
        <View
          key={route.section}
          route={route}
          session={session}
          onOffice={onOffice}
          live={live}
          screens={screens}
          decisions={decisions}
        />
      </main>
    </div>
  );
}

interface SideNavProps {
  sections: readonly Section[];
  current: Section;
  /** How much waits to be looked at in a section. */
  counts: Partial<Record<Section, number>>;
}

function SideNav({ sections, current, counts }: SideNavProps) {
  const t = useText(deskText);
  return (
    <nav aria-label={t('sections')}>
      <ul class="side-nav">
        {sections.map((section) => (
          <li key={section}>
            <a href={routeTo(section)} aria-current={section === current ? 'page' : undefined}>
              <SectionIcon section={section} />
              {t(section)}
              {(counts[section] ?? 0) > 0 && <span class="nav-count">{counts[section]}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
