import fc from 'fast-check';
import ICAL from 'ical.js';
import {describe, expect, it} from 'vitest';
import {vcardFileName, vcardOf} from '../../../src/card/vcard.js';
import type {Contact} from '../../../src/core/region.js';

const CONTACT: Contact = {
  name: 'Zorgplein Voorbeeld',
  phone: '050 123 45 67',
  email: 'info@voorbeeld.nl',
  website: 'https://www.voorbeeld.nl',
  contactPage: 'https://www.voorbeeld.nl/contact?van=kaart,widget;1',
  address: 'Lange Straat 1a, 9727 DW Groningen',
};

const cardOf = (contact: Contact, name = contact.name ?? 'Werkgeversorganisatie', note = 'Regio Noord') =>
  vcardOf({contact, name, note, country: 'Nederland', language: 'en', now: new Date('2026-03-01T12:30:45.678Z')});

type Property = [name: string, parameters: Record<string, unknown>, type: string, ...values: unknown[]];

/** Reads a card back with an independent parser that address books use. */
function read(card: string): {all: Property[]; values: (name: string) => unknown[]} {
  const [kind, all] = ICAL.parse(card) as unknown as [string, Property[]];
  expect(kind).toBe('vcard');
  return {all, values: (name) => all.filter(([each]) => each === name).map(([, , , value]) => value)};
}

describe('vcardOf', () => {
  it('is read back by an independent parser', () => {
    const {values, all} = read(cardOf(CONTACT));
    expect(values('version')).toEqual(['4.0']);
    expect(values('kind')).toEqual(['org']);
    expect(values('fn')).toEqual(['Zorgplein Voorbeeld']);
    expect(values('org')).toEqual(['Zorgplein Voorbeeld']);
    expect(all.filter(([name]) => name === 'tel')).toEqual([['tel', {type: 'work'}, 'uri', 'tel:+31501234567']]);
    expect(values('email')).toEqual(['info@voorbeeld.nl']);
    expect(values('url')).toEqual(['https://www.voorbeeld.nl', CONTACT.contactPage]);
    expect(values('adr')).toEqual([['', '', 'Lange Straat 1a', 'Groningen', '', '9727 DW', 'Nederland']]);
    expect(values('lang')).toEqual(['nl']);
    expect(all.filter(([name]) => name === 'note')).toEqual([['note', {language: 'en'}, 'text', 'Regio Noord']]);
    expect(values('rev')).toEqual(['2026-03-01T12:30:45Z']);
  });

  it('puts the phone hours into the note, and the jobs site among the sites', () => {
    const {values} = read(
      cardOf({...CONTACT, phoneHours: 'Op werkdagen van 9 tot 17 uur.', vacancies: 'https://banen.voorbeeld.nl'}),
    );
    expect(values('note')).toEqual(['Regio Noord\n050 123 45 67: Op werkdagen van 9 tot 17 uur.']);
    expect(values('url')).toEqual(['https://www.voorbeeld.nl', CONTACT.contactPage, 'https://banen.voorbeeld.nl']);
    expect(read(cardOf({phoneHours: 'Op werkdagen.'})).values('note')).toEqual(['Regio Noord']);
  });

  it.each(['0800 1234', '0900 235 22 35', '14 020'])('keeps the service number %s as it is dialled here', (phone) => {
    expect(read(cardOf({phone})).all.filter(([name]) => name === 'tel')).toEqual([
      ['tel', {type: 'work'}, 'text', phone],
    ]);
  });

  it('leaves out unknown facts', () => {
    const {all} = read(cardOf({}));
    expect(all.map(([name]) => name)).toEqual(['version', 'kind', 'fn', 'org', 'lang', 'note', 'rev']);
  });

  it('keeps an address whole that it cannot parse', () => {
    expect(read(cardOf({address: 'Postbus 12; Assen, Drenthe'})).values('adr')).toEqual([
      ['', '', 'Postbus 12; Assen, Drenthe', '', '', '', ''],
    ]);
  });

  it('escapes characters with a meaning in a value', () => {
    const name = 'Zorg, Welzijn; Jeugd \\ Co';
    const {values} = read(cardOf({}, name, 'eerste regel\r\ntweede\nderde\u0007'));
    expect(values('fn')).toEqual([name]);
    expect(values('org')).toEqual([name]);
    expect(values('note')).toEqual(['eerste regel\ntweede\nderde']);
  });

  it('does not let a value begin a new line', () => {
    const wicked = 'x\r\nTEL:0900\nEND:VCARD\r\n';
    const card = cardOf({email: wicked, website: `https://x.nl/${wicked}`, address: wicked}, wicked, wicked);
    expect(card.split('\r\n').filter((line) => line.startsWith('TEL') || line === 'END:VCARD')).toEqual(['END:VCARD']);
  });

  it('ends every line with CRLF', () => {
    const card = cardOf(CONTACT);
    expect(card).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
    expect(card).toMatch(/\r\nEND:VCARD\r\n$/);
    expect(card.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('folds long lines at 75 octets, never inside a character, and preserves any name', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', minLength: 1, maxLength: 300}), (text) => {
        // A name of only white space does not count, and line breaks have their own test.
        const name = `x${text.replace(/\p{Cc}|[\u2028\u2029\u0085]/gu, '')}x`;
        const card = cardOf({}, name);
        for (const line of card.split('\r\n')) {
          const octets = new TextEncoder().encode(line);
          expect(octets.length).toBeLessThanOrEqual(75);
          // Half a character would be decoded as a replacement character.
          expect(new TextDecoder().decode(octets)).toBe(line);
        }
        expect(read(card).values('fn')).toEqual([name]);
      }),
    );
  });

  it('folds a line of exactly 76 octets, and not one of 75', () => {
    const lineOf = (length: number) => cardOf({}, 'x'.repeat(length - 'FN:'.length));
    expect(lineOf(75)).toContain(`\r\nFN:${'x'.repeat(72)}\r\n`);
    expect(lineOf(76)).toContain(`\r\nFN:${'x'.repeat(72)}\r\n x\r\n`);
  });
});

describe('vcardFileName', () => {
  it.each([
    ['Flever', 'Flever.vcf'],
    ['WGV Zorg en Welzijn', 'WGV-Zorg-en-Welzijn.vcf'],
    ['Coöperatie „De Één”', 'Cooperatie-De-Een.vcf'],
    ['../../etc/passwd', 'etc-passwd.vcf'],
    ['CON:', 'CON.vcf'],
    ['منظمة', 'contact.vcf'],
    ['', 'contact.vcf'],
    [`${'a'.repeat(59)} b`, `${'a'.repeat(59)}.vcf`],
  ])('turns %j into the name %j', (name, file) => {
    expect(vcardFileName(name)).toBe(file);
  });
});
