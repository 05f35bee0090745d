// A PIN under one thumb: our own keys, so that no keyboard comes up; a real keyboard's digits work as well.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PIN_LENGTH } from '../../../shared/pin.ts';
import type { SharedPhonePerson } from '../../../shared/schemas/accounts.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { DeleteMark } from '../DeleteMark.tsx';
import { enterByPin } from './calls.ts';
import { Face } from '../Face.tsx';
import { phoneText } from './texts.ts';

interface PinPadProps {
  person: SharedPhonePerson;
  onSignedIn: (session: Session) => void;
  onBack: () => void;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

export function PinPad({ person, onSignedIn, onBack }: PinPadProps) {
  const t = useText(phoneText);
  const submit = useSubmit();
  const [pin, setPin] = useState('');
  const head = useRef<HTMLHeadingElement>(null);
  // The key that was pressed last may be gone: a real keyboard goes on typing here, with its very next key.
  useLayoutEffect(() => head.current?.focus(), [submit.error]);
  const press = (digit: string) => {
    submit.clear();
    setPin((before) => (before + digit).slice(0, PIN_LENGTH.most));
  };
  const erase = () => setPin((before) => before.slice(0, -1));
  const isWhole = pin.length >= PIN_LENGTH.least;
  const send = () =>
    submit.run(async () => {
      setPin('');
      onSignedIn(await enterByPin(person.userId, pin));
    });
  return (
    <form
      class="gate-card pin"
      aria-labelledby="pin"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) void send();
      }}
      onKeyDown={(event) => {
        if (DIGITS.includes(event.key)) press(event.key);
        else if (event.key === 'Backspace') erase();
        else if (event.key === 'Enter' && event.target === head.current && isWhole) void send();
      }}
    >
      <div class="pin-who">
        <Face name={person.name} photoId={person.photoId} />
        <h1 id="pin" ref={head} tabIndex={-1}>
          {person.name}
        </h1>
      </div>
      <PinDots count={pin.length} />
      <ProblemNote error={submit.error} />
      <PinKeys onDigit={press} onErase={erase} />
      <Button type="submit" look="main" isBusy={submit.isBusy} isDisabled={!isWhole && !submit.isBusy}>
        {t('enter')}
      </Button>
      <Button look="plain" onClick={onBack}>
        {t('other')}
      </Button>
    </form>
  );
}

function PinDots({ count }: { count: number }) {
  const t = useText(phoneText);
  return (
    <p class="pin-dots" role="status">
      <span class="unseen">{t('entered', { count })}</span>
      {Array.from({ length: Math.max(PIN_LENGTH.least, count) }, (_, place) => (
        <span key={place} class={place < count ? 'pin-dot pin-dot-on' : 'pin-dot'} />
      ))}
    </p>
  );
}

function PinKeys({ onDigit, onErase }: { onDigit: (digit: string) => void; onErase: () => void }) {
  const t = useText(phoneText);
  return (
    <div class="pad pin-pad" role="group" aria-label={t('pad')}>
      {DIGITS.map((digit) => (
        <button key={digit} type="button" class="key figure" onClick={() => onDigit(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" class="key key-side" aria-label={t('delete')} onClick={onErase}>
        <DeleteMark />
      </button>
    </div>
  );
}
