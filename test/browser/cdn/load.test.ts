import {load} from '../../../src/shared/load.js';
import {allowConsole, equal, type Line, openLine, type Rule} from '../../helpers/index.js';

/** Faults of the first response for a part. */
const FAULTS: Readonly<Record<string, Omit<Rule, 'path'>>> = {
  'is gone (404)': {status: 404},
  'is lost on the way': {abort: true},
  'is cut off': {body: 'export const part = {', type: 'text/javascript'},
  'has a wrong MIME type': {body: 'export const part = 1;', type: 'text/html'},
  'throws while it runs': {body: 'export const part = 1; throw new Error("damaged");', type: 'text/javascript'},
  'is another script': {body: 'export default 1;', type: 'text/javascript'},
};
const PART: Rule = {path: '/part\\.js', body: 'export const part = "whole";', type: 'text/javascript'};

/** A function with the address in its source, as bundlers write it. */
const importerOf = (line: Line) =>
  new Function(`return import("${line.url('/part.js')}")`) as () => Promise<{part: string}>;

async function outcome(importPart: () => Promise<{part: string}>): Promise<string> {
  try {
    return (await load(importPart)).part;
  } catch {
    return 'failed';
  }
}

const addresses = async (line: Line) => (await line.requests()).map(({path}) => path.replace(/.*part\.js/, ''));

describe('load', () => {
  for (const [what, fault] of Object.entries(FAULTS)) {
    it(`requests a part that ${what} again until it loads, and then keeps it`, async () => {
      allowConsole(/./);
      const line = await openLine({path: '/part\\.js', ...fault});
      const importPart = importerOf(line);
      for (let tries = 1; tries <= 6; tries++) equal(await outcome(importPart), 'failed', `try ${tries}`);
      await line.rules(PART);
      equal(await outcome(importPart), 'whole', 'the next try');
      const asked = (await line.requests()).length;
      equal(await load(importPart), await load(importPart), 'the same module');
      equal((await line.requests()).length, asked, 'requests after it came');
    });
  }

  it('requests a part once for two calls at the same time', async () => {
    const line = await openLine(PART);
    const importPart = importerOf(line);
    equal((await Promise.all([outcome(importPart), outcome(importPart)])).join(), 'whole,whole');
    equal((await addresses(line)).join(), '');
  });

  it('makes one further attempt for two calls that failed at the same time', async () => {
    allowConsole(/./);
    const line = await openLine({path: '/part\\.js', status: 404});
    const importPart = importerOf(line);
    await Promise.all([outcome(importPart), outcome(importPart)]);
    await line.rules(PART);
    equal((await Promise.all([outcome(importPart), outcome(importPart)])).join(), 'whole,whole');
    equal((await addresses(line)).at(-1), '?retry=1');
  });

  it('uses four addresses in turn on a page with an import map, which lists no more', async () => {
    allowConsole(/./);
    const map = document.createElement('script');
    map.type = 'importmap';
    document.head.append(map);
    const line = await openLine({path: '/part\\.js', status: 404});
    const importPart = importerOf(line);
    for (let tries = 1; tries <= 6; tries++) await outcome(importPart);
    map.remove();
    equal([...new Set(await addresses(line))].join(), ',?retry=1,?retry=2,?retry=3');
  });

  it('leaves a function without an address to the bundler', async () => {
    let asked = 0;
    const chunk = () => Promise.reject(new Error(`chunk ${++asked}`));
    equal(await outcome(chunk), 'failed');
    equal(await outcome(chunk), 'failed');
    equal(asked, 2);
  });
});
