// Before anybody is signed in: the form, or, on a shared phone, the people to tap.
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SharedPhonePerson } from '../../../shared/schemas/accounts.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { SignIn } from '../../kit/ui/SignIn.tsx';
import { winText } from '../texts.ts';
import { readPeople } from './calls.ts';
import type { PeopleGateProps } from './PeopleGate.tsx';

interface SignedOutProps {
  lead: string;
  onSignedIn: (session: Session) => void;
  children: ComponentChildren;
}

export function SignedOut({ lead, onSignedIn, children }: SignedOutProps) {
  const t = useText(winText);
  const [gate, setGate] = useState<{ View: ComponentType<PeopleGateProps>; people: SharedPhonePerson[] } | null>(null);
  const [byPassword, setByPassword] = useState(false);
  useEffect(() => {
    let isHere = true;
    void openGate().then((opened) => isHere && setGate(opened));
    return () => {
      isHere = false;
    };
  }, []);
  if (gate && !byPassword) {
    return (
      <gate.View people={gate.people} onSignedIn={onSignedIn} onPassword={() => setByPassword(true)}>
        {children}
      </gate.View>
    );
  }
  const back = gate && (
    <Button look="plain" onClick={() => setByPassword(false)}>
      {t('backToPeople')}
    </Button>
  );
  return (
    <SignIn lead={lead} onSignedIn={onSignedIn} other={back}>
      {children}
    </SignIn>
  );
}

/** The people of a shared phone and what shows them, or null: then there is the form, as on any other phone. */
async function openGate() {
  try {
    const people = await readPeople();
    if (people === null) return null;
    const { default: View } = await import('./PeopleGate.tsx');
    return { View, people };
  } catch {
    return null;
  }
}
