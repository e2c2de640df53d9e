import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

/**
 * A text that gets new nodes whenever it changes. A page translator replaces text nodes, so that what lit later writes to
 * the original ones is not visible. Without new nodes an old answer could stay beside a new one.
 */
export const fresh = (text: string) => keyed(text, html`${text}`);
