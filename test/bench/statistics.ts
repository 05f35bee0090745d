// Quantiles, and the interleaving that makes figures of one run comparable.

/** The sample below which this part of all lies (0.5 is the median); NaN for none. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

export interface Spread {
  p50: number;
  p99: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  return { p50: quantile(samples, 0.5), p99: quantile(samples, 0.99) };
}

/**
 * Measures every variant once per round, so that a busy neighbour hits all of them alike; each second round goes
 * backwards. A first round warms up and is thrown away.
 */
export async function interleave<K extends string, T>(
  rounds: number,
  variants: Readonly<Record<K, () => Promise<T>>>,
): Promise<Record<K, T[]>> {
  const names = Object.keys(variants) as K[];
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<K, T[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const result = await variants[name]();
      if (round > 0) results[name].push(result);
    }
  }
  return results;
}

/** The median over the rounds of one property. */
export function across<T>(rounds: readonly T[], read: (round: T) => number): number {
  return median(rounds.map(read));
}
