// `npm start`: the office of the data folder.
import { readConfig } from './config.ts';
import { say, serve, type Running } from './serve.ts';

function greet({ winboard, config, urls }: Running): void {
  const [first = ''] = urls;
  say('Winboard is running.');
  if (winboard.parts.directory.office === null) say(`  Set up    ${first}/manage#setup=${config.setupToken}`);
  say(`  TV        ${urls.join('  ')}`);
  say(`  Phone     ${first}/win`);
  say(`  Manager   ${first}/manage`);
  say(`  API       ${first}/docs`);
  say(`  Data      ${config.dataDir}`);
}

await serve(() => ({ config: readConfig(), greet }));
