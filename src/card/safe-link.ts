const PROTOCOLS = ['https:', 'mailto:', 'tel:'];

/**
 * The address if a card may link to it, else empty. Relative addresses are refused, because what they lead to depends
 * on the host page.
 */
export function safeLink(href: unknown, protocols: readonly string[] = PROTOCOLS): string {
  try {
    return protocols.includes(new URL(String(href)).protocol) ? String(href) : '';
  } catch {
    return '';
  }
}
