// Configuration, application, listening, signals.
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp, type Winboard } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';

const fromSource = import.meta.url.endsWith('.ts');
const builtDir = fileURLToPath(new URL(fromSource ? '../.build/display' : '../../display', import.meta.url));
/** `npm start` has checked that the screens are built; from sources the API may run alone. */
const displayDir = existsSync(join(builtDir, 'tv/index.html')) ? builtDir : null;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Where screens on the same network find this server. */
function addresses(config: Config, port: number): string[] {
  const scheme = config.tls ? 'https' : 'http';
  const isEverywhere = config.host === '0.0.0.0' || config.host === '::';
  const hosts = isEverywhere
    ? Object.values(networkInterfaces()).flatMap((all) =>
        (all ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
      )
    : [config.host];
  return (hosts.length > 0 ? hosts : ['localhost']).map((host) => `${scheme}://${host}:${port}`);
}

function greet(config: Config, { app, parts }: Winboard): void {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const [first = ''] = addresses(config, port);
  say('Winboard is running.');
  if (parts.directory.office === null) say(`  Set up    ${first}/manage#setup=${config.setupToken}`);
  say(`  TV        ${addresses(config, port).join('  ')}`);
  say(`  Phones    ${first}/win`);
  say(`  Manager   ${first}/manage`);
  say(`  API       ${first}/docs`);
  say(`  Data      ${config.dataDir}`);
}

async function start(): Promise<void> {
  const config = readConfig();
  const winboard = await buildApp({ config, displayDir });
  const { app } = winboard;
  const stop = (): void => {
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen({ port: config.port, host: config.host });
  greet(config, winboard);
}

start().catch((error: unknown) => {
  if (error instanceof ConfigError) fail(error.message);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    fail(`The port is taken by another program. Stop it, or start with another one: PORT=3001 npm start`);
  }
  fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
});
