/**
 * Directions to an address on openstreetmap.org; nothing is asked of that site before the visitor follows the link.
 * Source of the form: `/directions?to=` as read by the site's own directions page.
 */
export const routeUrl = (address: string): string =>
  `https://www.openstreetmap.org/directions?${new URLSearchParams({to: address})}`;
