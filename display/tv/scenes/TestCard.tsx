// For whoever hangs the screen: frames per second, engine, size, safe area, colours, letters, sound.
import './test-card.css';
import { useEffect, useState } from 'preact/hooks';
import type { SoundState } from '../../../shared/screen.ts';
import { ownBuildId } from '../reload.ts';
import { useWall } from '../wall-context.ts';
import { engineOf } from './engine.ts';
import { StageHead } from './Sheet.tsx';
import { useSceneWords, type SceneWord } from './words.ts';

const COLOURS = ['#ffffff', '#ffff00', '#00ffff', '#00ff00', '#ff00ff', '#ff0000', '#0000ff', '#000000'];
const GREYS = 9;

const SOUND: Record<SoundState, SceneWord> = {
  on: 'soundOn',
  locked: 'soundLocked',
  muted: 'soundMuted',
  quiet: 'soundQuiet',
  none: 'soundNone',
};

export function TestCard() {
  const { sound } = useWall();
  const say = useSceneWords();
  useSafeAreaFrames();
  const facts = [
    [say('testFps'), useFramesPerSecond() ?? '–'],
    [say('testSize'), `${window.innerWidth} × ${window.innerHeight} · ${window.devicePixelRatio}×`],
    [say('testEngine'), engineOf(navigator.userAgent)],
    [say('testAudio'), say(SOUND[sound])],
    [say('testBuild'), ownBuildId()],
  ] as const;
  return (
    <>
      <StageHead title={say('testCard')} />
      <div class="test-card">
        <div class="test-patterns">
          <Bars colours={COLOURS} />
          <Bars colours={Array.from({ length: GREYS }, (_, step) => `hsl(0, 0%, ${(step * 100) / (GREYS - 1)}%)`)} />
          <p class="test-letters">{say('testLetters')}</p>
          <p class="test-safe">{say('testSafe')}</p>
        </div>
        <dl class="test-facts">
          {facts.map(([name, value]) => (
            <div key={name} class="test-fact">
              <dt>{name}</dt>
              <dd class="stage-figure">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}

function Bars({ colours }: { colours: readonly string[] }) {
  return (
    <div class="test-bars">
      {colours.map((colour) => (
        <span key={colour} style={{ background: colour }} />
      ))}
    </div>
  );
}

function useFramesPerSecond(): number | null {
  const [fps, setFps] = useState<number | null>(null);
  useEffect(() => {
    let frames = 0;
    let since = performance.now();
    const count = (now: number): void => {
      frames += 1;
      if (now - since >= 1000) {
        setFps(Math.round((frames * 1000) / (now - since)));
        frames = 0;
        since = now;
      }
      next = requestAnimationFrame(count);
    };
    let next = requestAnimationFrame(count);
    return () => cancelAnimationFrame(next);
  }, []);
  return fps;
}

/** Margins, in % of the screen's height, of which the outermost seen whole is the safe area to set. */
const MARGINS = [0, 2, 4, 6];

/** Frames along the glass itself, over the wall and not drawn smaller with it. */
function useSafeAreaFrames(): void {
  useEffect(() => {
    const frames = MARGINS.map((margin) => {
      const frame = document.createElement('div');
      frame.className = 'test-frame';
      frame.style.margin = `${margin}vh`;
      frame.textContent = `${margin}`;
      document.getElementById('stage')?.append(frame);
      return frame;
    });
    return () => frames.forEach((frame) => frame.remove());
  }, []);
}
