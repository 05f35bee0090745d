// Has every engine on the disk before the first test: without the registry the run ends here, with one line.
import { ENGINES, programOf } from '../kit/engines.ts';

export async function setup(): Promise<void> {
  try {
    for (const engine of ENGINES) await programOf(engine);
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
