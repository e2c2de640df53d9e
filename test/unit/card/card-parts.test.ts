import {describe, expect, it} from 'vitest';
import {parseAddress} from '../../../src/card/address.js';
import {currentNotices, dutchDay} from '../../../src/card/notices.js';
import {routeUrl} from '../../../src/card/route-url.js';
import {safeLink} from '../../../src/card/safe-link.js';
import {jsonLdOf, organisationOf} from '../../../src/card/structured-data.js';

describe('parseAddress', () => {
  it.each([
    ['Eemsgolaan 1a, 9727 DW Groningen', {street: 'Eemsgolaan 1a', postcode: '9727 DW', town: 'Groningen'}],
    ['Plein 4, 2 hoog, 1012AB  Den Haag ', {street: 'Plein 4, 2 hoog', postcode: '1012 AB', town: 'Den Haag'}],
    ["Laan 1, 5211 AA 's-Hertogenbosch", {street: 'Laan 1', postcode: '5211 AA', town: "'s-Hertogenbosch"}],
    ['Laan 1', null],
    ['Laan 1, Den Haag', null],
    ['9727 DW Groningen', null],
    ['', null],
  ])('reads %j', (text, expected) => {
    expect(parseAddress(text)).toEqual(expected);
  });
});

describe('routeUrl', () => {
  it('leads to directions to the address, on one site', () => {
    const url = new URL(routeUrl('Laan 1 & 2#b, 5211 AA Den Bosch'));
    expect(url.origin).toBe('https://www.openstreetmap.org');
    expect(url.pathname).toBe('/directions');
    expect([...url.searchParams]).toEqual([['to', 'Laan 1 & 2#b, 5211 AA Den Bosch']]);
    expect(url.hash).toBe('');
  });
});

describe('safeLink', () => {
  it.each(['https://voorbeeld.nl/a', 'mailto:info@voorbeeld.nl', 'tel:+31501234567'])('lets %s pass', (href) => {
    expect(safeLink(href)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'http://voorbeeld.nl',
    'data:text/html,x',
    'blob:https://x.nl/1',
    '/contact',
    'voorbeeld.nl',
    '',
    null,
    undefined,
    {},
  ])('refuses %j', (href) => {
    expect(safeLink(href)).toBe('');
  });

  it('can allow fewer kinds', () => {
    expect(safeLink('tel:+31501234567', ['https:', 'mailto:'])).toBe('');
  });
});

describe('currentNotices', () => {
  const notice = (from?: string, until?: string) => ({text: 'x', ...(from && {from}), ...(until && {until})});
  const shownOn = (now: string, from?: string, until?: string) =>
    currentNotices([notice(from, until)], new Date(now)).length === 1;

  it.each([
    ['without dates', '2026-03-05T12:00Z', undefined, undefined, true],
    ['on its first day', '2026-03-05T12:00Z', '2026-03-05', undefined, true],
    ['the day before', '2026-03-04T12:00Z', '2026-03-05', undefined, false],
    ['on its last day', '2026-03-05T12:00Z', '2026-03-01', '2026-03-05', true],
    ['the day after', '2026-03-06T12:00Z', '2026-03-01', '2026-03-05', false],
    ['just before midnight in the Netherlands', '2026-03-05T22:59Z', undefined, '2026-03-05', true],
    ['just after midnight in the Netherlands', '2026-03-05T23:00Z', undefined, '2026-03-05', false],
    ['after midnight in summer', '2026-07-05T22:00Z', undefined, '2026-07-05', false],
    ['with its dates the wrong way round', '2026-03-05T12:00Z', '2026-03-09', '2026-03-01', false],
  ])('shows a notice correctly %s', (_name, now, from, until, expected) => {
    expect(shownOn(now, from, until)).toBe(expected);
  });

  it.each([
    ['2026-03-14T22:59Z', {}, true],
    ['2026-03-14T23:00Z', {}, false],
    ['2026-03-20T12:00Z', {until: '2026-03-20'}, true],
    ['2026-03-02T12:00Z', {until: '2026-03-01'}, false],
    ['2026-03-02T12:00Z', {from: '2026-03-03'}, false],
  ])('shows at %s an event of 14 March with %j: %s', (now, fields, expected) => {
    const event = {text: 'x', date: '2026-03-14', ...fields};
    expect(currentNotices([event], new Date(now)).length === 1).toBe(expected);
  });

  it('keeps the order', () => {
    const notices = [{text: 'a'}, {text: 'b', until: '2020-01-01'}, {text: 'c'}];
    expect(currentNotices(notices, new Date('2026-03-05T12:00Z')).map(({text}) => text)).toEqual(['a', 'c']);
  });
});

describe('dutchDay', () => {
  it('counts days as in the Netherlands', () => {
    expect(dutchDay(new Date('2026-12-31T23:30Z'))).toBe('2027-01-01');
  });
});

describe('organisationOf', () => {
  it('gives the known facts, and the region', () => {
    const contact = {
      name: 'Voorbeeld',
      formerName: 'Vroeger',
      phone: '050 123 45 67',
      email: 'info@voorbeeld.nl',
      website: 'https://voorbeeld.nl',
      contactPage: 'https://voorbeeld.nl/contact',
      address: 'Laan 1, 5211 AA Den Bosch',
    };
    expect(organisationOf(contact, 'Noord')).toEqual({
      '@type': 'Organization',
      name: 'Voorbeeld',
      url: 'https://voorbeeld.nl',
      telephone: '+31501234567',
      email: 'info@voorbeeld.nl',
      contactPoint: {'@type': 'ContactPoint', url: 'https://voorbeeld.nl/contact'},
      address: {
        '@type': 'PostalAddress',
        streetAddress: 'Laan 1',
        postalCode: '5211 AA',
        addressLocality: 'Den Bosch',
        addressCountry: 'NL',
      },
      areaServed: {'@type': 'AdministrativeArea', name: 'Noord'},
    });
    expect(organisationOf({name: 'Voorbeeld', address: 'Ergens'}, 'Noord')).toMatchObject({address: 'Ergens'});
  });

  it('is null without a name', () => {
    expect(organisationOf({phone: '050 123 45 67'}, 'Noord')).toBeNull();
  });
});

describe('jsonLdOf', () => {
  it('contains one organisation, or all of a choice', () => {
    expect(JSON.parse(jsonLdOf([{name: 'a'}]))).toEqual({'@context': 'https://schema.org', name: 'a'});
    expect(JSON.parse(jsonLdOf([{name: 'a'}, {name: 'b'}]))).toEqual({
      '@context': 'https://schema.org',
      '@graph': [{name: 'a'}, {name: 'b'}],
    });
  });

  it('cannot end the script element', () => {
    const text = jsonLdOf([{name: '</script><!--'}]);
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toMatchObject({name: '</script><!--'});
  });
});
