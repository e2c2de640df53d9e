import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {regions} from '../../src/lookup.js';
import {buildCommand, type Command} from './command.js';

let command: Command;
beforeAll(async () => {
  command = await buildCommand();
});
afterAll(() => command.remove());

const check = async (content: string | Uint8Array, ...args: string[]) => {
  const {status, stdout, stderr} = await command.run(['check', command.write('host.json', content), ...args]);
  expect(stderr).toBe('');
  return {status, lines: stdout.trimEnd().split('\n')};
};

describe('regiokaart check', () => {
  it('finds no errors in a valid file', async () => {
    const data = {$schema: 'x', flevoland: {phone: '030 634 08 08', notices: [{text: 'Open dag'}]}};
    expect(await check(JSON.stringify(data))).toEqual({status: 0, lines: ['host.json: all is well']});
  });

  it('names file, line, field, what it got and what it expected, in the order of the file', async () => {
    const {status, lines} = await check(`{
  "flevoland": {
    "phone": "12",
    "organisation": {"email": "info"},
    "notices": [
      {"text": "a", "from": "2026-02-02", "until": "2026-02-01"},
      {}
    ],
    "extra": 1
  }
}`);
    expect(status).toBe(1);
    expect(lines).toEqual([
      'host.json, line 3, flevoland.phone: got "12", expected ten digits as in 030 123 45 67, + with a country code, or a service number as in 0800 1234',
      'host.json, line 4, flevoland.organisation.email: got "info", expected an e-mail address',
      'host.json, line 6, flevoland.notices[0].until: got "2026-02-01", expected a day that is not before from',
      'host.json, line 7, flevoland.notices[1].text: got nothing, expected plain text of at most 300 characters, without HTML',
      expect.stringMatching(/^host\.json, line 9, flevoland\.extra: got 1, expected a field that there is: name, /),
      'host.json: errors: 5',
    ]);
  });

  it('has Dutch messages', async () => {
    const {status, lines} = await check('{"flevoland": {"website": "http://example.nl"}}', '--lang', 'nl');
    expect(status).toBe(1);
    expect(lines).toEqual([
      'host.json, regel 1, flevoland.website: gevonden "http://example.nl", verwacht een adres dat begint met https://',
      'host.json: fouten: 1',
    ]);
  });

  it('explains what is wrong with an address that begins with https://', async () => {
    const {lines} = await check('{"flevoland": {"contactPage": "https://example.nl/neem contact op"}}');
    expect(lines[0]).toBe(
      'host.json, line 1, flevoland.contactPage: got "https://example.nl/neem contact op", expected an address without spaces; a space in it is written as %20',
    );
  });

  it('refuses invalid data field by field', async () => {
    const {status, lines} = await check(
      JSON.stringify(
        {
          flevoland: {
            phone: '0900 235 22 35',
            phoneHours: 'x'.repeat(2048),
            about: '<b>Wij</b> helpen je.',
            vacancies: 'http://banen.example.nl',
            notices: [
              {text: 'Open dag', date: '2026-03-14', start: '14:00', end: '13:00'},
              {text: 'Open dag', date: '2026-03-14', start: '14:00', end: '15:00'},
            ],
            actions: [
              {label: 'App', href: 'https://wa.me.evil.nl/31612345678', kind: 'whatsapp'},
              {label: 'App', href: 'https://wa.me@evil.nl/31612345678', kind: 'whatsapp'},
              {label: 'App', href: 'https://wa.me/31612345678', kind: 'whatsapp'},
              {label: 'Bel', href: 'https://example.nl', kind: 'bel'},
            ],
          },
          utrecht: {notices: Array(50).fill({text: 'a'})},
        },
        null,
        1,
      ),
      '--lang',
      'nl',
    );
    expect(status).toBe(1);
    expect(
      lines.map((line) => line.replace(/: gevonden .*, verwacht/s, ':').replace(/^host\.json, regel \d+, /, '')),
    ).toEqual([
      'flevoland.phoneHours: één zin van hoogstens 120 tekens, zonder HTML',
      'flevoland.about: één zin van hoogstens 200 tekens, zonder HTML',
      'flevoland.vacancies: een adres dat begint met https://',
      'flevoland.notices[0].end: een tijd na start',
      'flevoland.actions[0].href: een adres zoals https://wa.me/31612345678, met het landnummer en zonder de eerste 0',
      'flevoland.actions[1].href: een adres zoals https://wa.me/31612345678, met het landnummer en zonder de eerste 0',
      'flevoland.actions[3].kind: een van appointment, callback, whatsapp, chat',
      'utrecht.notices: een lijst van hoogstens 10 berichten',
      'host.json: fouten: 8',
    ]);
  });

  it('lists the known regions for an unknown one', async () => {
    const {lines} = await check('{"nowhere": {}}');
    for (const {id} of regions) expect(lines[0]).toContain(id);
  });

  it('finds a repeated region, of which a JSON parser silently uses the last', async () => {
    const {status, lines} = await check('{"utrecht": {"name": "A"},\n"utrecht": {"nmae": "B"}}');
    expect(status).toBe(1);
    expect(lines[0]).toBe('host.json, line 2, utrecht: got "utrecht" for the second time, expected each name once');
    expect(lines[1]).toMatch(/^host\.json, line 2, utrecht\.nmae: /);
  });

  it.each([
    ['{"a": 1,\n "b": }', 'host.json, line 2: got "}", expected well-formed JSON'],
    ['{"flevoland":', 'host.json, line 1: got the end of the file, expected well-formed JSON'],
    ['', 'host.json, line 1: got the end of the file, expected well-formed JSON'],
    ['{"flevoland": {},}', 'host.json, line 1: got "}", expected well-formed JSON'],
    ['// note\n{}', 'host.json, line 1: got "// note", expected well-formed JSON'],
    ['[]', 'host.json, line 1: got […], expected an object with a value for each id of a region'],
    [
      Buffer.from('{"flevoland":\n{"name": "caf\xe9"}}', 'latin1'),
      'host.json, line 2: got characters that are not UTF-8, expected UTF-8 (saved as Windows-1252?)',
    ],
    [Buffer.alloc(300_000, ' '), 'host.json: got 293 kB, expected at most 256 kB'],
    [
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      'host.json: got […], expected an object with a value for each id of a region',
    ],
  ])('explains what is wrong with %.30j as a whole', async (content, message) => {
    expect(await check(content)).toEqual({status: 1, lines: [message, 'host.json: errors: 1']});
  });

  it('accepts a byte order mark, like the widget', async () => {
    expect((await check('\ufeff{}')).status).toBe(0);
  });

  it.each([
    ['nowhere.json', 'nowhere.json: got no file, expected a file that is there\n'],
    ['.', '.: got something other than a file, expected a file that is there\n'],
  ])('ends with status 2 for %s', async (file, stderr) => {
    expect(await command.run(['check', file])).toMatchObject({status: 2, stdout: '', stderr});
  });
});

