// What the first page asks for beside the live board.
import type { Changes, PaceList } from '../../../shared/schemas/home.ts';
import { call } from '../../kit/api.ts';

export const readPace = () => call<PaceList>('GET', '/api/pace');
export const readChanges = () => call<Changes>('GET', '/api/changes');
