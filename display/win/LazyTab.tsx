// A tab that is fetched when it is first asked for, and tried again once the server is there.
import { Component, type ComponentType } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { Button } from '../kit/ui/Button.tsx';
import { useText } from '../kit/ui/locale.ts';
import { uiText } from '../kit/ui/texts.ts';
import { ShownContext, type TabProps } from './tab-props.ts';
import type { Tab } from './tabs.ts';

interface LazyTabProps {
  load: NonNullable<Tab['load']>;
  tab: TabProps;
}

export function LazyTab({ load, tab }: LazyTabProps) {
  const ui = useText(uiText);
  const [View, setView] = useState<ComponentType<TabProps> | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isShown = useContext(ShownContext);
  const { isLive } = tab.live;
  useEffect(() => {
    if (View) return;
    load().then(
      (fetched) => setView(() => fetched.default),
      () => setMissing(true),
    );
  }, [View, load, isLive, attempt]);
  if (View) return <Resting isShown={isShown} View={View} tab={tab} />;
  if (!isMissing) {
    return (
      <div class="waiting">
        <span class="spinner" aria-hidden="true" />
        <p role="status">{ui('loading')}</p>
      </div>
    );
  }
  // A server that is there and still has no such file has been upgraded: the page is from before.
  const retry = () => (isLive && tab.outbox.durable ? location.reload() : setAttempt(attempt + 1));
  return (
    <div class="waiting">
      <p role="status">{ui('unreachable')}</p>
      <Button onClick={retry}>{ui('retry')}</Button>
    </div>
  );
}

interface RestingProps {
  isShown: boolean;
  View: ComponentType<TabProps>;
  tab: TabProps;
}

/** A tab that is out of sight is not drawn anew with every deal of the office. */
class Resting extends Component<RestingProps> {
  override shouldComponentUpdate(next: RestingProps): boolean {
    return next.isShown || this.props.isShown;
  }

  override render({ View, tab }: RestingProps) {
    return <View {...tab} />;
  }
}
