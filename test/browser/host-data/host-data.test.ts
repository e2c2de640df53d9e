import type {HostData} from '../../../src/host-data/host-data.js';
import {readHostData} from '../../../src/host-data/host-data.js';
import {
  afterThisTest,
  assert,
  deepEqual,
  equal,
  type Line,
  matches,
  openLine,
  type Rule,
  waitFor,
} from '../../helpers/index.js';

const FILE = '/host.json';

/** A line that serves one file. */
const serve = (rule: Omit<Rule, 'path'>): Promise<Line> => openLine({path: FILE, type: 'application/json', ...rule});

/** Reads data and returns what was kept and what was refused. */
async function read(organisations: unknown, dataSrc: string | null): Promise<{data: HostData; messages: string[]}> {
  const errors: Error[] = [];
  const data = await readHostData(organisations, dataSrc, (error) => errors.push(error));
  for (const error of errors) equal(error.name, 'RegionDataError');
  return {data, messages: errors.map(({message}) => message)};
}

/** Reads a file that is refused as a whole, and returns the message. */
async function refused(dataSrc: string): Promise<string> {
  const {data, messages} = await read({utrecht: {name: 'Own'}}, dataSrc);
  deepEqual(data['utrecht']?.organisation, {name: 'Own'});
  equal(messages.length, 1);
  const [message = ''] = messages;
  assert(message.startsWith(`data-src ${JSON.stringify(dataSrc)}: got `), message);
  return message;
}

