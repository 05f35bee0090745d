// The pictures of reactions, of our own: a TV or a kiosk without a font of emoji would show empty boxes.
import type { ReactionKind } from '../../../shared/reactions.ts';
import clap from './clap.svg';
import fire from './fire.svg';
import heart from './heart.svg';
import party from './party.svg';
import rocket from './rocket.svg';
import strong from './strong.svg';

export const REACTION_PICTURES: Readonly<Record<ReactionKind, string>> = { clap, fire, party, strong, rocket, heart };
