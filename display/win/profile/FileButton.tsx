// A button that asks for a file; on a phone that may be the camera.
import { useRef } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';

interface FileButtonProps {
  label: string;
  accept: string;
  isBusy?: boolean;
  onFile: (file: File) => void;
}

export function FileButton({ label, accept, isBusy = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button isBusy={isBusy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
