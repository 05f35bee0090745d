// A shared phone's door: tap who you are, then your PIN.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SharedPhonePerson } from '../../../shared/schemas/accounts.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { matches } from '../../kit/search.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Gate } from '../../kit/ui/Gate.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { Face } from '../Face.tsx';
import { PinPad } from './PinPad.tsx';
import './shared-phone.css';
import { phoneText } from './texts.ts';

export interface PeopleGateProps {
  people: readonly SharedPhonePerson[];
  onSignedIn: (session: Session) => void;
  /** Somebody has no PIN. */
  onPassword: () => void;
  children: ComponentChildren;
}

/** Above this many nobody looks for a face any more. */
const MANY = 12;

export default function PeopleGate({ people, onSignedIn, onPassword, children }: PeopleGateProps) {
  const [person, setPerson] = useState<SharedPhonePerson | null>(null);
  return (
    <Gate>
      {person ? (
        <PinPad person={person} onSignedIn={onSignedIn} onBack={() => setPerson(null)} />
      ) : (
        <People people={people} onPerson={setPerson} onPassword={onPassword}>
          {children}
        </People>
      )}
    </Gate>
  );
}

interface PeopleProps extends Pick<PeopleGateProps, 'people' | 'onPassword' | 'children'> {
  onPerson: (person: SharedPhonePerson) => void;
}

function People({ people, onPerson, onPassword, children }: PeopleProps) {
  const t = useText(phoneText);
  const [text, setText] = useState('');
  const found = people.filter(({ name }) => matches(name, text));
  return (
    <section class="gate-card" aria-labelledby="who">
      <h1 id="who">{t('who')}</h1>
      <p class="quiet">{t(people.length === 0 ? 'nobody' : 'tap')}</p>
      {children}
      {people.length > MANY && (
        <input
          class="input"
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      {found.length > 0 && (
        <ul class="people">
          {found.map((person) => (
            <li key={person.userId}>
              <button type="button" class="person" onClick={() => onPerson(person)}>
                <Face name={person.name} photoId={person.photoId} />
                <span class="person-name clamped">{person.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {people.length > 0 && found.length === 0 && <p role="status">{t('nothingFound')}</p>}
      <Button look="plain" onClick={onPassword}>
        {t('byPassword')}
      </Button>
    </section>
  );
}
