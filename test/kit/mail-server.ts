// A real mail server on this machine that keeps what it is given, and can be told to refuse.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  raw: string;
}

export interface MailServer {
  /** For `WINBOARD_SMTP_URL`. */
  url: string;
  received: ReceivedMail[];
  /** Whether it turns recipients away. */
  refuses: boolean;
  close: () => Promise<void>;
}

export async function startMailServer(login?: { user: string; password: string }): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: login === undefined,
    disabledCommands: login === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth(auth, _, done) {
      const isRight = auth.username === login?.user && auth.password === login?.password;
      done(isRight ? null : new Error('wrong login'), isRight ? { user: 'winboard' } : undefined);
    },
    onRcptTo(_, __, done) {
      done(kept.refuses ? new Error('no such mailbox') : null);
    },
    onData(stream, _, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(readMail(Buffer.concat(chunks).toString('latin1')));
        done(null);
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const credentials = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@` : '';
  const kept: MailServer = {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    received,
    refuses: false,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
  return kept;
}

/** The headers and the two bodies of a mail as it came over the wire. */
function readMail(raw: string): ReceivedMail {
  const { headers, body } = part(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers)?.[1] ?? '';
  const parts = body.split(`--${boundary}`).map((one) => part(one.trimStart()));
  const bodyOf = (type: string): string => {
    const found = parts.find((one) => one.headers.includes(`Content-Type: ${type}`));
    return found ? decodeBody(found) : '';
  };
  const header = (name: string): string => decodeWords(new RegExp(`^${name}: (.*)$`, 'm').exec(headers)?.[1] ?? '');
  return {
    from: header('From'),
    to: header('To'),
    subject: header('Subject'),
    text: bodyOf('text/plain'),
    html: bodyOf('text/html'),
    raw,
  };
}

/** Headers, each on one line, and what comes after them. */
function part(raw: string): { headers: string; body: string } {
  const [headers = '', ...body] = raw.replaceAll('\r\n', '\n').split('\n\n');
  return { headers: headers.replace(/\n[ \t]+/g, ' '), body: body.join('\n\n') };
}

function decodeBody({ headers, body }: { headers: string; body: string }): string {
  if (/base64/i.test(headers)) return Buffer.from(body, 'base64').toString('utf8');
  return /quoted-printable/i.test(headers) ? decodeQuoted(body.replace(/=\n/g, '')) : body;
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** RFC 2047: "=?UTF-8?Q?Sao_Vi=E1=BB=87t?=". */
function decodeWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decodeQuoted(text.replaceAll('_', ' ')),
    );
}
