// Has every engine on the disk before the first test: without the registry the run ends here, with one line.
import { ENGINES, programOf } from '../kit/engines.ts';

export async function setup(): Promise<void> {
  for (const engine of ENGINES) await programOf(engine);
}
