import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {regions} from '../../src/lookup.js';
import {buildCommand, type Command} from './command.js';

let command: Command;
beforeAll(async () => {
  command = await buildCommand();
});
afterAll(() => command.remove());

const FIELDS = ['name', 'phone', 'phoneHours', 'email', 'contactPage', 'website', 'vacancies', 'address', 'about'];

/** A day some months before today. */
const monthsAgo = (months: number) => {
  const day = new Date();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
};

const division = (organisations: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  JSON.stringify({
    format: 1,
    organisations: Object.fromEntries(
      Object.entries(organisations).map(([id, ages]) => [
        id,
        Object.fromEntries(
          Object.entries(ages).map(([field, months]) => [
            field,
            {value: `${field} of ${id}`, source: `https://example.nl/${field}`, date: monthsAgo(months)},
          ]),
        ),
      ]),
    ),
  });

const whole = (months: number) => Object.fromEntries(FIELDS.map((field) => [field, months]));

interface Listed {
  readonly region: string;
  readonly field: string;
  readonly value: string | null;
  readonly state: string;
  readonly months: number | null;
}

const list = async (...args: string[]) => {
  const {status, stdout, stderr} = await command.run(['facts', '--json', ...args]);
  expect(stderr).toBe('');
  expect(stdout.trimEnd()).not.toContain('\n');
  return {status, facts: JSON.parse(stdout) as Listed[]};
};

describe('regiokaart facts', () => {
  it('lists every fact of the bundled regions, missing ones first, then from old to new', async () => {
    const {facts} = await list();
    expect([...new Set(facts.map(({region}) => region))]).toEqual(regions.map(({id}) => id));
    for (const {id, organisation} of regions) {
      const own = facts.filter(({region}) => region === id);
      const known = own.filter(({state}) => state !== 'missing');
      expect(Object.fromEntries(known.map(({field, value}) => [field, value]))).toEqual(
        Object.fromEntries(Object.entries(organisation).map(([field, fact]) => [field, fact?.value])),
      );
      expect(own.slice(0, own.length - known.length).every(({state}) => state === 'missing')).toBe(true);
      const ages = known.map(({months}) => months ?? 0);
      expect(ages).toEqual([...ages].sort((a, b) => b - a));
    }
  });

  it('prints region, field, value, source and age, and marks what to look up', async () => {
    const {name: _, ...others} = whole(0);
    const file = command.write(
      'organisations.json',
      division({noord: {...others, phone: 30, website: 1}, zuid: whole(0)}),
    );
    const {status, stdout} = await command.run(['facts', file]);
    expect(status).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'noord',
      '! name         missing',
      '! phone        phone of noord (30 months old; https://example.nl/phone)',
      '  website      website of noord (1 month old; https://example.nl/website)',
    ]);
    expect(lines).toContain('  about        about of zuid (of this month; https://example.nl/about)');
    expect(lines.at(-1)).toBe('18 facts: 1 missing, 1 older than 12 months, 16 fine. ! = look it up.');
  });

  it('has Dutch messages, with the labels of the bundled regions', async () => {
    const {stdout} = await command.run(['facts', '--lang', 'nl']);
    expect(stdout).toMatch(/^Groningen\/Friesland\/Drenthe \(groningen-friesland-drenthe\)\n! /);
    expect(stdout).toMatch(/\n\d+ gegevens: \d+ ontbreken, \d+ ouder dan 12 maanden, \d+ in orde\. ! = opzoeken\.\n$/);
  });

  it.each([
    [0, [], 0],
    [11, [], 0],
    [13, [], 1],
    [13, ['--older-than', '24'], 0],
    [25, ['--older-than', '24'], 1],
    [1, ['--older-than', '0'], 1],
  ])('ends for facts of %d months with %j with status %d', async (months, args, status) => {
    const file = command.write('organisations.json', division({noord: whole(months)}));
    expect((await list(file, ...args)).status).toBe(status);
  });

  it('ends with status 1 if a fact is missing', async () => {
    const {about: _, ...others} = whole(0);
    const file = command.write('organisations.json', division({noord: others}));
    const {status, facts} = await list(file);
    expect(status).toBe(1);
    expect(facts[0]).toEqual({
      region: 'noord',
      field: 'about',
      value: null,
      source: null,
      date: null,
      months: null,
      state: 'missing',
    });
  });

  it.each([
    ['{', 1, 'facts.json: got something other than JSON, expected well-formed JSON\n'],
    ['{"flevoland": {"name": "A"}}', 1, 'facts.json: got other data, expected organisations.json of a division'],
    ['[]', 1, 'facts.json: got other data, expected organisations.json of a division'],
    ['{"organisations": {"noord": 7}}', 1, 'facts.json, noord: got 7, expected organisations.json of a division'],
    [
      '{"organisations": {"noord": {"name": "A"}}}',
      1,
      'facts.json, noord.name: got "A", expected a fact with value, source and date\n',
    ],
    [
      '{"organisations": {"noord": {"name": {"value": "A", "source": "x", "date": "gisteren"}}}}',
      1,
      'facts.json, noord.name: got {…}, expected a fact',
    ],
  ])('explains what the file %s is', async (content, status, message) => {
    const ended = await command.run(['facts', command.write('facts.json', content)]);
    expect(ended).toMatchObject({status, stdout: ''});
    expect(ended.stderr.startsWith(message), ended.stderr).toBe(true);
  });

  it.each([
    [['facts', 'nowhere.json'], 'nowhere.json: got no file, expected a file that is there'],
    [['facts', 'a', 'b'], 'got a b, expected at most one file'],
    [['facts', '--older-than', 'x'], 'got --older-than x, expected a number of months, as in 12'],
    [['facts', '--older-than', '-1'], 'got --older-than'],
    [['facts', '--older-than', '1.5'], 'got --older-than 1.5, expected a number of months, as in 12'],
    [['facts', '--column', 'a'], 'got --column, expected facts, --older-than, --json, --lang'],
    [['lookup', '1316', '--older-than', '3'], 'got --older-than, expected lookup, '],
  ])('ends with status 2 for %j', async (args, message) => {
    const ended = await command.run(args);
    expect(ended).toMatchObject({status: 2, stdout: ''});
    expect(ended.stderr).toContain(message);
  });

  it('is listed by --help', async () => {
    const {stdout} = await command.run(['--help']);
    for (const word of ['facts [FILE]', '--older-than N', 'missing or old']) expect(stdout).toContain(word);
  });
});
