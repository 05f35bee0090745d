// A short text that is mostly one of those used before.
interface ChoiceFieldProps {
  label: string;
  hint: string;
  value: string;
  choices: readonly string[];
  onValue: (value: string) => void;
}

const MOST = 8;

export function ChoiceField({ label, hint, value, choices, onValue }: ChoiceFieldProps) {
  return (
    <div class="more-field">
      <label class="more-field">
        <span class="more-label">{label}</span>
        <input
          type="text"
          class="input"
          value={value}
          maxLength={200}
          placeholder={hint}
          autocomplete="off"
          enterkeyhint="done"
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      </label>
      {choices.length > 0 && (
        <div class="choices" role="group" aria-label={label}>
          {choices.slice(0, MOST).map((choice) => (
            <button
              key={choice}
              type="button"
              class="pick-chip"
              aria-pressed={choice === value}
              onClick={() => onValue(choice === value ? '' : choice)}
            >
              {choice}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
