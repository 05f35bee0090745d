// Listens, says where, stops on signals. Shared by the office and the demo; every failure is one clear line.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp, type Winboard } from './app.ts';
import { ConfigError, type Config } from './config.ts';
import { lanAddresses } from './lan.ts';

export interface Running {
  winboard: Winboard;
  config: Config;
  /** Where others on the network find this server, the most likely first. */
  urls: string[];
}

export interface Plan {
  config: Config;
  /** Says what is where, once it listens. */
  greet: (running: Running) => void;
}

const fromSource = import.meta.url.endsWith('.ts');
const builtDir = fileURLToPath(new URL(fromSource ? '../.build/display' : '../../display', import.meta.url));
/** `npm start` has checked that the screens are built; from sources the API may run alone. */
const displayDir = existsSync(join(builtDir, 'tv/index.html')) ? builtDir : null;

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Serves by a plan until a signal comes. */
export async function serve(prepare: () => Plan | Promise<Plan>): Promise<void> {
  try {
    const { config, greet } = await prepare();
    const winboard = await buildApp({ config, displayDir, onDeath: die });
    stopOnSignals(winboard);
    await winboard.app.listen({ port: config.port, host: config.host });
    greet({ winboard, config, urls: urlsOf(config, winboard) });
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exit(1);
  }
}

/** A server that cannot write must not look alive: whoever watches the process starts it again. */
function die(): never {
  process.stderr.write('Winboard can no longer write to its database and stops.\n');
  process.exit(1);
}

function stopOnSignals({ app }: Winboard): void {
  const stop = (): void => {
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function urlsOf(config: Config, { app }: Winboard): string[] {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const scheme = config.tls ? 'https' : 'http';
  const isEverywhere = config.host === '0.0.0.0' || config.host === '::';
  const hosts = isEverywhere ? lanAddresses() : [config.host];
  return (hosts.length > 0 ? hosts : ['localhost']).map((host) => `${scheme}://${host}:${port}`);
}

function reasonOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (typeof error !== 'object' || error === null) return String(error);
  // What the writing thread throws comes over as a plain object.
  const message = 'message' in error ? String(error.message) : JSON.stringify(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'The port is taken by another program. Choose another one: PORT=3001 npm start';
  return `Winboard cannot start: ${message}`;
}