describe('readHostData', () => {
  describe('with the property', () => {
    it('gives nothing for nothing', async () => {
      for (const none of [null, undefined]) deepEqual(await read(none, null), {data: {}, messages: []});
    });

    it('keeps valid fields, and names field, value and rule of the others', async () => {
      const {data, messages} = await read({flevoland: {phone: '12', name: 'A', website: 'javascript:alert(1)'}}, null);
      deepEqual(data['flevoland']?.organisation, {name: 'A'});
      deepEqual(messages, [
        'organisations: flevoland.phone is "12", expected ten digits as in 030 123 45 67, + with a country code, or a service number as in 0800 1234',
        'organisations: flevoland.website is "javascript:alert(1)", expected an address that starts with https://',
      ]);
    });

    it('lists the known regions for an unknown one', async () => {
      const {messages} = await read({nowhere: {}}, null);
      matches(
        messages[0] ?? '',
        /^organisations: nowhere is \{…\}, expected the id of a region: .*flevoland.*limburg$/,
      );
    });

    for (const data of ['{"flevoland": {}}', 7, true, [], Symbol('a'), 10n]) {
      it(`refuses ${typeof data} as a whole`, async () => {
        const {data: kept, messages} = await read(data, null);
        deepEqual(kept, {});
        equal(messages.length, 1);
        matches(messages[0] ?? '', /^organisations is .*, expected an object with a value for each id of a region$/);
      });
    }

    it('reports the first fifty invalid fields, and the number of the others', async () => {
      const {messages} = await read(
        Object.fromEntries(Array.from({length: 100_000}, (_, i) => [`x${i}`, 'x'.repeat(50)])),
        null,
      );
      equal(messages.length, 51);
      equal(messages[50], 'organisations: 99950 more fields are refused, expected none');
      assert(messages.join('').length < 50_000, 'messages stay short');
    });
  });

  describe('with data-src', () => {
    it('reads the file, without cookies', async () => {
      // biome-ignore lint/suspicious/noDocumentCookie: not every engine has the Cookie Store API.
      document.cookie = 'host-data-test=1; path=/';
      afterThisTest(() => {
        // biome-ignore lint/suspicious/noDocumentCookie: as above.
        document.cookie = 'host-data-test=; path=/; max-age=0';
      });
      const line = await serve({body: '{"utrecht": {"name": "File"}}'});
      // Shows that a cookie could have been sent. Each request has its own address, because the runner allows caching.
      await fetch(line.url(`${FILE}?1`));
      const {data, messages} = await read(null, line.url(FILE));
      deepEqual({organisation: data['utrecht']?.organisation, messages}, {organisation: {name: 'File'}, messages: []});
      const seen = await line.requests();
      deepEqual(
        seen.map(({status, cookie}) => [status, /host-data-test/.test(cookie ?? '')]),
        [
          [200, true],
          [200, false],
        ],
      );
    });

    it('takes an address relative to the page, a byte order mark and a type with +json', async () => {
      const line = await serve({
        body: '\ufeff{"utrecht": {"name": "Bestand"}}',
        type: 'application/ld+json; charset=utf-8',
      });
      const {data} = await read(null, `.${line.url(FILE)}`.replace('./', new URL('/', document.baseURI).pathname));
      equal(data['utrecht']?.organisation?.name, 'Bestand');
    });

    it('lets the property count over the file, field by field', async () => {
      const line = await serve({
        body: JSON.stringify({
          utrecht: {name: 'File', phone: '030 634 08 08', notices: [{text: 'File'}]},
          limburg: {name: 'File'},
        }),
      });
      const {data} = await read({utrecht: {name: 'Own', email: null}, zeeland: {name: 'Own'}}, line.url(FILE));
      deepEqual(data['utrecht']?.organisation, {name: 'Own', phone: '030 634 08 08', email: undefined});
      deepEqual(data['utrecht']?.notices, [{text: 'File'}]);
      equal(data['limburg']?.organisation?.name, 'File');
      equal(data['zeeland']?.organisation?.name, 'Own');
    });

    it('names the file beside a field that is refused, and keeps the rest', async () => {
      const line = await serve({body: '{"utrecht": {"name": "<b>A</b>", "phone": "030 634 08 08"}}'});
      const {data, messages} = await read(null, line.url(FILE));
      deepEqual(data['utrecht']?.organisation, {phone: '030 634 08 08'});
      deepEqual(messages, [
        `data-src ${JSON.stringify(line.url(FILE))}: utrecht.name is "<b>A</b>", expected plain text of at most 80 characters, without HTML`,
      ]);
    });

    it('refuses a redirect, even to a valid file', async () => {
      const line = await openLine(
        {path: '/moved.json', status: 302, headers: {location: 'host.json'}},
        {path: FILE, type: 'application/json', body: '{}'},
      );
      matches(await refused(line.url('/moved.json')), /got a redirect, expected the file itself$/);
      deepEqual(
        (await line.requests()).map(({status}) => status),
        [302],
      );
    });

    for (const status of [404, 500]) {
      it(`refuses status ${status}`, async () => {
        const line = await serve({status});
        matches(await refused(line.url(FILE)), new RegExp(`got status ${status}, expected status 200$`));
      });
    }

    for (const type of ['text/html', 'application/javascript', 'text/plain', 'application/jsonp']) {
      it(`refuses the type ${type}`, async () => {
        const line = await serve({body: '{}', type});
        matches(
          await refused(line.url(FILE)),
          new RegExp(`got content type "${type}[^"]*", expected application/json$`),
        );
      });
    }

    for (const body of ['', '{', '<html></html>', '{"utrecht": {},}']) {
      it(`refuses ${JSON.stringify(body)}, which is not JSON`, async () => {
        const line = await serve({body});
        matches(await refused(line.url(FILE)), /got a file that cannot be read \(.*\), expected JSON in UTF-8$/);
      });
    }

    it('refuses JSON that is not an object', async () => {
      const line = await serve({body: '[[]]'});
      const {messages} = await read(null, line.url(FILE));
      equal(messages.length, 1);
      matches(messages[0] ?? '', /host\.json" is \[…\], expected an object with a value for each id of a region$/);
    });

    it('refuses 5 MB', async () => {
      const line = await serve({body: `{"utrecht": {"name": "${'x'.repeat(5_000_000)}"}}`});
      matches(await refused(line.url(FILE)), /got more than 256 kB, expected at most that$/);
    });

    it('takes a file of 256 kB and refuses one byte more', async () => {
      const line = await serve({body: `{${' '.repeat(256 * 1024 - 2)}}`});
      deepEqual(await read(null, line.url(FILE)), {data: {}, messages: []});
      await line.rules({path: FILE, type: 'application/json', body: `{${' '.repeat(256 * 1024 - 1)}}`});
      matches(await refused(line.url(`${FILE}?2`)), /got more than 256 kB/);
    });

    it('refuses a file of another origin without CORS, and accepts one with it', async () => {
      const body = '{"utrecht": {"name": "Elsewhere"}}';
      const line = await serve({body});
      const elsewhere = new URL(line.url(FILE), location.href);
      elsewhere.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
      matches(
        await refused(elsewhere.href),
        /got no answer that this page may read, expected a file on the origin of the page, or one with Access-Control-Allow-Origin, that its policy allows$/,
      );
      await line.rules({path: FILE, type: 'application/json', body, headers: {'access-control-allow-origin': '*'}});
      const {data} = await read(null, `${elsewhere.href}?2`);
      equal(data['utrecht']?.organisation?.name, 'Elsewhere');
    });

    it('refuses a response that is cut off', async () => {
      const line = await serve({abort: true});
      matches(await refused(line.url(FILE)), /got no answer that this page may read/);
    });

    it('gives up if there is no response within ten seconds', async () => {
      const {setTimeout: real} = window;
      afterThisTest(() => {
        window.setTimeout = real;
      });
      let timeOut: (() => void) | undefined;
      window.setTimeout = ((run: () => void, ms: number) => {
        if (ms !== 10_000) return real(run, ms);
        timeOut = run;
        return 0;
      }) as typeof real;
      const line = await serve({hold: true});
      const message = refused(line.url(FILE));
      (await waitFor(() => timeOut, 'the limit'))();
      matches(await message, /got no whole answer in time, expected one within 10 seconds$/);
    });

    for (const address of [
      'javascript:alert(1)',
      'data:application/json,{}',
      'blob:x',
      'http://',
      'file:///etc/passwd',
      'https://',
    ]) {
      it(`makes no request for ${address}`, async () => {
        matches(
          await refused(address),
          /got no such address, expected one that starts with https:\/\/, or one relative to the page$/,
        );
      });
    }

    it('reports errors in the property while the file is loading', async () => {
      const line = await serve({hold: true});
      const errors: Error[] = [];
      const reading = readHostData({nowhere: {}}, line.url(FILE), (error) => errors.push(error));
      await waitFor(() => errors.length === 1, 'the error of the property');
      await line.rules({path: FILE, type: 'application/json', body: '{"utrecht": {"name": "File"}}'});
      equal((await reading)['utrecht']?.organisation?.name, 'File');
    });
  });
});
