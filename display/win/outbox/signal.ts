// Something that can be listened to.

export class Signal<T = void> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Has a listener told from now on; gives what ends that. */
  readonly on = (listener: (value: T) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
}
