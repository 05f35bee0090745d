// A field that a list is searched by; its placeholder is its name, too.
interface SearchInputProps {
  /** What it finds, in words. */
  label: string;
  text: string;
  onText: (text: string) => void;
}

export function SearchInput({ label, text, onText }: SearchInputProps) {
  return (
    <input
      class="input"
      type="search"
      value={text}
      placeholder={label}
      aria-label={label}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}
