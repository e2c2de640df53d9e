import {describe, expect, it} from 'vitest';
import {JOURNEYS} from '../../screen-reader/journeys.js';
import {isComplete, judge, type Step} from '../../screen-reader/judge.js';

const heard = (...texts: readonly string[]) => ({said: texts.map((text) => ({text, languages: ['nl']})), cutOff: []});
const STEP: Step = {does: 'Enter', hears: [/Flever/]};

describe('judge', () => {
  it.each<[string, Step, ReturnType<typeof heard>, string[]]>([
    ['what must be heard, once', STEP, heard('leaving form', 'Flever heading level 3'), []],
    ['silence', {does: 'Enter'}, heard(), ['nothing was said']],
    ['silence that has a reason', {does: 'Enter', maySayNothing: 'nothing is known yet'}, heard(), []],
    ['something else', STEP, heard('Zoek button'), ['not said: /Flever/']],
    [
      'the answer and then again in the heading',
      STEP,
      heard('Flever.', 'Flever heading level 3'),
      ['said 2 times: /Flever/'],
    ],
    ['the same words twice', {does: 'Enter'}, heard('Zoek button', 'Zoek button'), ['said twice: “Zoek button”']],
    [
      'a role that must not be said',
      {...STEP, never: [/toggle/]},
      heard('Flever toggle button'),
      ['must not be said: /toggle/'],
    ],
    [
      'a text that Orca gives in two parts',
      {does: 'h', hears: [/WZW.*heading level 4/]},
      heard('WZW', 'heading level 4'),
      [],
    ],
  ])('of %s', (_, step, what, problems) => {
    expect(judge(step, what, 'nl')).toEqual(problems);
  });

  it('reports a text in the wrong language, unless the step has its own', () => {
    const dutch = heard('Flever');
    expect(judge(STEP, dutch, 'en')).toEqual(['in the wrong language (nl for en): “Flever”']);
    expect(judge({...STEP, languages: ['nl', 'en']}, dutch, 'en')).toEqual([]);
  });

  it('fails interrupted speech if the visitor listens to the end', () => {
    const cut = {...heard('Flever'), cutOff: ['Flever']};
    expect(judge(STEP, cut, 'nl')).toEqual([]);
    expect(judge({...STEP, listens: true}, cut, 'nl')).toEqual(['cut off: /Flever/']);
  });

  it('waits for all required speech', () => {
    const step: Step = {does: 'typ', hears: [/een/, /twee/]};
    expect(isComplete(step, heard('een').said)).toBe(false);
    expect(isComplete(step, heard('een', 'twee').said)).toBe(true);
  });
});

describe('the journeys', () => {
  it('have unique names, by which they are selected', () => {
    const names = JOURNEYS.map(({name}) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
