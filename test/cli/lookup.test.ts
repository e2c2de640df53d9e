import {existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'csv-parse/sync';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {lookupPostcode} from '../../src/lookup.js';
import {buildCommand, type Command} from './command.js';

const ADDED = 'regiokaart_status,regiokaart_region_id,regiokaart_region,regiokaart_organisation';

/** As a terminal that `node --import` makes of the standard error. */
const TERMINAL = ['--import', 'data:text/javascript,process.stderr.isTTY=true;process.stderr.columns=60'];

let command: Command;
beforeAll(async () => {
  command = await buildCommand();
});
afterAll(() => command.remove());

const read = (name: string) => readFileSync(join(command.folder, name));
const leftOver = () => readdirSync(command.folder).filter((name) => name.endsWith('.part'));

/** Looks up a file and gives what was written. */
const lookupFile = async (content: string | Uint8Array, ...args: string[]) => {
  const file = command.write('codes.csv', content);
  const ended = await command.run(['lookup', '--file', file, '--output', 'out.csv', ...args]);
  expect(ended).toMatchObject({status: 0, stdout: ''});
  return read('out.csv');
};

/** Looks up a file that is refused, and gives the message. */
const refused = async (content: string | Uint8Array, ...args: string[]) => {
  const file = command.write('codes.csv', content);
  const ended = await command.run(['lookup', '--file', file, '--output', 'refused.csv', ...args]);
  expect(ended).toMatchObject({status: 1, stdout: ''});
  expect(existsSync(join(command.folder, 'refused.csv'))).toBe(false);
  expect(leftOver()).toEqual([]);
  return ended.stderr.trimEnd();
};

describe('regiokaart lookup', () => {
  it.each([
    [['1316'], 0, '1316: Region Flevoland\nFlever (formerly Zowelwerk)\n088 0182 888\nhttps://flever.nl\n'],
    [
      ['1316', 'AB', '--lang', 'nl'],
      0,
      '1316: Regio Flevoland\nFlever (voorheen Zowelwerk)\n088 0182 888\nhttps://flever.nl\n',
    ],
    [['2490', '--lang', 'en'], 0, /^2490: Region /],
    [['1000000', '--lang', 'nl'], 1, 'Dit zijn te veel cijfers. Vul 4 cijfers in, bijvoorbeeld 1316.\n'],
    [['abc'], 1, 'This is not a Dutch postcode. Enter 4 digits, from 1000 to 9999.\n'],
    [['1001'], 0, /^1001: Region .*Amsterdam/],
  ] as const)('answers %j', async (args, status, stdout) => {
    const ended = await command.run(['lookup', ...args]);
    expect(ended).toMatchObject({status, stderr: ''});
    if (typeof stdout === 'string') expect(ended.stdout).toBe(stdout);
    else expect(ended.stdout).toMatch(stdout);
  });

  it('gives both regions of a border postcode, each with its gemeente', async () => {
    const {status, stdout} = await command.run(['lookup', '7351']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Postcode 7351 lies in more than one region\./);
    expect(stdout).toContain('Do you live in the municipality of Apeldoorn?\nRegion Oost-Nederland\n');
    expect(stdout).toContain('Do you live in the municipality of Ede?\nRegion Gelderland\n');
  });

  it('shows the way where nothing about an organisation is verified', async () => {
    expect((await command.run(['lookup', '2311'])).stdout).toContain('https://regioplus.nl');
  });

  it.each(['1316', '7351', '1234567', 'x'])(
    'gives for %s --json what lookupPostcode gives, on one line',
    async (code) => {
      const {stdout} = await command.run(['lookup', code, '--json']);
      expect(stdout.trimEnd()).not.toContain('\n');
      expect(JSON.parse(stdout)).toEqual(lookupPostcode(code));
    },
  );
});

describe('regiokaart lookup --file', () => {
  it('adds four columns and says how many rows led to what', async () => {
    const file = command.write('codes.csv', 'id,postcode\n1,1316\n2,7351 AB\n3,abc\n4,\n');
    const ended = await command.run(['lookup', '--file', file, '--output', 'out.csv']);
    expect(ended).toEqual({
      status: 0,
      signal: null,
      stdout: '',
      stderr: '4 rows: 1 found, 1 in more than one region, 0 not in use, 2 no postcode.\n',
    });
    expect(read('out.csv').toString()).toBe(
      `id,postcode,${ADDED}
1,1316,found,flevoland,Flevoland,Flever
2,7351 AB,ambiguous,oost-nederland | gelderland,Oost-Nederland | Gelderland,WGV Zorg en Welzijn | WZW
3,abc,invalid,,,
4,,invalid,,,
`,
    );
  });

  it.each([',', ';', '\t'])('keeps the separator %j and every quote', async (separator) => {
    const head = ['naam', '"Postcode"', '"pla""ats"'].join(separator);
    const rows = [
      ['"Jan, ; \t ""x"""', '"1316 AB"', 'Almere'].join(separator),
      ['"twee\nregels"', '1316', '"007"'].join(separator),
    ];
    const out = (await lookupFile(`${head}\n${rows.join('\n')}\n`)).toString();
    const added = ['found', 'flevoland', 'Flevoland', 'Flever'].join(separator);
    expect(out).toBe(
      `${head}${separator}${ADDED.replaceAll(',', separator)}\n${rows.map((row) => `${row}${separator}${added}\n`).join('')}`,
    );
  });

  it('quotes what it adds where the separator is in it', async () => {
    const out = (await lookupFile('postcode,x\n1001,y\n')).toString();
    expect(parse(out)[1]).toContain('Groot Amsterdam, Zaanstreek, Waterland en Noord-Holland Noord');
  });

  it('keeps every byte of a file in Windows-1252', async () => {
    const bytes = Buffer.from('gemeente;postcode\r\nS\xfadwest-Frysl\xe2n \x80;8601\xa0AB\r\n', 'latin1');
    const out = (await lookupFile(bytes)).toString('latin1');
    expect(out).toMatch(/^gemeente;postcode;regiokaart_status;/);
    expect(out).toContain('\r\nS\xfadwest-Frysl\xe2n \x80;8601\xa0AB;found;groningen-friesland-drenthe;');
  });

  it('keeps the byte order mark, UTF-8 and the ends of rows', async () => {
    const out = (await lookupFile('\ufeffpostcode;plaats\r\n1316;Súdwest €\r\n1316;x')).toString();
    expect(out).toMatch(/^\ufeffpostcode;plaats;regiokaart_status;/);
    expect(out.split('\r\n').slice(1)).toEqual([
      '1316;Súdwest €;found;flevoland;Flevoland;Flever',
      '1316;x;found;flevoland;Flevoland;Flever',
      '',
    ]);
  });

  it.each([
    ['old Mac ends of rows', 'postcode,a\r1316,b\r', ['found']],
    ['empty rows', '\n\npostcode,a\n\n1316,b\n\n\n', ['found']],
    ['one column', 'postcode\n1316\n9999999\n', ['found', 'invalid']],
    ['a header alone', 'postcode,a\n', []],
    ['a header without an end', 'postcode', []],
    ['mixed ends of rows', 'postcode,a\r\n1316,b\n1316,c\r\n', ['found', 'found']],
  ])('reads a file with %s', async (_, content, statuses) => {
    const out = (await lookupFile(content)).toString();
    const rows = parse(out, {columns: true}) as Record<string, string>[];
    expect(rows.map((row) => row['regiokaart_status'])).toEqual(statuses);
  });

  it.each([
    ['a,POSTCODE,b', []],
    ['a,Pc6,b', []],
    ['pc4,b', []],
    ['a,code van huis', ['--column', 'code van huis']],
    ['a,Größe', ['--column', 'größe']],
    ['postcode,code', ['--column', 'code']],
  ])('finds the column in %j with %j', async (head, args) => {
    const cells = head.split(',').map((name) => (name === (args[1] ?? '') || /^p/i.test(name) ? '1316' : 'x'));
    const row = args[1] ? head.split(',').map((name) => (name.toLowerCase() === args[1] ? '1316' : 'x')) : cells;
    const out = (await lookupFile(`${head}\n${row.join(',')}\n`, ...args)).toString();
    expect(out).toContain(',found,flevoland,');
  });

  it('writes to the standard output where no file is named', async () => {
    const file = command.write('codes.csv', 'postcode\n1316\n');
    expect(await command.run(['lookup', '--file', file])).toMatchObject({
      status: 0,
      stdout: `postcode,${ADDED}\n1316,found,flevoland,Flevoland,Flever\n`,
    });
  });

  it('writes over its own input, and over what a link points at', async () => {
    const file = command.write('self.csv', 'postcode\n1316\n');
    symlinkSync('self.csv', join(command.folder, 'link.csv'));
    await command.run(['lookup', '--file', file, '--output', 'link.csv']);
    expect(lstatSync(join(command.folder, 'link.csv')).isSymbolicLink()).toBe(true);
    expect(read('self.csv').toString()).toContain('1316,found,');
  });

  it.each([
    [
      'a,b\n1,2\n',
      [],
      'codes.csv, line 1: got the columns "a", "b", expected one of postcode, pc6, pc4, postcode6, postcode4, postal_code, postalcode, zip, zipcode; name another column with --column',
    ],
    ['a,b\n1,2\n', ['--column', 'c'], 'codes.csv, line 1: got the columns "a", "b", expected "c" among them'],
    [
      'a,b\n1,2\n',
      ['--column', 'c', '--lang', 'nl'],
      'codes.csv, regel 1: gevonden de kolommen "a", "b", verwacht "c" ertussen',
    ],
    [
      'postcode,Postcode,POSTCODE\n1,2,3\n',
      ['--column', 'postCode'],
      'codes.csv, line 1: got the column postCode 3 times, expected one column of that name',
    ],
    [
      'postcode,regiokaart_status\n1316,x\n',
      [],
      'codes.csv, line 1: got the column regiokaart_status, expected a file without that column: it is to be added',
    ],
    [
      'postcode,a\n1316,x\n1316,x,y\n',
      [],
      'codes.csv, line 3: got fields: 3, expected 2, as in the row of column names',
    ],
    [
      'postcode,a\n"13\n16",x\n1316\n',
      [],
      'codes.csv, line 4: got fields: 1, expected 2, as in the row of column names',
    ],
    [
      'postcode,a\n1316,x\n1316,"y\n1316,z\n',
      [],
      'codes.csv, line 3, a: got a quote that does not close, expected " at the start and at the end of the field',
    ],
    [
      'postcode,a\n1316,5" pipe\n',
      [],
      'codes.csv, line 2, a: got a quote in the middle of a field, expected the whole field in quotes, with "" for a quote in it',
    ],
    [
      'postcode,a\n1316,"x"y\n',
      [],
      'codes.csv, line 2, a: got a quote in the middle of a field, expected the whole field in quotes, with "" for a quote in it',
    ],
    [
      `postcode,a\n1316,"${'x\n'.repeat(600_000)}"\n`,
      [],
      'codes.csv, line 2: got more than 1024 kB in one row, expected at most 1024 kB; is there a quote that does not close?',
    ],
    ['', [], 'codes.csv: got an empty file, expected a row of column names'],
    ['\ufeff\r\n', [], 'codes.csv: got an empty file, expected a row of column names'],
    [Buffer.from('\ufeffpostcode\n1316\n', 'utf16le'), [], 'codes.csv: got UTF-16, expected UTF-8 or Windows-1252'],
  ])('refuses %.40j with %j and writes nothing', async (content, args, message) => {
    expect(await refused(content, ...args)).toBe(message);
  });

  it('leaves what was there as it was when a late row is broken', async () => {
    command.write('kept.csv', 'as it was');
    const file = command.write('codes.csv', `postcode,a\n${'1316,b\n'.repeat(50_000)}1316\n`);
    const {status, stderr} = await command.run(['lookup', '--file', file, '--output', 'kept.csv']);
    expect(status).toBe(1);
    expect(stderr).toContain('codes.csv, line 50002: got fields: 1');
    expect(read('kept.csv').toString()).toBe('as it was');
    expect(leftOver()).toEqual([]);
  });

  it('writes nothing to the standard output when a late row is broken', async () => {
    const file = command.write('codes.csv', `postcode,a\n${'1316,b\n'.repeat(50_000)}1316\n`);
    expect(await command.run(['lookup', '--file', file])).toMatchObject({status: 1, stdout: ''});
  });

  it.each([
    [['--file', 'nowhere.csv'], 'nowhere.csv: got no file, expected a file that is there\n'],
    [['--file', '.'], '.: got something other than a file, expected a file that is there\n'],
    [
      ['--file', 'fine.csv', '--output', 'nowhere/out.csv'],
      'nowhere/out.csv: got a place that cannot be written to (ENOENT), expected a file in a folder that is there\n',
    ],
    [
      ['--file', 'fine.csv', '--output', '.'],
      '.: got something other than a file, expected a file in a folder that is there\n',
    ],
  ])('ends with status 2 for %j', async (args, stderr) => {
    writeFileSync(join(command.folder, 'fine.csv'), 'postcode\n1316\n');
    expect(await command.run(['lookup', ...args])).toMatchObject({status: 2, stdout: '', stderr});
  });

  it('passes a million rows in little memory, with a bar on a terminal', async () => {
    const rows = 1_000_000;
    let content = 'id;postcode;note\n';
    for (let id = 0; id < rows; id += 1) content += `${id};${1000 + (id % 9000)} AB;${'note '.repeat(4)}\n`;
    const file = command.write('million.csv', content);
    // All rows together would take several times as much.
    const {status, stderr} = await command.run(['lookup', '--file', file, '--output', 'million-out.csv'], {
      node: ['--max-old-space-size=40', ...TERMINAL],
    });
    expect(status, stderr).toBe(0);
    expect(stderr).toMatch(/\r\[#+·+\] \d+ %, [\d,]+ rows/);
    expect(stderr).toContain('\r\x1b[K1,000,000 rows: ');
    const out = read('million-out.csv').toString('latin1').split('\n');
    expect(out.length).toBe(rows + 2);
    for (const id of [0, 316, 499_999, rows - 1]) {
      const {status: found} = lookupPostcode(String(1000 + (id % 9000)));
      expect(out[id + 1]).toMatch(new RegExp(`^${id};\\d{4} AB;(note ){4};${found};`));
    }
  }, 120_000);

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind when %s ends it', async (signal) => {
    const file = command.write('long.csv', `postcode\n${'1316\n'.repeat(1_000_000)}`);
    let sent = false;
    const {status, stderr} = await command.run(['lookup', '--file', file, '--output', 'stopped.csv'], {
      node: TERMINAL,
      onStderr: (text, end) => {
        if (sent || !text.includes('rows')) return;
        sent = true;
        end(signal);
      },
    });
    expect(status).toBe(signal === 'SIGINT' ? 130 : 143);
    expect(stderr).toContain('Stopped. Nothing has been written.');
    expect(existsSync(join(command.folder, 'stopped.csv'))).toBe(false);
    expect(leftOver()).toEqual([]);
  });

  it('shows no bar where there is no terminal', async () => {
    const file = command.write('codes.csv', `postcode\n${'1316\n'.repeat(150_000)}`);
    const {stderr} = await command.run(['lookup', '--file', file, '--output', 'out.csv']);
    expect(stderr).toBe('150,000 rows: 150,000 found, 0 in more than one region, 0 not in use, 0 no postcode.\n');
  });
});
