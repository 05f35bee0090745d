// What a page holds once all that nobody refers to is gone, and what was to be seen on it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { median } from './statistics.ts';

export interface Holding {
  /** Bytes. */
  heap: number;
  /** Of these, code that the engine has compiled: it grows for days, with every path that gets hot, and is no leak. */
  code: number;
  nodes: number;
  listeners: number;
}

const SAMPLES = 5;
/** What the last scene began comes to its end. */
const SETTLE_MS = 1_500;
const PAUSE_MS = 250;

export async function holdingOf(session: CDPSession): Promise<Holding> {
  const samples: Omit<Holding, 'code'>[] = [];
  await sleep(SETTLE_MS);
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    await sleep(PAUSE_MS);
    // Once is not enough: what a first round finalizes is freed by the next.
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    samples.push({ heap: usedSize, nodes, listeners: jsEventListeners });
  }
  const middle = (read: (sample: Omit<Holding, 'code'>) => number): number => median(samples.map(read));
  return {
    code: await compiledBytes(session),
    heap: middle(({ heap }) => heap),
    nodes: middle(({ nodes }) => nodes),
    listeners: middle(({ listeners }) => listeners),
  };
}

/** The parts of a heap snapshot that are needed here: rows of numbers, and what each number of a row means. */
interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

async function compiledBytes(session: CDPSession): Promise<number> {
  let text = '';
  const hear = ({ chunk }: { chunk: string }): void => {
    text += chunk;
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', hear);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', hear);
  const { snapshot, nodes } = JSON.parse(text) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = types[0].indexOf('code');
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (nodes[node + type] === code) bytes += nodes[node + size] ?? 0;
  }
  return bytes;
}

export interface Sights {
  scenes: number;
  /** How many different ones. */
  kinds: number;
  celebrations: number;
}

/** Counts scenes and celebrations from now on. */
export async function watchWall(page: Page): Promise<() => Promise<Sights>> {
  await page.evaluate(countSights);
  return () => page.evaluate(() => window.sights());
}

declare global {
  interface Window {
    sights: () => Sights;
  }
}

/** Runs in the page: it may use nothing of this module. */
function countSights(): void {
  let scenes = 0;
  let celebrations = 0;
  const kinds = new Set<string>();
  let last = '';
  new MutationObserver((changes) => {
    const scene = document.querySelector<HTMLElement>('.stage')?.dataset['scene'] ?? '';
    if (scene !== '' && scene !== last) {
      scenes += 1;
      kinds.add(scene);
    }
    last = scene;
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node instanceof Element && node.classList.contains('celebration')) celebrations += 1;
      }
    }
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-scene'] });
  window.sights = () => ({ scenes, kinds: kinds.size, celebrations });
}
