// The office's settings: its form in parts, what it would do beside what was changed, then what is saved by itself.
import { useRef } from 'preact/hooks';
import type { FieldError } from '../../../shared/problem.ts';
import { ApiFailure } from '../../kit/api.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { ApprovalRule } from '../approvals/ApprovalRule.tsx';
import type { SectionProps } from '../section-props.ts';
import { SectionHead } from '../SectionHead.tsx';
import { CalendarFields } from './CalendarFields.tsx';
import type { SettingKey } from './known-settings.ts';
import { MoneyFields } from './MoneyFields.tsx';
import { faultsOf, refusedFault } from './office-faults.ts';
import { officeForm, settingsOf, type OfficeForm } from './office-form.ts';
import { OfficeFields } from './OfficeFields.tsx';
import { PartNav } from './PartNav.tsx';
import { elementOf, isPart, KEYS_OF } from './parts.ts';
import { PendingSettings } from './PendingSettings.tsx';
import { PeriodFields } from './PeriodFields.tsx';
import { RaceFields } from './RaceFields.tsx';
import { RepFields } from './RepFields.tsx';
import { SettingConflicts } from './SettingConflicts.tsx';
import { settingsText } from './texts.ts';
import { Tokens } from './Tokens.tsx';
import { useOfficeDraft, type OfficeDraft } from './use-office-draft.ts';
import { useOfficePreview } from './use-office-preview.ts';

const SHOWN = Object.values(KEYS_OF).flat();

export function SettingsSection({ route, session, onOffice }: SectionProps) {
  const t = useText(settingsText);
  const draft = useOfficeDraft({
    name: `settings ${session.user.id}`,
    office: session.office,
    onOffice,
    toForm: officeForm,
    toSettings: settingsOf,
  });
  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')} />
      <div class="settings-page">
        <PartNav asked={isPart(route.id) ? route.id : null} changed={changedIn(draft)} />
        <div class="settings-body">
          <SettingsForm draft={draft} />
          <div id={elementOf('approvals')}>
            <ApprovalRule />
          </div>
          <div id={elementOf('tokens')}>
            <Tokens />
          </div>
        </div>
      </div>
      <SettingConflicts draft={draft} />
    </>
  );
}

function changedIn({ patch }: OfficeDraft<OfficeForm>): SettingKey[] {
  return Object.keys(patch) as SettingKey[];
}

function SettingsForm({ draft }: { draft: OfficeDraft<OfficeForm> }) {
  const element = useRef<HTMLFormElement>(null);
  const { form, set, base, patch, submit } = draft;
  const faults = faultsOf(form);
  const isWrong = faults.size > 0;
  const effects = useOfficePreview(Object.fromEntries(Object.entries(patch).filter(([key]) => !faults.has(key))), base);
  const refused = [...effects.refused, ...refusedIn(submit.error)];
  const fault = (field: string) => faults.get(field) ?? refusedFault(refused, field, form);
  const fields = { form, set, fault, office: base, patch, effects };
  const save = () => {
    if (isWrong) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else void draft.save();
  };
  return (
    <form
      class="settings"
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <OfficeFields {...fields} />
      <MoneyFields {...fields} />
      <PeriodFields {...fields} />
      <CalendarFields {...fields} />
      <RaceFields {...fields} />
      <RepFields {...fields} />
      <ProblemNote error={submit.error} shown={SHOWN} />
      <PendingSettings
        changed={changedIn(draft)}
        isBusy={submit.isBusy}
        isWrong={isWrong}
        isSaved={draft.isSaved}
        onDiscard={draft.discard}
      />
    </form>
  );
}

function refusedIn(error: unknown): readonly FieldError[] {
  return error instanceof ApiFailure ? (error.problem.errors ?? []) : [];
}
