import type {} from 'regiokaart/react';

// Never rendered: the types are what is looked at.

// @ts-expect-error -- no such value
export const value = <regio-kaart map="sometimes" />;

// @ts-expect-error -- no such type
export const type = <regio-kaart report-url={3} />;

// @ts-expect-error -- events carry no postcode
export const event = <regio-kaart onregio-select={({postcode}) => console.log(postcode)} />;
