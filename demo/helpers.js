// What several pages of the demo share.

/** The fields of contact data, in the order in which they are asked for. */
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

/** An element with properties, and with text or elements in it; text is never read as markup. */
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

/** Fetches JSON that lies beside the demo, as it is now. */
export async function fetchJson(address) {
  const response = await fetch(address, {cache: 'no-store'});
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return response.json();
}

/** Gives the visitor a file. It is made in the page: nothing is sent. */
export function saveFile(content, type, name) {
  const url = URL.createObjectURL(new Blob([content], {type}));
  const link = make('a', {href: url, download: name, hidden: true});
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the file after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Copies a text; where the browser does not let us, selects it.
 *
 * @param source What shows the text.
 * @returns What to tell the visitor.
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
