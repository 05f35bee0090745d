// The bench's one table, and what machine it was measured on.
import { execFileSync } from 'node:child_process';
import { readFileSync, statfsSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { isMet, type Figure, type Goal, type Outcome, type Part } from './figure.ts';

const HEAD = ['figure', 'ours', 'reference', 'ratio', 'goal', 'met'];

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

export function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** All parts' figures in one table, their notes below. */
export function drawTable(results: readonly { part: Part; outcome: Outcome }[]): string {
  const groups = results.map(({ part, outcome }) => ({
    ...outcome,
    title: part.title,
    lines: outcome.figures.map(cells),
  }));
  const lines = [HEAD, ...groups.flatMap((group) => group.lines)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const draw = (line: readonly string[]): string =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  const rule = '-'.repeat(draw(HEAD).length);
  const body = groups.flatMap((group) => [
    '',
    group.title,
    ...group.lines.map(draw),
    ...group.notes.map((note) => `    ${note}`),
  ]);
  return [draw(HEAD), rule, ...body.slice(1), ''].join('\n');
}

function cells(figure: Figure): string[] {
  const { name, ours, reference, ratio, goal } = figure;
  const met = isMet(figure);
  return [
    `  ${name}`,
    ours,
    reference,
    ratio === null ? '' : shortRatio(ratio),
    goalText(goal),
    met === null ? '' : met ? 'yes' : 'NO',
  ];
}

function shortRatio(ratio: number): string {
  return ratio >= 100 ? count(ratio) : ratio.toPrecision(3);
}

function goalText(goal: Goal | null): string {
  if (goal === null) return '';
  return 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
}

const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x01021994: 'tmpfs (flushes nothing)',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
};

/** What the figures were measured on: read ratios, not absolutes. */
export function machineFacts(): string {
  const [first] = cpus();
  const type = statfsSync(tmpdir()).type;
  return [
    `${cpus().length} × ${first?.model.trim() ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `${systemName()} ${release()}`,
    `Node ${process.versions.node}`,
    `${tmpdir()} on ${FILE_SYSTEMS[type] ?? `file system 0x${type.toString(16)}`}`,
    `load before ${loadavg()[0]?.toFixed(2)}`,
    `commit ${commit()}`,
  ].join(' · ');
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}
