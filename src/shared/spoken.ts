/** A name for screen readers, which would read each `/` in "Groningen/Friesland/Drenthe" as "slash". */
export const spoken = (name: string): string => name.replaceAll('/', ', ');
