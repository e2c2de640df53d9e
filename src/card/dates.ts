/**
 * A date for visitors: `maart 2020`, or the year alone when no month is known. Made without `Intl`, whose first use
 * is slow on a phone.
 *
 * @param months Names of the twelve months, separated by spaces.
 */
export function monthOf(date: string, months: string): string {
  const [year = '', month] = date.split('-');
  const name = months.split(' ')[Number(month) - 1];
  return name ? `${name} ${year}` : date;
}

/** Joins words for the start of a sentence: `Telefoon, website en adres`. */
export function listOf(words: readonly string[], and: string): string {
  const list = words.slice(-2).join(and);
  const sentence = [...words.slice(0, -2), list].join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
