import {complain} from '../shared/diagnostics.js';
import type {Language, Strings} from './strings.js';
import {en} from './texts-en.js';

/** A language with what differs from the Dutch texts. */
export interface Texts {
  readonly language: Language;
  readonly translations: Partial<Strings>;
}

/**
 * The texts of a language with the host's own on top. What is not a text, or a language that there is not, is left out
 * with a warning to the programmer.
 *
 * @param lang Language tag, of the element or of the page.
 * @param own The element's `lang` attribute; empty when the page's is followed.
 * @param overrides The host's own texts, by key.
 */
export function textsFor(lang: string, own: string, overrides: Partial<Strings> | null): Texts {
  if (own && lang !== 'nl' && lang !== 'en') complain('lang', own);
  const language = lang === 'en' ? lang : 'nl';
  const translations: Partial<Strings> = language === 'en' ? {...en} : {};
  for (const [key, value] of Object.entries(overrides ?? {})) {
    if (typeof value === 'string' && Object.hasOwn(en, key)) translations[key as keyof Strings] = value;
    else complain('strings', value, key);
  }
  return {language, translations};
}
