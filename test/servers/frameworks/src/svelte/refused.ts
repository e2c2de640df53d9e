import type {} from 'regiokaart/svelte';
import type {SvelteHTMLElements} from 'svelte/elements';

// The types are what is looked at.
type Props = SvelteHTMLElements['regio-kaart'];

// @ts-expect-error -- no such value
export const value: Props = {map: 'sometimes'};

// @ts-expect-error -- no such type
export const type: Props = {'report-url': 3};

// @ts-expect-error -- events carry no postcode
export const event: Props = {'on:regio-select': ({postcode}) => postcode};
