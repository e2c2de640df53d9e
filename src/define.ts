/**
 * Registers `<regio-kaart>` and `<regio-contact>`, each unless its tag is taken already.
 * @module regiokaart/define
 */
import {RegioContact} from './card/regio-contact.js';
import {RegioKaart} from './finder/regio-kaart.js';

declare global {
  interface HTMLElementTagNameMap {
    'regio-kaart': RegioKaart;
    'regio-contact': RegioContact;
  }
}

const define = (tag: string, element: CustomElementConstructor) => {
  const registry = globalThis.customElements;
  if (registry && !registry.get(tag)) registry.define(tag, element);
};

define('regio-kaart', RegioKaart);
define('regio-contact', RegioContact);
