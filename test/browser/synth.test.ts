// The sounds that Winboard makes, rendered by a real browser: each can be heard, none clips, a bigger win is longer.
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN_SOUNDS } from '../../shared/screen.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser } = wallSuite();
const SYNTH = join(import.meta.dirname, '../../display/kit/sound/synth.ts');

/** The module as a script that hangs itself on the page. */
let script: string;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: SYNTH, formats: ['iife'], name: 'synth' } },
  });
  const [output] = Array.isArray(built) ? built : [built as Rollup.RollupOutput];
  script = output?.output[0].code ?? '';
});

describe.each(BUILT_IN_SOUNDS.filter((sound) => sound !== 'none'))('%s', (made) => {
  it('CE5 is loud enough, never clips, and goes on for longer the bigger the win', async () => {
    const page = await browser().newPage();
    await page.addScriptTag({ content: script });
    const heard = await page.evaluate(async (name) => {
      const { playMade } = (
        window as unknown as { synth: { playMade: (out: AudioNode, made: string, size: number, at: number) => number } }
      ).synth;
      const results: { peak: number; seconds: number; after: number }[] = [];
      for (const size of [1, 2, 3]) {
        const context = new OfflineAudioContext(1, 44_100 * 8, 44_100);
        const seconds = playMade(context.destination, name, size, 0);
        const samples = (await context.startRendering()).getChannelData(0);
        const peakOf = (part: Float32Array): number => part.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
        const end = Math.ceil((seconds + 0.1) * 44_100);
        results.push({ peak: peakOf(samples), seconds, after: peakOf(samples.subarray(end)) });
      }
      return results;
    }, made);
    for (const { peak, seconds, after } of heard) {
      expect(peak).toBeGreaterThan(0.2);
      expect(peak).toBeLessThan(1);
      expect(seconds).toBeLessThan(6.5);
      expect(after).toBeLessThan(0.01);
    }
    const [small, big, huge] = heard.map(({ seconds }) => seconds);
    expect([small, big, huge]).toEqual([small, big, huge].toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(huge).toBeGreaterThan(small ?? 0);
  });
});
