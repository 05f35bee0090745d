// What stands at the door beside the books: how often one may guess, phones that are shared, passkeys, letters.
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Directory } from './directory.ts';
import { Guesses } from './guesses.ts';
import type { Ledger } from './ledger/ledger.ts';
import { Mail } from './mail.ts';
import { Passkeys } from './passkeys.ts';
import { SharedPhones } from './shared-phones.ts';

export interface WaysIn {
  guesses: Guesses;
  sharedPhones: SharedPhones;
  passkeys: Passkeys;
  /** Letters with a link. */
  mail: Mail;
}

interface Options {
  config: Config;
  directory: Directory;
  ledger: Ledger;
  clock: Clock;
  onFailure: (failure: unknown) => void;
}

export function openWaysIn({ config, directory, ledger, clock, onFailure }: Options): WaysIn & { stop: () => void } {
  const sharedPhones = new SharedPhones({
    directory,
    clock,
    end: (hashes) => void ledger.run('sessions:lapse', { type: 'system' }, { hashes }).catch(onFailure),
  });
  const mail = new Mail(config.mail, onFailure);
  return {
    guesses: new Guesses(clock),
    sharedPhones,
    passkeys: new Passkeys(clock),
    mail,
    stop() {
      sharedPhones.stop();
      mail.close();
    },
  };
}
