import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {deflateRawSync, gzipSync} from 'node:zlib';
import {parse} from 'csv-parse/sync';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {formatResult} from '../../src/cli/lookup-text.js';
import {cliNl} from '../../src/cli/texts.js';
import {lookupPostcode, regions} from '../../src/lookup.js';
import {buildCommand, type Command} from './command.js';

const ADDED = 'regiokaart_status,regiokaart_region_id,regiokaart_region,regiokaart_organisation';

/** Options that make the standard error look like a terminal. */
const TERMINAL = ['--import', 'data:text/javascript,process.stderr.isTTY=true;process.stderr.columns=60'];

let command: Command;
beforeAll(async () => {
  command = await buildCommand();
});
afterAll(() => command.remove());

/** A zip with one small file for each name; `name=content` for one with uncompressed content. */
function zip(...entries: string[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const [name = '', stored] = entry.split('=');
    const content = stored === undefined ? deflateRawSync('<xml/>') : Buffer.from(stored);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(stored === undefined ? 8 : 0, 4);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), content]);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, at, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...list, Buffer.from('PK\x05\x06'), end]);
}

const read = (name: string) => readFileSync(join(command.folder, name));
const leftOver = () => readdirSync(command.folder).filter((name) => name.endsWith('.part'));

/** Looks up a file and returns the output. */
const lookupFile = async (content: string | Uint8Array, ...args: string[]) => {
  const file = command.write('codes.csv', content);
  const ended = await command.run(['lookup', '--file', file, '--output', 'out.csv', ...args]);
  expect(ended).toMatchObject({status: 0, stdout: ''});
  return read('out.csv');
};

