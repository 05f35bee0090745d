// A colleague's word in the foot, in place of the latest wins, for some seconds. Rule RX4.
import './cheers.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { shortNameOf } from '../../../shared/names.ts';
import type { Win } from '../../../shared/patch.ts';
import { REACTION_KINDS, type Cheer } from '../../../shared/reactions.ts';
import { REACTION_PICTURES } from '../../kit/reactions/pictures.ts';
import { repsOf } from '../names.ts';
import { Lines, STANDS_MS } from './bounds.ts';
import { useCheerWords } from './words.ts';

interface CheerLineProps {
  cheer: Cheer;
  /** A celebration lies over the foot: what is said then is told there, and here once it has gone. */
  isCovered: boolean;
  wins: readonly Win[];
}

export function CheerLine({ cheer, isCovered, wins }: CheerLineProps) {
  const shown = useLine(cheer, isCovered);
  // A win that was voided meanwhile is congratulated on no more.
  const win = wins.find(({ dealId }) => dealId === shown?.dealId);
  return shown && win ? <Line cheer={shown} win={win} /> : null;
}

function useLine(cheer: Cheer, isCovered: boolean): Cheer | null {
  const lines = useRef(new Lines());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [shown, setShown] = useState<Cheer | null>(null);
  useEffect(() => {
    if (isCovered || !lines.current.begin(cheer, performance.now())) return;
    const stand = (one: Cheer | null) => {
      setShown(one);
      clearTimeout(timer.current);
      if (one) timer.current = setTimeout(() => stand(lines.current.next(performance.now())), STANDS_MS);
    };
    stand(cheer);
  }, [cheer, isCovered]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return shown;
}

function Line({ cheer: { latest, counts }, win }: { cheer: Cheer; win: Win }) {
  const say = useCheerWords();
  const rep = repsOf(win);
  const who = latest ? shortNameOf(latest.name) : '';
  return (
    <li class="cheer-line" role="status">
      <span class="cheer-counts">
        {REACTION_KINDS.map((kind) =>
          counts[kind] === undefined ? null : (
            <span key={kind} class={`cheer-count ${kind === latest?.kind ? 'cheer-count--now' : ''}`}>
              <img class="cheer-sign" src={REACTION_PICTURES[kind]} alt="" />
              {counts[kind]}
            </span>
          ),
        )}
      </span>
      <span class="cheer-words">
        {latest
          ? say(latest.text === '' ? 'cheers' : 'said', { who, rep, text: latest.text })
          : say('counted', { rep })}
      </span>
    </li>
  );
}
