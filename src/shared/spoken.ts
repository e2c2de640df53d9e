/** A name as a screen reader should say it: it would read each `/` of "Groningen/Friesland/Drenthe" as "slash". */
export const spoken = (name: string): string => name.replaceAll('/', ', ');
