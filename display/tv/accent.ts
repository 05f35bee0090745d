// An office's accent in each theme: bent until it can be read there.
import type { Theme } from '../../shared/screen.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** The lightest ground that text of the accent stands on in a dark theme, the darkest in a light one. */
const GROUND: Record<Theme, Rgb> = { arena: [29, 52, 74], office: [221, 231, 241], contrast: [28, 28, 28] };
/** What small text needs on any screen of ours. */
const READABLE = 7;
const STEPS = 40;

export interface Accent {
  /** Bars and badges. */
  fill: string;
  dim: string;
  /** The accent as text. */
  text: string;
  /** Text on the accent. */
  ink: string;
  glow: string;
  glowEnd: string;
}

/** The accent's colours in a theme, or null where the text is no #rrggbb. */
export function accentOf(colour: string, theme: Theme): Accent | null {
  const rgb = parse(colour);
  if (!rgb) return null;
  const ground = GROUND[theme];
  const isDark = luminance(ground) < 0.2;
  const toward: Rgb = isDark ? [255, 255, 255] : [0, 0, 0];
  const fill = bend(rgb, ground, 3, toward);
  return {
    fill: css(fill),
    dim: css(mix(fill, [0, 0, 0], 0.2)),
    text: css(bend(rgb, ground, READABLE, toward)),
    ink: contrast(fill, [0, 0, 0]) >= contrast(fill, [255, 255, 255]) ? '#000000' : '#ffffff',
    glow: `rgba(${fill.join(', ')}, 0.3)`,
    glowEnd: `rgba(${fill.join(', ')}, 0.12)`,
  };
}

/** The contrast of two colours as WCAG 2 counts it, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

export function parse(colour: string): Rgb | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null;
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Moves a colour toward white or black until it stands out enough from the ground. */
function bend(rgb: Rgb, ground: Rgb, least: number, toward: Rgb): Rgb {
  for (let step = 0; step <= STEPS; step += 1) {
    const bent = mix(rgb, toward, step / STEPS);
    if (contrast(bent, ground) >= least) return bent;
  }
  return toward;
}

function mix(from: Rgb, to: Rgb, part: number): Rgb {
  return from.map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * part)) as unknown as Rgb;
}

function css(rgb: Rgb): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
