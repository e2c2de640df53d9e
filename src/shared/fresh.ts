import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

/**
 * A text in new nodes whenever it changes. A page translator puts nodes of its own in place of ours, and what lit
 * writes into ours then shows nowhere: without this, an old answer would stand beside a new one.
 */
export const fresh = (text: string) => keyed(text, html`${text}`);
