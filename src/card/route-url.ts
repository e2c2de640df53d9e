/**
 * Directions to an address on openstreetmap.org. Nothing is requested from that site until the visitor follows the link.
 * The parameter `to` is read by the site's own page for directions.
 */
export const routeUrl = (address: string): string =>
  `https://www.openstreetmap.org/directions?${new URLSearchParams({to: address})}`;
