// Letters with a link, where a mail server is configured. They are a courtesy: whoever asks for a link gets it on the
// screen as well, and a letter that cannot be sent holds nobody up. The only file that knows nodemailer.
import { createTransport, type Transporter } from 'nodemailer';
import type { OfficeSettings } from '../shared/schemas/office.ts';
import type { Config } from './config.ts';
import { writeLetter, type Letter } from './letters.ts';

/** A mail server that is slower than this is given up on: somebody waits for the answer. */
const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;

export interface Recipient {
  name: string;
  email: string | null;
  /** Null for the office's. */
  locale: Letter['locale'] | null;
}

export class Mail {
  readonly #transport: Transporter | null;
  readonly #from: string;
  readonly #onFailure: (failure: unknown) => void;

  constructor(config: Config['mail'], onFailure: (failure: unknown) => void) {
    this.#onFailure = onFailure;
    this.#from = config?.from ?? '';
    this.#transport =
      config &&
      createTransport({
        url: config.smtpUrl,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        dnsTimeout: CONNECT_MS,
        socketTimeout: ANSWER_MS,
        // Letters are our own text: nothing in them may name a file or an address to fetch.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
  }

  /**
   * Sends somebody a link, in their language or else the office's. Whether a mail server has taken it: false where none is
   * configured, there is no address, or it did not. Never throws.
   */
  async send(
    office: OfficeSettings,
    to: Recipient,
    link: Pick<Letter, 'purpose' | 'url' | 'expiresAt'>,
  ): Promise<boolean> {
    const { name, email, locale } = to;
    if (this.#transport === null || email === null) return false;
    const letter = {
      ...link,
      name,
      locale: locale ?? office.locale,
      officeName: office.name,
      timeZone: office.timeZone,
    };
    try {
      await this.#transport.sendMail({
        from: this.#from,
        to: { name, address: email },
        ...writeLetter(letter),
      });
      return true;
    } catch (failure) {
      this.#onFailure(failure);
      return false;
    }
  }

  /** Lets go of the mail server. */
  close(): void {
    this.#transport?.close();
  }
}
