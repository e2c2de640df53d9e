/** Texts of the site's own. */
export const strings = {heading: 'Wie helpt jou aan werk in de zorg?'};
