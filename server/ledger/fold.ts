// Names and addresses are compared whatever their case and composition.
export function foldKey(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
