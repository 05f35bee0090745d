// A button: what it does in words, whether it is the main thing to do, and whether it is at work.
import type { ComponentChildren } from 'preact';

export interface ButtonProps {
  children: ComponentChildren;
  look?: 'main' | 'gold' | 'quiet' | 'plain' | 'danger';
  size?: 'small';
  type?: 'button' | 'submit';
  isBusy?: boolean;
  isDisabled?: boolean;
  label?: string;
  onClick?: (event: MouseEvent) => void;
}

export function Button(props: ButtonProps) {
  const { look = 'quiet', size, type = 'button', isBusy = false, isDisabled = false } = props;
  return (
    <button
      type={type}
      class={`button button-${look}${size ? ` button-${size}` : ''}`}
      disabled={isDisabled}
      aria-busy={isBusy}
      aria-label={props.label}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else props.onClick?.(event);
      }}
    >
      {isBusy && <span class="spinner" aria-hidden="true" />}
      <span class="button-words">{props.children}</span>
    </button>
  );
}
