// Catches what a part of the wall throws while it is drawn: it steps aside, and the rest stays.
import { Component, type ComponentChildren } from 'preact';

export class Guard extends Component<{ children: ComponentChildren; onThrow: (error: Error) => void }> {
  override state = { hasThrown: false };

  override componentDidCatch(error: Error): void {
    this.setState({ hasThrown: true });
    this.props.onThrow(error);
  }

  override render(): ComponentChildren {
    return this.state.hasThrown ? null : this.props.children;
  }
}
