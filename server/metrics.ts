// What Prometheus may know: how much comes in, how much goes out, how soon it is on the wall.
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  commits: Counter;
  deals: Counter;
  patches: Counter;
  shownMs: Histogram;
}

export function makeMetrics(read: { rev: () => number; sockets: () => number }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, value: () => number): Gauge =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('winboard_rev', 'The store’s revision.', read.rev);
  gauge('winboard_sockets', 'Connected screens and pages.', read.sockets);
  gauge('winboard_memory_bytes', 'Resident memory of the server.', () => process.memoryUsage.rss());
  return {
    registry,
    commits: new Counter({ name: 'winboard_commits_total', help: 'Writing transactions.', registers }),
    deals: new Counter({ name: 'winboard_deals_total', help: 'Deals recorded, imports not counted.', registers }),
    patches: new Counter({ name: 'winboard_patches_total', help: 'Patches published.', registers }),
    shownMs: new Histogram({
      name: 'winboard_shown_ms',
      help: 'From commit to the screen’s report that it is painted, in ms.',
      buckets: [10, 25, 50, 100, 250, 500, 1_000, 5_000],
      registers,
    }),
  };
}
