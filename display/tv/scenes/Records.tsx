// What has never been done better, and who came first in periods that are closed (rules FA4, PD2).
import './records.css';
import type { Hall, RecordMark } from '../../../shared/facts.ts';
import { shortNameOf } from '../../../shared/names.ts';
import { formatDate } from '../../kit/format.ts';
import type { Room, SceneProps } from '../scene.ts';
import { useWall } from '../wall-context.ts';
import { Amount } from './Amount.tsx';
import { Line } from './Line.tsx';
import { Sheet, StageHead } from './Sheet.tsx';
import { useSceneWords, type SceneWord } from './words.ts';

const RECORDS = { side: 3, full: 6, tall: 3, band: 2 };
const PERIODS = { side: 3, full: 6, tall: 3, band: 2 };

const WORDS: Record<RecordMark['kind'], SceneWord> = { deal: 'recordDeal', day: 'recordDay', period: 'recordPeriod' };

export function Records({ snapshot, room }: SceneProps) {
  const say = useSceneWords();
  const records = snapshot.facts.records.slice(0, RECORDS[room]);
  const hall = snapshot.facts.hall.slice(0, PERIODS[room]);
  const hasHall = hall.length > 0 && (room !== 'band' || records.length === 0);
  if (records.length === 0 && !hasHall) {
    return <Sheet title={say('records')} none={say('recordsNone')} />;
  }
  return (
    <div class="records">
      {records.length > 0 && (
        <section class="records-part">
          <StageHead title={say('records')} />
          <ol class="lines">
            {records.map((record) => (
              <Mark key={`${record.kind} ${record.name} ${record.at}`} record={record} room={room} />
            ))}
          </ol>
        </section>
      )}
      {hasHall && (
        <section class="records-part">
          <StageHead title={say('hall')} />
          <ol class="lines">
            {hall.map((period) => (
              <Closed key={period.periodId} period={period} room={room} />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Mark({ record, room }: { record: RecordMark; room: Room }) {
  const { locale, office } = useWall();
  const say = useSceneWords();
  const isOffice = record.name === office.name;
  const when = record.kind === 'period' ? record.label : formatDate(record.at, office.timeZone, locale);
  return (
    <Line
      person={isOffice ? null : record}
      name={say(WORDS[record.kind])}
      room={room}
      below={isOffice ? office.name : shortNameOf(record.name)}
      value={<Amount minor={record.value} />}
      note={when}
    />
  );
}

function Closed({ period, room }: { period: Hall; room: Room }) {
  const [winner, ...others] = period.first;
  const beside = room === 'full' ? others.map((one) => `${one.rank}. ${shortNameOf(one.name)}`) : [];
  return (
    <Line
      look="line--1"
      person={winner ?? null}
      name={winner?.name ?? ''}
      room={room}
      below={beside.length === 0 ? period.period : beside.join(' · ')}
      value={winner && <Amount minor={winner.value} />}
      note={beside.length === 0 ? undefined : period.period}
    />
  );
}
