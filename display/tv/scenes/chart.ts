// The one chart of the wall: Chart.js on one canvas, which scenes hang into their place and fill. Making a chart anew
// every turn would leak on TVs that never sleep.
import { Chart, Filler, LineController, LineElement, LinearScale, PointElement, type ChartOptions } from 'chart.js';
import type { Course } from '../../../shared/facts.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler);

export interface CourseLines {
  course: Course;
  sums: readonly number[];
  projection: number | null;
  /** How far time has come. */
  now: number;
  /** A sum as the axis says it. */
  format: (value: number) => string;
}

interface Point {
  x: number;
  y: number;
}

/** Parts of the canvas's height. */
const TEXT = 0.052;
/** Of the screen's height: what can be read across an office. */
const LEAST_TEXT = 0.026;
const THICK = 0.013;

let chart: Chart<'line', Point[]> | null = null;

/** Hangs the chart into an element and draws; gives what takes it down again. */
export function hangCourse(into: HTMLElement): () => void {
  const { canvas } = theChart();
  into.append(canvas);
  return () => canvas.remove();
}

/** Draws the course as it stands, in the size of the place that it hangs in. */
export function drawCourse({ course, sums, projection, now, format }: CourseLines): void {
  const line = theChart();
  const { parentElement: place } = line.canvas;
  if (!place || place.clientHeight === 0) return;
  const colour = coloursOf(place);
  const text = Math.max(place.clientHeight * TEXT, window.innerHeight * LEAST_TEXT);
  const thick = Math.max(place.clientHeight * THICK, window.innerHeight * 0.004);
  const start = { x: course.startsAt, y: 0 };
  const actual = [start, ...sums.map((y, index) => ({ x: Math.min(course.ends[index] ?? now, now), y }))];
  const last = actual[actual.length - 1] ?? start;
  const end = course.ends[course.ends.length - 1] ?? now;
  const style = { pointRadius: 0, borderJoinStyle: 'round', borderCapStyle: 'round' } as const;
  line.data.datasets = [
    {
      ...style,
      data: actual,
      borderColor: colour('--accent'),
      backgroundColor: colour('--glow'),
      borderWidth: thick,
      fill: 'origin',
      pointRadius: actual.map((point) => (point === last ? thick * 1.4 : 0)),
      pointBackgroundColor: colour('--accent'),
    },
    {
      ...style,
      data: projection === null ? [] : [last, { x: end, y: projection }],
      borderColor: colour('--accent'),
      borderWidth: thick * 0.7,
      borderDash: [0, thick * 1.9],
    },
    {
      ...style,
      data: course.pace ? [start, ...course.pace.map((y, index) => ({ x: course.ends[index] ?? end, y }))] : [],
      borderColor: colour('--mark-pace'),
      borderWidth: thick * 0.55,
      borderDash: [thick * 2, thick * 1.8],
    },
  ];
  line.options = optionsOf({ colour, text, right: thick * 2, format, from: course.startsAt, to: end });
  // A canvas that is given a size is emptied and made anew, also by the same one.
  if (line.width !== place.clientWidth || line.height !== place.clientHeight) {
    line.resize(place.clientWidth, place.clientHeight);
  }
  line.update('none');
}

interface Frame {
  colour: (name: string) => string;
  /** The size of the axis's text. */
  text: number;
  /** Room for the round end of a line. */
  right: number;
  from: number;
  to: number;
  format: (value: number) => string;
}

function optionsOf({ colour, text, right, from, to, format }: Frame): ChartOptions<'line'> {
  return {
    responsive: false,
    maintainAspectRatio: false,
    animation: false,
    events: [],
    layout: { padding: { top: text, right } },
    scales: {
      x: { type: 'linear', display: false, min: from, max: to },
      y: {
        beginAtZero: true,
        border: { display: false },
        grid: { color: colour('--faint'), drawTicks: false },
        ticks: {
          color: colour('--quiet'),
          font: { family: colour('--figures'), size: text, weight: 600 },
          maxTicksLimit: 4,
          padding: text * 0.4,
          callback: (value) => format(Number(value)),
        },
      },
    },
  };
}

function theChart(): Chart<'line', Point[]> {
  chart ??= new Chart<'line', Point[]>(document.createElement('canvas'), {
    type: 'line',
    data: { datasets: [] },
    options: { responsive: false, maintainAspectRatio: false, animation: false },
  });
  return chart;
}

/** The theme's colours as they are on this page; a canvas knows no variables. */
function coloursOf(place: HTMLElement): (name: string) => string {
  const style = getComputedStyle(place);
  return (name) => style.getPropertyValue(name).trim();
}