describe('regiokaart', () => {
  it('prints its version, that of the package', async () => {
    const {version} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await command.run(['--version'])).toMatchObject({status: 0, stdout: `${version}\n`, stderr: ''});
  });

  it.each([
    [{}, 'regiokaart checks data'],
    [{LANG: 'nl_NL.UTF-8'}, 'regiokaart controleert gegevens'],
    [{LANG: 'nl_NL.UTF-8', LC_ALL: 'en_US.UTF-8'}, 'regiokaart checks data'],
  ])('prints help in the language of %o', async (env, start) => {
    const {status, stdout} = await command.run(['--help'], {env});
    expect(status).toBe(0);
    expect(stdout.startsWith(start)).toBe(true);
  });

  it.each([
    [[], 'got nothing, expected check, lookup, facts'],
    [['chek'], 'got the command "chek", expected check, lookup, facts'],
    [['check'], 'got nothing, expected one file'],
    [['check', 'a', 'b'], 'got a b, expected one file'],
    [['check', 'a', '--output', 'b'], 'got --output, expected check, --lang'],
    [['check', 'a', '--lang', 'de'], 'got --lang de, expected nl or en'],
    [['check', 'a', '--lang'], 'got --lang without a value, expected --lang …'],
    [['lookup'], 'got nothing, expected a postcode, or --file with a file'],
    [['lookup', '1316', '--file', 'a'], 'got a postcode and --file, expected a postcode, or --file with a file'],
    [['lookup', '1316', '--column', 'a'], 'got --column, expected only with --file'],
    [['lookup', '--fil', 'a'], 'got the option --fil, expected one of --lang, '],
    [['lookup', '1316', '--json=yes'], 'got --json with a value, expected --json'],
  ])('ends with status 2 for the arguments %j', async (args, message) => {
    const {status, stdout, stderr} = await command.run(args);
    expect({status, stdout}).toEqual({status: 2, stdout: ''});
    expect(stderr).toContain(message);
    expect(stderr).toContain('Help: regiokaart --help');
  });

  it('contains the licences of the bundled packages', () => {
    const text = readFileSync(join(command.folder, 'dist/cli/LICENSES.txt'), 'utf8');
    for (const name of ['csv-parse', 'jsonc-parser']) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });

  it('uses the rules of the widget, without a schema validator', () => {
    expect(readFileSync(command.path, 'utf8')).not.toMatch(/\bajv\b/i);
  });

  it('needs nothing but Node', () => {
    const imports = readFileSync(command.path, 'utf8').matchAll(/^import .* from "([^"]+)"/gm);
    for (const [, name] of imports) expect(name).toMatch(/^(node:\w+(\/promises)?|stream)$/);
  });
});

describe('organisations.schema.json', () => {
  it('is a schema of draft 2020-12 with valid examples', () => {
    const schema = JSON.parse(readFileSync(join(command.folder, 'dist/organisations.schema.json'), 'utf8'));
    const ajv = new Ajv2020({strict: true, allowUnionTypes: true});
    expect(ajv.validateSchema(schema)).toBe(true);
    ajv.addSchema(schema, 'organisations');
    let examples = 0;
    for (const [path, part] of [
      ['', schema],
      ...Object.entries(schema.$defs).map(([name, def]) => [`/$defs/${name}`, def]),
    ]) {
      expect(part.description, path).toBeTruthy();
      for (const example of part.examples) {
        examples += 1;
        expect(ajv.validate(`organisations#${path}`, example), `${path}: ${JSON.stringify(example)}`).toBe(true);
      }
    }
    expect(examples).toBeGreaterThan(20);
  });

  it('accepts everything that the widget accepts', () => {
    const schema = JSON.parse(readFileSync(join(command.folder, 'dist/organisations.schema.json'), 'utf8'));
    const bundled = Object.fromEntries(
      regions.map(({id, organisation}) => [
        id,
        {organisation: Object.fromEntries(Object.entries(organisation).map(([field, {value}]) => [field, value]))},
      ]),
    );
    const ajv = new Ajv2020({allErrors: true, allowUnionTypes: true});
    ajv.validate(schema, bundled);
    expect(ajv.errors ?? []).toEqual([]);
  });
});