/** Looks up a file that is refused, and returns the message. */
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

  it('shows the fallback contact if nothing about an organisation is verified', () => {
    const [region] = regions;
    if (!region) throw new Error('got no region');
    const result = {status: 'found', pc4: 9712, region: {...region, organisation: {}}} as const;
    expect(formatResult(result, cliNl)).toContain('https://regioplus.nl');
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
  it('adds four columns and prints the number of rows by result', async () => {
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

  it.each([',', ';', '\t', '|', '^'])('keeps the separator %j and every quote', async (separator) => {
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

  it('quotes added values that contain the separator', async () => {
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

  it('writes to the standard output if no file is named', async () => {
    const file = command.write('codes.csv', 'postcode\n1316\n');
    expect(await command.run(['lookup', '--file', file])).toMatchObject({
      status: 0,
      stdout: `postcode,${ADDED}\n1316,found,flevoland,Flevoland,Flever\n`,
    });
  });

  it('overwrites its own input, and the target of a link', async () => {
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
    [
      Buffer.from('\ufeffpostcode\n1316\n', 'utf16le'),
      [],
      'codes.csv: got UTF-16, expected UTF-8 or Windows-1252: save the file again, in Excel as "CSV UTF-8"',
    ],
    [
      Buffer.from('postcode\n1316\n', 'utf16le'),
      [],
      'codes.csv: got UTF-16, expected UTF-8 or Windows-1252: save the file again, in Excel as "CSV UTF-8"',
    ],
    [
      'naam postcode plaats\nJan 1316 Almere\n',
      [],
      'codes.csv, line 1: got the columns "naam postcode plaats", expected columns between commas, semicolons, tabs or |; another separator is named on the first line, as in sep=~',
    ],
    [
      'Leden 2026;;\n;;\nnaam;code;plaats\nJan;1316;Almere\n',
      [],
      'codes.csv, line 3: got the columns "naam", "code", "plaats", expected one of postcode, pc6, pc4, postcode6, postcode4, postal_code, postalcode, zip, zipcode; name another column with --column',
    ],
    [
      'Leden 2026;\n\nnaam;postcode\nJan;1316\nPiet\n',
      [],
      'codes.csv, line 5: got fields: 1, expected 2, as in the row of column names',
    ],
    [
      'soort;code\nzip;1316\n',
      [],
      'codes.csv, line 1: got the columns "soort", "code", expected one of postcode, pc6, pc4, postcode6, postcode4, postal_code, postalcode, zip, zipcode; name another column with --column',
    ],
  ])('refuses %.40j with %j and writes nothing', async (content, args, message) => {
    expect(await refused(content, ...args)).toBe(message);
  });

  it.each([
    ['1316.0', 'found'],
    ['1316,0', 'found'],
    ['1316.00', 'found'],
    ['1.316', 'found'],
    ['1,316', 'found'],
    ['1.316,00', 'found'],
    ['1,316.0', 'found'],
    [' 1316.0 ', 'found'],
    ['="1316"', 'found'],
    ["'1316", 'found'],
    ['1316.5', 'invalid'],
    ['13160', 'invalid'],
    ['13160.0', 'invalid'],
    ['316.0', 'invalid'],
    ['0316.0', 'invalid'],
    ['316.5', 'invalid'],
    ['52.37', 'invalid'],
    ['1.000', 'found'],
  ])('reads the cell %j of a spreadsheet as %s', async (cell, status) => {
    const out = (await lookupFile(`postcode;a\n"${cell.replaceAll('"', '""')}";x\n1316;y\n`)).toString();
    const [first] = parse(out, {columns: true, delimiter: ';'}) as Record<string, string>[];
    expect(first?.['regiokaart_status']).toBe(status);
  });

  it.each([
    ['sep=;\r\n', ';'],
    ['SEP=,\n', ','],
    ['"sep=|"\r\n', '|'],
    ['sep=\t\n', '\t'],
    ['sep=~\n', '~'],
    ['sep=#\n', '#'],
    ['\ufeffsep=;\r\n', ';'],
  ])('honours the first line %j, and keeps it', async (line, separator) => {
    const end = line.includes('\r') ? '\r\n' : '\n';
    const rows = [
      ['naam', 'postcode'],
      ['a, b; c', '1316'],
    ];
    const content = rows.map((row) => row.map((cell) => `"${cell}"`).join(separator) + end).join('');
    const out = (await lookupFile(`${line}${content}`)).toString();
    expect(out.startsWith(line)).toBe(true);
    const added = ['found', 'flevoland', 'Flevoland', 'Flever'].join(separator);
    expect(out).toContain(`"a, b; c"${separator}"1316"${separator}${added}${end}`);
  });

  it.each([
    ['Leden 2026\n\nnaam;postcode\n', []],
    ['Leden 2026;\n;\nnaam;postcode\n', []],
    ['"Leden; alle\nvan 2026";\nnaam;postcode\n', []],
    ['Leden\nop 1 mei, 9:00\nnaam;postcode\n', []],
    ['sep=;\nLeden 2026;\nnaam;postcode\n', []],
    ['Leden;\nnaam;plek\n', ['--column', 'plek']],
  ])('finds the column names below a title: %j', async (top, args) => {
    const out = (await lookupFile(`${top}Jan;1316\n`, ...args)).toString();
    const lines = top.trimEnd().split('\n');
    const names = lines.pop();
    const above = lines.map((line) => `${line}\n`).join('');
    expect(out).toBe(`${above}${names};${ADDED.replaceAll(',', ';')}\nJan;1316;found;flevoland;Flevoland;Flever\n`);
  });

  it('finds the column name below a title in a file of one column', async () => {
    expect((await lookupFile('Leden\npostcode\n1316\n')).toString()).toContain('\n1316,found,');
  });

  it.each([
    [['Jan', 'Piet', 'Kees'], '0 of 3 rows ("Jan")'],
    [['', '', ''], '0 of 3 rows'],
    [[...Array(19).fill('12'), '1316'], '1 of 20 rows ("12")'],
  ])('warns if hardly any row has a postcode', async (cells, few) => {
    const file = command.write('codes.csv', `zip;a\n${cells.map((cell) => `${cell};x\n`).join('')}`);
    const {status, stderr} = await command.run(['lookup', '--file', file, '--output', 'out.csv']);
    expect(status).toBe(0);
    expect(stderr.split('\n').slice(1)).toEqual([
      `codes.csv, "zip": got a postcode in ${few}, expected a postcode in most rows; name another column with --column`,
      '',
    ]);
  });

  it('does not warn if one row in ten has a postcode, or if there are no rows', async () => {
    for (const cells of [[...Array(9).fill('x'), '1316'], []]) {
      const file = command.write('codes.csv', `postcode;a\n${cells.map((cell) => `${cell};x\n`).join('')}`);
      const {stderr} = await command.run(['lookup', '--file', file, '--output', 'out.csv']);
      expect(stderr).toMatch(/^\d+ rows: .*\n$/);
    }
  });

  it.each([
    ['leden.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'a workbook of Excel', 'open the workbook in Excel'],
    ['leden.csv', zip('docProps/app.xml', 'xl/worksheets/sheet1.xml'), 'a workbook of Excel', 'as "CSV UTF-8"'],
    ['leden.xls', `${'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'}${'\0'.repeat(504)}`, 'a workbook of Excel', 'save the sheet'],
    [
      'leden.ods',
      zip('mimetype=application/vnd.oasis.opendocument.spreadsheet', 'content.xml'),
      'a workbook of LibreOffice (OpenDocument)',
      'open the workbook in LibreOffice',
    ],
    ['leden.numbers', zip('Index/Document.iwa', 'Index/Tables/Tile.iwa'), 'a workbook of Numbers', 'Export To, CSV'],
    ['leden.docx', zip('word/document.xml'), 'a document of a word processor', 'into a spreadsheet'],
    ['leden.pdf', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'a PDF', 'for the table as a spreadsheet'],
    ['leden.csv.gz', gzipSync('postcode\n1316\n'), 'a packed file (zip, gzip)', 'unpack it first'],
    ['leden.zip', zip('leden.csv'), 'a packed file (zip, gzip)', 'unpack it first'],
    ['export.xls', '<html><table><tr><td>postcode</td></tr></table></html>', 'a web page or XML', 'save it as CSV'],
    ['leden.xml', '\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', 'a web page or XML', 'save it as CSV'],
    ['leden.json', '[{"postcode": "1316"}]', 'JSON', 'the data as CSV'],
    ['leden.db', 'SQLite format 3\0\x10\0\x01', 'a file that is no text', 'save the table as CSV'],
  ])('explains what %s is and what to do', async (name, content, got, remedy) => {
    const file = command.write(name, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
    const {status, stdout, stderr} = await command.run(['lookup', '--file', file]);
    expect({status, stdout}).toEqual({status: 1, stdout: ''});
    expect(stderr).toContain(`${name}: got ${got}, expected a CSV file: `);
    expect(stderr).toContain(remedy);
  });

  it('recognises a folder that is a Numbers workbook', async () => {
    mkdirSync(join(command.folder, 'map.numbers'));
    const {stderr} = await command.run(['lookup', '--file', 'map.numbers', '--lang', 'nl']);
    expect(stderr).toBe(
      'map.numbers: gevonden een werkmap van Numbers, verwacht een CSV-bestand: open de werkmap in Numbers en kies Exporteer naar, CSV\n',
    );
  });

  it.each([0o600, 0o640, 0o604, 0o666])('keeps the mode %o of an existing file', async (mode) => {
    command.write('moded.csv', 'as it was');
    chmodSync(join(command.folder, 'moded.csv'), mode);
    const file = command.write('codes.csv', 'postcode\n1316\n');
    await command.run(['lookup', '--file', file, '--output', 'moded.csv']);
    expect(read('moded.csv').toString()).toContain('1316,found,');
    expect(statSync(join(command.folder, 'moded.csv')).mode & 0o7777).toBe(mode);
  });

  it('gives a new file the mode that any new file gets', async () => {
    const file = command.write('codes.csv', 'postcode\n1316\n');
    await command.run(['lookup', '--file', file, '--output', 'fresh.csv']);
    const mode = (name: string) => statSync(join(command.folder, name)).mode & 0o7777;
    expect(mode('fresh.csv')).toBe(mode('codes.csv'));
  });

  it('leaves an existing file unchanged if a late row is malformed', async () => {
    command.write('kept.csv', 'as it was');
    const file = command.write('codes.csv', `postcode,a\n${'1316,b\n'.repeat(50_000)}1316\n`);
    const {status, stderr} = await command.run(['lookup', '--file', file, '--output', 'kept.csv']);
    expect(status).toBe(1);
    expect(stderr).toContain('codes.csv, line 50002: got fields: 1');
    expect(read('kept.csv').toString()).toBe('as it was');
    expect(leftOver()).toEqual([]);
  });

  it('writes nothing to the standard output if a late row is malformed', async () => {
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

  it('processes a million rows in little memory, with a bar on a terminal', async () => {
    const rows = 1_000_000;
    let content = 'id;postcode;note\n';
    for (let id = 0; id < rows; id += 1) content += `${id};${1000 + (id % 9000)} AB;${'note '.repeat(4)}\n`;
    const file = command.write('million.csv', content);
    // All rows together would need several times this memory.
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

  it('shows no bar without a terminal', async () => {
    const file = command.write('codes.csv', `postcode\n${'1316\n'.repeat(150_000)}`);
    const {stderr} = await command.run(['lookup', '--file', file, '--output', 'out.csv']);
    expect(stderr).toBe('150,000 rows: 150,000 found, 0 in more than one region, 0 not in use, 0 no postcode.\n');
  });
});
