// A field of the forms for editors, with its error message.
import {make} from './helpers.js';

let serial = 0;

/**
 * A labelled control.
 *
 * @param label Visible label.
 * @param code Name of the field in the file.
 * @param control An input, select or textarea.
 * @param hint A line below the label; null for none.
 * @returns The field, and `showError`, which shows an error; an empty text removes it.
 */
export function labelled({label, code, control, hint = null}) {
  serial += 1;
  control.id = `field-${serial}`;
  const wrong = make('p', {className: 'hint wrong', id: `${control.id}-wrong`, hidden: true});
  const hints = hint ? [make('p', {className: 'hint', id: `${control.id}-hint`}, hint)] : [];
  control.setAttribute('aria-describedby', [...hints, wrong].map(({id}) => id).join(' '));
  const showError = (text) => {
    wrong.textContent = text;
    wrong.hidden = !text;
    control.setAttribute('aria-invalid', String(Boolean(text)));
  };
  const field = make(
    'div',
    {className: 'field'},
    make('div', {className: 'names'}, make('label', {htmlFor: control.id}, label), make('code', {}, code)),
    control,
    ...hints,
    wrong,
  );
  return {field, showError};
}

/** Replaces the messages about a file. */
export function showMessages(box, wrong, ...lines) {
  box.replaceChildren(make('div', {className: wrong ? 'told wrong' : 'told'}, ...lines));
}

/**
 * Reads a file as text.
 *
 * @throws {Error} with a message for the editor.
 */
export async function readText(file, maxBytes) {
  if (file.size > maxBytes) {
    const size = Math.ceil(file.size / 1024);
    throw new Error(`${file.name} is ${size} kB. Een bestand voor de regiokaart is hoogstens ${maxBytes / 1024} kB.`);
  }
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new Error(`${file.name} is geen tekst in UTF-8. Is het een ander soort bestand?`);
  }
}
