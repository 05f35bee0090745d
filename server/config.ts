// The only reader of the environment. A wrong value stops the start, with one clear line per error.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Config {
  port: number;
  host: string;
  /** The folder of the database and uploads. */
  dataDir: string;
  setupToken: string;
  tls: { certFile: string; keyFile: string } | null;
  trustProxy: boolean | string;
  logLevel: string;
  /** Where letters go out, and from whom; null sends none. */
  mail: { smtpUrl: string; from: string } | null;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

export class ConfigError extends Error {}

/** Reads the configuration. Throws a `ConfigError` whose message has a line for each wrong value. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const errors: string[] = [];
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    errors.push(`PORT must be 0 to 65535, not "${env['PORT']}".`);
  const logLevel = env['LOG_LEVEL'] ?? 'warn';
  if (!LOG_LEVELS.includes(logLevel))
    errors.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${logLevel}".`);
  const setupToken = env['WINBOARD_SETUP_TOKEN'] ?? randomBytes(12).toString('base64url');
  if (setupToken.length < 8) errors.push('WINBOARD_SETUP_TOKEN must have at least 8 characters.');
  const tls = readTls(env, errors);
  const mail = readMail(env, errors);
  if (errors.length > 0) throw new ConfigError(errors.join('\n'));
  return {
    port,
    host: env['HOST'] ?? '0.0.0.0',
    dataDir: resolve(env['WINBOARD_DATA'] ?? './data'),
    setupToken,
    tls,
    trustProxy: readTrust(env['WINBOARD_TRUST_PROXY']),
    logLevel,
    mail,
  };
}

/** "ha@saoviet.vn", or with a name: "Sao Việt <ha@saoviet.vn>". */
const SENDER = /^(?:[^<>\r\n]*<[^\s@<>,]+@[^\s@<>,]+>|[^\s@<>,]+@[^\s@<>,]+)$/;

function readMail(env: Readonly<Record<string, string | undefined>>, errors: string[]): Config['mail'] {
  const smtpUrl = env['WINBOARD_SMTP_URL'] || null;
  const from = env['WINBOARD_MAIL_FROM'] || null;
  if (smtpUrl === null && from === null) return null;
  // Not shown: it may hold a password.
  if (smtpUrl !== null && !isSmtpUrl(smtpUrl))
    errors.push('WINBOARD_SMTP_URL must be smtp://[USER:PASSWORD@]HOST[:PORT], or smtps:// of the same kind.');
  if (from !== null && !SENDER.test(from))
    errors.push(`WINBOARD_MAIL_FROM must be an e-mail address, or "Name <address>", not "${from}".`);
  if (smtpUrl !== null && from !== null) return { smtpUrl, from };
  errors.push('WINBOARD_SMTP_URL and WINBOARD_MAIL_FROM must be set together.');
  return null;
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (protocol === 'smtp:' || protocol === 'smtps:') && hostname !== '';
}

function readTls(env: Readonly<Record<string, string | undefined>>, errors: string[]): Config['tls'] {
  const certFile = env['WINBOARD_TLS_CERT'];
  const keyFile = env['WINBOARD_TLS_KEY'];
  if (certFile === undefined && keyFile === undefined) return null;
  if (certFile === undefined || keyFile === undefined) {
    errors.push('WINBOARD_TLS_CERT and WINBOARD_TLS_KEY must be set together.');
    return null;
  }
  for (const [name, file] of [
    ['WINBOARD_TLS_CERT', certFile],
    ['WINBOARD_TLS_KEY', keyFile],
  ]) {
    if (file !== undefined && !existsSync(file)) errors.push(`${name}: there is no file "${file}".`);
  }
  return { certFile, keyFile };
}

/** "true" trusts every proxy in front, an address or a list of them only those. */
function readTrust(value: string | undefined): boolean | string {
  if (value === undefined || value === '' || value === 'false') return false;
  return value === 'true' ? true : value;
}

export interface KioskConfig {
  /** Where the server of this machine answers. */
  url: string;
  /** The browser to take, in place of looking for one. */
  browser: string | null;
  /** What the system says of itself: where programs and folders are, whether there is a screen. Not settings of ours. */
  system: Readonly<Record<string, string | undefined>>;
}

const SYSTEM = [
  'PATH',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XDG_STATE_HOME',
  'LOCALAPPDATA',
  'PROGRAMFILES',
  'PROGRAMFILES(X86)',
  'npm_lifecycle_event',
];

/** What `npm run kiosk` needs: of the server only where it is. */
export function readKioskConfig(env: Readonly<Record<string, string | undefined>> = process.env): KioskConfig {
  const { port, tls } = readConfig(env);
  return {
    url: `${tls ? 'https' : 'http'}://localhost:${port}`,
    browser: env['CHROMIUM'] || null,
    system: Object.fromEntries(SYSTEM.map((name) => [name, env[name]])),
  };
}
