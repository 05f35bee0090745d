// A rep as text in a form, and as the API takes it.
import { rampText, readRamp } from '../ramp-text.ts';
import type { RepBody, RepPatch, RepView } from '../../../shared/schemas/people.ts';

export interface RepForm {
  name: string;
  email: string;
  phone: string;
  teamId: string;
  teamSince: string;
  joinedOn: string;
  leftOn: string;
  workShare: string;
  password: string;
  photoId: string | null;
  soundId: string | null;
  absences: readonly Absence[];
  /** The own ramp as text; null for the office's (rule QT7). */
  ramp: string | null;
}

export type Absence = RepView['absences'][number];

const NEW_REP: RepForm = {
  name: '',
  email: '',
  phone: '',
  teamId: '',
  teamSince: '',
  joinedOn: '',
  leftOn: '',
  workShare: '100',
  password: '',
  photoId: null,
  soundId: null,
  absences: [],
  ramp: null,
};

/** A rep as the form shows it; `teamId` is where somebody new comes in. */
export function formOf(rep: RepView | null, teamId: string): RepForm {
  if (!rep) return { ...NEW_REP, teamId };
  return {
    name: rep.name,
    email: rep.email ?? '',
    phone: rep.phone ?? '',
    teamId: rep.teamId ?? '',
    teamSince: '',
    joinedOn: rep.joinedOn ?? '',
    leftOn: rep.leftOn ?? '',
    workShare: String(rep.workShareBp / 100),
    password: '',
    photoId: rep.photoId,
    soundId: rep.soundId,
    absences: rep.absences,
    ramp: rep.ramp && rampText(rep.ramp),
  };
}

/** The whole rep as the form has it. */
export function bodyOf(form: RepForm): RepBody {
  return {
    name: form.name.trim(),
    email: form.email.trim() || null,
    phone: form.phone.trim() || null,
    teamId: form.teamId || null,
    joinedOn: form.joinedOn || null,
    leftOn: form.leftOn || null,
    workShareBp: Math.round(Number(form.workShare) * 100),
    photoId: form.photoId,
    soundId: form.soundId,
    absences: form.absences.filter(({ from, to }) => from !== '' && to !== ''),
    ramp: form.ramp === null ? null : (readRamp(form.ramp) ?? [-1]),
    ...(form.password === '' ? {} : { password: form.password }),
  };
}

/** Only what has been changed: a team named again would open a new membership. */
export function changesOf(form: RepForm, rep: RepView): RepPatch {
  const { teamId, ...body } = bodyOf(form);
  if (teamId === rep.teamId || teamId === undefined) return body;
  return { ...body, teamId, ...(form.teamSince === '' ? {} : { teamSince: form.teamSince }) };
}
