// The last result of something costly, kept while what it was made of is the very same: several boards share it.
export class Kept<T extends object> {
  #of: readonly unknown[] = [];
  #result: T | null = null;

  /** The result for these sources, made only where one of them is another than the last time. */
  get(of: readonly unknown[], make: () => T): T {
    const isSame = this.#result !== null && of.length === this.#of.length && of.every((one, i) => one === this.#of[i]);
    if (isSame && this.#result !== null) return this.#result;
    this.#of = of;
    this.#result = make();
    return this.#result;
  }
}
