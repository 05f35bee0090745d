// A modal dialog: the platform's own, with its focus trap and Escape.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useText } from './locale.ts';
import { uiText } from './texts.ts';

interface DialogProps {
  title: string;
  children: ComponentChildren;
  onClose: () => void;
  /** From the bottom edge, under the thumb, instead of the middle. */
  isSheet?: boolean;
  isWide?: boolean;
}

/** The first field, or the one that has been marked: what stands before it is filled in. */
function firstField(dialog: HTMLElement | null): HTMLElement | null {
  return dialog?.querySelector<HTMLElement>('[autofocus]') ?? dialog?.querySelector('input, select, textarea') ?? null;
}

export function Dialog({ title, children, onClose, isSheet = false, isWide = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const t = useText(uiText);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    if (element && !element.open) element.showModal();
    // A sheet leaves its field alone: the phone's keyboard would cover what there is to tap.
    if (!isSheet) firstField(element)?.focus();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [isSheet]);
  return (
    <dialog
      ref={dialog}
      class={`dialog${isSheet ? ' dialog-sheet' : ''}${isWide ? ' dialog-wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" class="dialog-close" aria-label={t('close')} onClick={onClose}>
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
              <path d="M5 5l10 10M15 5L5 15" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
            </svg>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
