import type {Handle} from '@sveltejs/kit';
import css from 'regiokaart/cdn/regiokaart.css?url';
import {prerenderShadowRoot} from 'regiokaart/prerender';
import {strings} from '$lib/strings';

const shadowRoot = prerenderShadowRoot({map: 'click', noLocation: true, css, strings});

// Svelte finds its element empty, as it expects it: the browser takes the template away while it reads the page.
export const handle: Handle = ({event, resolve}) =>
  resolve(event, {
    transformPageChunk: ({html}) => html.replace('</regio-kaart>', () => `${shadowRoot}</regio-kaart>`),
  });
