import {describe, expect, it} from 'vitest';
import {type CsvFormat, decodeField, encodeField} from '../../../src/cli/csv-format.js';

const format = (encoding: CsvFormat['encoding'], delimiter = ','): CsvFormat => ({encoding, delimiter});

describe('encodeField', () => {
  it.each([
    ['Flevoland', ',', 'Flevoland'],
    ['Kennemerland, Amstelland', ',', '"Kennemerland, Amstelland"'],
    ['Kennemerland, Amstelland', ';', 'Kennemerland, Amstelland'],
    ['de "Zorg"', ';', '"de ""Zorg"""'],
    ['a\nb', '\t', '"a\nb"'],
  ])('writes %j between %j as %j', (text, delimiter, expected) => {
    expect(encodeField(text, format('utf-8', delimiter))).toBe(expected);
  });

  it('writes the bytes of the encoding', () => {
    expect(Buffer.from(encodeField('Fryslân €', format('utf-8')), 'latin1').toString()).toBe('Fryslân €');
    expect(Buffer.from(encodeField('Fryslân €', format('windows-1252')), 'latin1').toString('hex')).toBe(
      Buffer.from('Frysl\xe2n \x80', 'latin1').toString('hex'),
    );
  });

  it('writes a question mark for a letter that the encoding lacks', () => {
    expect(encodeField('ż', format('windows-1252'))).toBe('?');
  });
});

describe('decodeField', () => {
  it.each(['utf-8', 'windows-1252'] as const)('reads what encodeField writes in %s', (encoding) => {
    expect(decodeField(encodeField('Fryslân €', format(encoding)), format(encoding))).toBe('Fryslân €');
  });
});
