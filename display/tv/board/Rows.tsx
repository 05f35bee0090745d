// The rows. Each stands absolutely and is moved by `transform` alone; the document's order never changes (rows are
// sorted by id), so a move can be overtaken by the next one. More rows than fit take turns below the podium; those whose
// turn it is not are empty, so that a large office costs a screen no more than a small one.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../../shared/patch.ts';
import { formatCount } from '../../kit/format.ts';
import { pageOf, PAGER_HEIGHT, slotOf, type Layout } from './layout.ts';
import { RowPanel } from './RowPanel.tsx';
import { useWall } from '../wall-context.ts';

interface Props {
  snapshot: Snapshot;
  fresh: ReadonlySet<string>;
  layout: Layout;
  /** A scene covers the rows: pages wait. */
  isCovered: boolean;
}

const PAGE_MS = 12_000;

export function Rows({ snapshot, fresh, layout, isCovered }: Props) {
  const { rows } = snapshot.standings;
  const places = useMemo(() => new Map(rows.map((row, place) => [row.subjectId, place])), [rows]);
  const before = usePrevious(places);
  const page = usePage(snapshot, fresh, layout, isCovered);
  const sorted = useMemo(() => [...rows].sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1)), [rows]);
  const hasQuotas = snapshot.standings.total.quota !== null || rows.some((row) => row.quota !== null);
  return (
    <section
      class={`rows rows--${layout.form} ${layout.dense ? 'rows--dense' : ''} ${layout.narrow ? 'rows--narrow' : ''} ${layout.tall ? 'rows--tall' : ''} ${hasQuotas ? '' : 'rows--bare'}`}
    >
      <ol class="rows-list">
        {sorted.map((row) => {
          const place = places.get(row.subjectId) ?? 0;
          const { slot, seen } = slotOf(place, page, layout);
          return (
            <li
              key={row.subjectId}
              class={`row ${seen ? '' : 'row--away'}`}
              data-subject={row.subjectId}
              data-place={place}
              aria-hidden={!seen}
              style={{
                transform: `translateY(${offsetOf(slot, layout)})`,
                zIndex: depthOf(place, before?.get(row.subjectId)),
              }}
            >
              {seen && (
                <RowPanel
                  row={row}
                  metric={snapshot.definition.metric}
                  isFresh={fresh.has(row.subjectId)}
                  letters={layout.nameLetters}
                  hasQuotas={hasQuotas}
                />
              )}
            </li>
          );
        })}
      </ol>
      {layout.pages > 1 && <Pager page={page} layout={layout} count={snapshot.standings.subjects} />}
    </section>
  );
}

function offsetOf(slot: number, layout: Layout): string {
  const below = layout.pages > 1 && slot >= layout.podium ? PAGER_HEIGHT : 0;
  return `calc(${slot * 100}% + ${below + layout.top}vh)`;
}

/** A riser glides over those that it passes. */
function depthOf(place: number, before: number | undefined): number {
  if (before === undefined || before === place) return 2;
  return place < before ? 3 : 1;
}

/** The value before the last change of it. */
function usePrevious<T>(value: T): T | null {
  const memory = useRef<{ now: T; before: T | null }>({ now: value, before: null });
  if (memory.current.now !== value) memory.current = { now: value, before: memory.current.now };
  return memory.current.before;
}

/** Pages take turns; one with a fresh row comes at once. */
function usePage(snapshot: Snapshot, fresh: ReadonlySet<string>, layout: Layout, isCovered: boolean): number {
  const [page, setPage] = useState(0);
  const place = snapshot.standings.rows.findIndex((row) => fresh.has(row.subjectId));
  const wanted = place < 0 ? null : pageOf(place, layout);
  useEffect(() => {
    if (wanted !== null) setPage(wanted);
  }, [wanted]);
  useEffect(() => {
    if (layout.pages < 2 || isCovered || wanted !== null) return;
    const timer = setInterval(() => setPage((before) => (before + 1) % layout.pages), PAGE_MS);
    return () => clearInterval(timer);
  }, [layout.pages, isCovered, wanted]);
  return Math.min(page, layout.pages - 1);
}

function Pager({ page, layout, count }: { page: number; layout: Layout; count: number }) {
  const { say, locale } = useWall();
  const from = layout.podium + page * layout.pageSize + 1;
  const to = Math.min(from + layout.pageSize - 1, count);
  return (
    <div class="pager" style={{ transform: `translateY(${layout.podium * layout.pitch}vh)` }}>
      <div class="pager-line">
        <div class="pager-thumb" style={{ width: `${100 / layout.pages}%`, transform: `translateX(${page * 100}%)` }} />
      </div>
      <span class="pager-text">
        {say('page', {
          from: formatCount(from, locale),
          to: formatCount(to, locale),
          count: formatCount(count, locale),
        })}
      </span>
    </div>
  );
}
