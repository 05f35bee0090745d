// The browser's own voice, where it has one of the language.
import type { Locale } from '../../kit/i18n.ts';

const LANGUAGE: Record<Locale, string> = { vi: 'vi-VN', en: 'en-US' };

/** A browser without any voices yet may be loading them. */
const WAIT_MS = 1500;

/** Says a sentence; false where there is no voice of the language. `volume` is 0 to 1. */
export async function speak(text: string, locale: Locale, volume: number): Promise<boolean> {
  const synthesis = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!synthesis) return false;
  if (synthesis.getVoices().length === 0) await voicesChange(synthesis);
  const voice = synthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(locale));
  if (!voice) return false;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = LANGUAGE[locale];
  utterance.volume = volume;
  synthesis.cancel();
  synthesis.speak(utterance);
  return true;
}

export function hush(): void {
  const synthesis = window.speechSynthesis as SpeechSynthesis | undefined;
  synthesis?.cancel();
}

function voicesChange(synthesis: SpeechSynthesis): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      synthesis.removeEventListener('voiceschanged', done);
      resolve();
    };
    const timer = setTimeout(done, WAIT_MS);
    synthesis.addEventListener('voiceschanged', done);
  });
}
