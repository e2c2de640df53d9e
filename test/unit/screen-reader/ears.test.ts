import {describe, expect, it} from 'vitest';
import {OrcaJournal, SpeechJournal} from '../../screen-reader/ears.js';

const VOICE = (language: string) =>
  `12:00:00.000000 - SPEECH GENERATOR: default voice requested with language='${language}', dialect=''`;
const SAID = (text: string) => `12:00:00.100000 - SPEECH OUTPUT: '${text}'{'established': False, 'rate': 90}`;

describe('OrcaJournal', () => {
  it('ignores lines without speech', () => {
    expect(new OrcaJournal().read("12:00:00.000000 - EVENT MANAGER: object:state-changed:focused ''")).toBeNull();
  });

  it.each([
    ['Zoek push button.', 'Zoek button'],
    ["Kaart van de  regio\\'s", "Kaart van de regio's"],
    ['De kaart wordt geladen...', 'De kaart wordt geladen...'],
    ["Regio's.", "Regio's"],
  ])('reads %s', (text, heard) => {
    expect(new OrcaJournal().read(SAID(text))).toEqual({text: heard, languages: []});
  });

  it('accepts an utterance without details', () => {
    expect(new OrcaJournal().read("12:00:00.1 - SPEECH OUTPUT: 'Focus mode'")?.text).toBe('Focus mode');
  });

  it('does not count silence as speech', () => {
    expect(new OrcaJournal().read(SAID(' '))).toBeNull();
  });

  it('assigns the languages of several texts to the first of them', () => {
    const journal = new OrcaJournal();
    for (const language of ['None', 'nl', 'nl', 'en']) expect(journal.read(VOICE(language))).toBeNull();
    expect(journal.read(SAID('leaving form'))?.languages).toEqual(['nl', 'en']);
    expect(journal.read(SAID('Flever heading level 3'))?.languages).toEqual([]);
  });
});

describe('SpeechJournal', () => {
  const QUEUED = (text: string, id: number) => [
    `speechd: Queueing message |<speak>${text}</speak>| with priority 3`,
    `speechd: REPLY:|225-${id}`,
  ];

  it('distinguishes speech that is going on, has ended, and was interrupted', () => {
    const journal = new SpeechJournal();
    for (const line of [...QUEUED('een', 1), ...QUEUED('twee', 2)]) journal.read(line);
    expect(journal.speaking).toBe(true);
    journal.read('speechd: REPLY:|702-1');
    expect(journal.takeCutOff()).toEqual([]);
    journal.read('speechd: REPLY:|703-2');
    expect(journal.speaking).toBe(false);
    expect(journal.takeCutOff()).toEqual(['twee']);
    expect(journal.takeCutOff()).toEqual([]);
  });
});
