const PROTOCOLS = ['https:', 'mailto:', 'tel:'];

/**
 * The address when a card may link to it, else empty. A relative address is none: cards stand on pages that they do
 * not know.
 */
export function safeLink(href: unknown, protocols: readonly string[] = PROTOCOLS): string {
  try {
    return protocols.includes(new URL(String(href)).protocol) ? String(href) : '';
  } catch {
    return '';
  }
}
