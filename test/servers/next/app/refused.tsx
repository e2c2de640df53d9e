import type {} from 'regiokaart/next';

// What React would leave out without a word while it hydrates. Never rendered: the types are what is looked at.

// @ts-expect-error -- no listener
export const listener = <regio-kaart onregio-select={() => {}} />;

// @ts-expect-error -- no property
export const property = <regio-kaart strings={{heading: 'Zoek'}} />;

// @ts-expect-error -- the attribute is no-location
export const spelling = <regio-kaart noLocation />;

// @ts-expect-error -- no such value
export const value = <regio-kaart map="sometimes" />;

export const fine = (
  <regio-kaart
    postcode="1316"
    region="flevoland"
    heading-level={3}
    no-location
    deep-link
    report-url="https://example.nl"
  />
);
