/** Texts of the site's own, for the server and the browser alike. */
export const strings = {heading: 'Wie helpt jou aan werk in de zorg?'};
