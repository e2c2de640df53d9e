// Code that several pages of the demo share.

/** The fields of contact data, in the order of the forms. */
export const FIELDS = {
  name: 'Naam',
  formerName: 'Vroegere naam',
  phone: 'Telefoon',
  phoneHours: 'Tijden van de telefoon',
  email: 'E-mailadres',
  contactPage: 'Contactpagina',
  website: 'Website',
  vacancies: 'Site met vacatures',
  address: 'Adres',
  about: 'Wat de organisatie doet',
};

/** Makes an element with properties and children. Text is never parsed as markup. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A year, a month of a year, or a day, in words. */
export const dateOf = (text) =>
  new Intl.DateTimeFormat('nl-NL', {
    year: 'numeric',
    ...(text.length > 4 && {month: 'long'}),
    ...(text.length > 7 && {day: 'numeric'}),
    timeZone: 'UTC',
  }).format(new Date(text));

/** Fetches the newest version of a JSON file beside the demo. */
export async function fetchJson(address) {
  const response = await fetch(address, {cache: 'no-store'});
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return response.json();
}

/** Offers the visitor a file that is made in the page, without any request. */
export function saveFile(content, type, name) {
  const url = URL.createObjectURL(new Blob([content], {type}));
  const link = make('a', {href: url, download: name, hidden: true});
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Copies a text, or selects it if the browser refuses.
 *
 * @param source The element with the text.
 * @returns A message for the visitor.
 */
export async function copyText(text, source) {
  try {
    await navigator.clipboard.writeText(text);
    return 'Gekopieerd';
  } catch {
    if (source.select) source.select();
    else getSelection().selectAllChildren(source);
    return 'Kopiëren lukt hier niet. De tekst is geselecteerd: kopieer die met Ctrl+C of ⌘C.';
  }
}
