// A board drawn for screens and for the API: all that it says at one instant.
import { knownBoard, type BoardDefinition } from '../../shared/board.ts';
import type { Facts } from '../../shared/facts.ts';
import type { OfficeView, Snapshot, Win } from '../../shared/patch.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { NO_PRIVACY } from '../../shared/screen.ts';
import type { LiveWindow } from './live-window.ts';
import { standingsOf } from './results.ts';

export interface Drawing {
  definition: BoardDefinition;
  office: OfficeSettings;
  window: LiveWindow;
  wins: readonly Win[];
  facts: Facts;
  rev: number;
  at: number;
  /** How many rows. */
  limit: number;
}

export function drawBoard({ definition, office, window, wins, facts, rev, at, limit }: Drawing): Snapshot {
  const { range, period } = window;
  const { scoreboard } = window.countOf(definition.metric);
  const total = scoreboard.view(knownBoard(`office-${definition.metric}-${definition.window}`));
  return {
    definition,
    office: officeView(office, window),
    standings: standingsOf(scoreboard.view(definition), total, { rev, asOf: at, window: range, period, limit }),
    wins,
    facts,
    privacy: NO_PRIVACY,
  };
}

function officeView(office: OfficeSettings, window: LiveWindow): OfficeView {
  const { name, timeZone, currency, exponent, locale } = office;
  return { name, timeZone, currency, exponent, locale, workingDaysLeft: window.workingDaysLeft };
}
