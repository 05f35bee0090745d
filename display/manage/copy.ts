// Copying what a field shows.

/** Whether it is on the clipboard. Plain http has no clipboard API: there the old way still copies what is selected. */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement | null): Promise<boolean> {
  if (!field) return false;
  field.select();
  try {
    if (!window.isSecureContext) return document.execCommand('copy');
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false;
  }
}
