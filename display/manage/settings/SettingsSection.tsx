// The office's settings, then its API tokens.
import { useState } from 'preact/hooks';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { ApprovalRule } from '../approvals/ApprovalRule.tsx';
import { patchOffice } from '../calls.ts';
import type { SectionProps } from '../section-props.ts';
import { SectionHead } from '../SectionHead.tsx';
import { SaveBar } from '../SaveBar.tsx';
import { CalendarFields } from './CalendarFields.tsx';
import { officeForm, officePatch, type OfficeForm } from './office-form.ts';
import { OfficeFields } from './OfficeFields.tsx';
import { MoneyFields } from './MoneyFields.tsx';
import { PeriodFields } from './PeriodFields.tsx';
import { RaceFields } from './RaceFields.tsx';
import { settingsText } from './texts.ts';
import { Tokens } from './Tokens.tsx';

const SHOWN = [
  'name',
  'timeZone',
  'periodUnit',
  'yearPattern',
  'yearEnd',
  'longQuarter',
  'currency',
  'paymentTermsDays',
  'holidays',
  'products',
  'workingDays',
  'dayStartsMinute',
  'dayEndsMinute',
];

export function SettingsSection({ session, onOffice }: SectionProps) {
  const t = useText(settingsText);
  const { office } = session;
  const submit = useSubmit();
  const [form, setForm] = useState(() => officeForm(office));
  const [isSaved, setSaved] = useState(false);
  const patch = officePatch(form, office);
  const isChanged = Object.keys(patch).length > 0;
  const save = async () => {
    setSaved(
      await submit.run(async () => {
        const changed = await patchOffice(patch);
        onOffice(changed);
        setForm(officeForm(changed));
      }),
    );
  };
  const set = (change: Partial<OfficeForm>) => {
    setSaved(false);
    setForm({ ...form, ...change });
  };
  const fields = { form, set, submit };
  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')} />
      <form
        class="settings"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <OfficeFields {...fields} office={office} />
        <MoneyFields {...fields} office={office} />
        <PeriodFields {...fields} patch={patch} office={office} />
        <RaceFields {...fields} />
        <CalendarFields {...fields} />
        <ProblemNote error={submit.error} shown={SHOWN} />
        <SaveBar isBusy={submit.isBusy} isDisabled={!isChanged} isSaved={isSaved && !isChanged} />
      </form>
      <ApprovalRule />
      <Tokens />
    </>
  );
}
