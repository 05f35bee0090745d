// Colleagues cheer while a win is celebrated: signs rise at both edges, a word stands above. Rule RX4.
import './cheers.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { shortNameOf } from '../../../shared/names.ts';
import type { Cheer } from '../../../shared/reactions.ts';
import { REACTION_PICTURES } from '../../kit/reactions/pictures.ts';
import { fanfareHas, type Fanfare } from '../celebration/queue.ts';
import { grownSign, RISES_MS, Signs, type Sign } from './bounds.ts';

export function Cheering({ cheer, fanfare }: { cheer: Cheer | null; fanfare: Fanfare }) {
  const isHere = cheer !== null && fanfareHas(fanfare, cheer.dealId);
  const signs = useSigns(isHere ? cheer : null);
  const latest = isHere ? cheer.latest : undefined;
  return (
    <>
      {signs.map(({ id, kind }) => (
        <img
          key={id}
          class={`cheer-rises cheer-rises--${id % 2 === 0 ? 'left' : 'right'}`}
          src={REACTION_PICTURES[kind]}
          alt=""
        />
      ))}
      {latest && latest.text !== '' && (
        <p key={latest.userId + latest.at} class="cheer-word">
          <b>{shortNameOf(latest.name)}</b> {latest.text}
        </p>
      )}
    </>
  );
}

/** The signs that are on their way up: of a screen that is told no names, those of the sign that has grown. */
function useSigns(cheer: Cheer | null): readonly Sign[] {
  const bounds = useRef(new Signs());
  const before = useRef<Cheer['counts']>({});
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  const [signs, setSigns] = useState<readonly Sign[]>([]);
  useEffect(() => {
    if (!cheer) return;
    const { counts, latest } = cheer;
    const kind = latest?.kind ?? grownSign(before.current, counts);
    before.current = counts;
    const sign = kind && bounds.current.begin(kind, performance.now());
    if (!sign) return;
    setSigns((now) => [...now, sign]);
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setSigns((now) => now.filter(({ id }) => id !== sign.id));
    }, RISES_MS);
    timers.current.add(timer);
  }, [cheer]);
  useEffect(() => () => timers.current.forEach(clearTimeout), []);
  return signs;
}
