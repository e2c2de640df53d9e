/**
 * A date as a visitor reads it: `maart 2020`, or the year alone where that is all that is known. Not by `Intl`: what it
 * fetches at its first use holds a slow phone up for 50 ms.
 *
 * @param months Names of the twelve months, with spaces between.
 */
export function monthOf(date: string, months: string): string {
  const [year = '', month] = date.split('-');
  const name = months.split(' ')[Number(month) - 1];
  return name ? `${name} ${year}` : date;
}

/** Words joined as in a sentence, which they begin: `Telefoon, website en adres`. */
export function listOf(words: readonly string[], and: string): string {
  const list = words.slice(-2).join(and);
  const sentence = [...words.slice(0, -2), list].join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
