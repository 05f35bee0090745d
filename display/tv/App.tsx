// The TV's page: it opens the screen, and shows the board, the last one that could be drawn, or a welcome; never an
// error (rule SC2).
import { Component, type ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../shared/patch.ts';
import type { Darkness } from '../../shared/screen.ts';
import type { Address } from './address.ts';
import { Opening } from './Opening.tsx';
import { reportPageFault } from './page-faults.ts';
import { useFetched } from './fetched.ts';
import { MenuKey } from './menu/MenuKey.tsx';
import type { ShownCode } from './pairing/pairing.ts';
import { Screen } from './screen.ts';
import type { ScreenState } from './screen-state.ts';
import { Wall } from './Wall.tsx';

export function App({ address }: { address: Address }) {
  const [screen, setScreen] = useState<Screen | null>(null);
  const [state, setState] = useState<ScreenState | null>(null);
  useEffect(() => {
    const opened = new Screen(address, setState);
    setScreen(opened);
    setState(opened.state);
    return () => opened.stop();
  }, [address]);
  useQuietCursor();
  if (!screen || !state) return <Opening />;
  const { snapshot, link } = state;
  return (
    <>
      {link.refused === 'auth' && !address.isPreview ? (
        <Unclaimed code={state.code} />
      ) : snapshot ? (
        <LastGood
          key="wall"
          snapshot={snapshot}
          draw={(drawn) => <Wall snapshot={drawn} state={state} screen={screen} />}
          onBad={() => screen.refresh()}
        />
      ) : (
        <Opening />
      )}
      <MenuKey screen={screen} state={state} />
      {state.isDark && <Dark darkness={state.config.settings.darkness} />}
      {state.isNamed && <Nameplate name={state.config.screen?.name ?? ''} />}
    </>
  );
}

const loadWelcome = async () => (await import('./pairing/Welcome.tsx')).Welcome;

/** A screen that is nobody's. */
function Unclaimed({ code }: { code: ShownCode | null }) {
  const Welcome = useFetched(loadWelcome);
  return Welcome ? <Welcome code={code} /> : <Opening />;
}

/** Dark hours: little light, or none. */
function Dark({ darkness }: { darkness: Darkness }) {
  return <div class={`dark dark--${darkness}`} />;
}

/** A manager looks for this screen. */
function Nameplate({ name }: { name: string }) {
  return (
    <div
      class={`nameplate nameplate--${name.length < 14 ? 'short' : name.length < 40 ? 'long' : 'endless'}`}
      role="status"
    >
      <p class="nameplate-name">{name}</p>
    </div>
  );
}

interface LastGoodProps {
  snapshot: Snapshot;
  draw: (snapshot: Snapshot) => ComponentChildren;
  onBad: () => void;
}

interface LastGoodState {
  /** The board that could not be drawn. */
  bad: Snapshot | null;
}

/** Where a board cannot be drawn, the last one that could stays, and the next one is tried again. */
class LastGood extends Component<LastGoodProps, LastGoodState> {
  override state: LastGoodState = { bad: null };
  #latest: Snapshot | null = null;
  #before: Snapshot | null = null;

  override componentDidCatch(error: unknown): void {
    const { snapshot } = this.props;
    // Not this board is what fails, or there is no other: the page begins anew.
    if (this.state.bad === snapshot || !this.#goodInsteadOf(snapshot)) throw error;
    reportPageFault(error);
    this.props.onBad();
    this.setState({ bad: snapshot });
  }

  override componentDidMount(): void {
    this.#remember();
  }

  override componentDidUpdate(): void {
    this.#remember();
  }

  override render({ snapshot, draw }: LastGoodProps, { bad }: LastGoodState): ComponentChildren {
    if (bad !== snapshot) return draw(snapshot);
    const good = this.#goodInsteadOf(snapshot);
    return good ? draw(good) : <Opening />;
  }

  #goodInsteadOf(bad: Snapshot): Snapshot | null {
    return this.#latest === bad ? this.#before : this.#latest;
  }

  /** A board counts as drawn once the next one comes: this runs also after a drawing that failed. */
  #remember(): void {
    const { snapshot } = this.props;
    if (snapshot === this.#latest) return;
    if (this.#latest !== this.state.bad) this.#before = this.#latest;
    this.#latest = snapshot;
  }
}

const CURSOR_MS = 3000;

/** The pointer goes when it has not moved for a while. */
function useQuietCursor(): void {
  useEffect(() => {
    const page = document.documentElement;
    let timer = setTimeout(hide, CURSOR_MS);
    function hide(): void {
      page.classList.add('is-idle');
    }
    function wake(): void {
      clearTimeout(timer);
      page.classList.remove('is-idle');
      timer = setTimeout(hide, CURSOR_MS);
    }
    window.addEventListener('mousemove', wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('mousemove', wake);
    };
  }, []);
}
