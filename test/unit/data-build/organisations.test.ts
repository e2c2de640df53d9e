import {describe, expect, it} from 'vitest';
import {publishOrganisations, toContact} from '../../../data/build/organisations.js';
import {formatProblem, ProblemList} from '../../../data/build/problems.js';

const SOURCES = {
  old: {address: 'https://a.example/old', date: '2019-05'},
  new: {address: 'https://a.example/new', date: '2025-09-30'},
  undated: {address: 'https://a.example/contact', read: '2026-11-21'},
  list: {address: 'a list', date: '2026-05-23', confidence: 'medium'},
  hearsay: {address: 'an old page', date: '2026-06', confidence: 'low'},
  undated2: {address: 'https://a.example/over', read: '2026-11-21'},
};
const UMBRELLA = {
  name: [{value: 'Alle', status: 'verified', sources: ['new']}],
  website: [{value: 'https://alle.example', status: 'verified', sources: ['new']}],
};

function publish(entry: unknown) {
  const problems = new ProblemList();
  const {regions, umbrella} = publishOrganisations(
    JSON.stringify({here: entry, umbrella: UMBRELLA}),
    JSON.stringify(SOURCES),
    [{id: 'here'}],
    {organisations: 'organisations.json', sources: 'fact-sources.json'},
    problems,
  );
  return {organisation: regions[0], umbrella, problems: problems.items.map(formatProblem)};
}

const fact = (value: string, sources: string[], more: object = {}) => ({value, status: 'verified', sources, ...more});

describe('publishOrganisations', () => {
  it('dates a fact by the latest date of its sources', () => {
    expect(publish({name: [fact('A', ['old', 'undated', 'new'])]}).organisation).toEqual({
      name: {value: 'A', source: 'https://a.example/new', date: '2025-09-30'},
    });
  });

  it('dates a fact of undated sources by the day of reading, and says so', () => {
    expect(publish({phone: [fact('030 634 08 08', ['undated'])]}).organisation).toEqual({
      phone: {value: '030 634 08 08', source: 'https://a.example/contact', date: '2026-11-21', undated: true},
    });
  });

  it('names the first of several undated sources', () => {
    const {organisation} = publish({name: [fact('A', ['undated', 'undated2'])]});
    expect(organisation?.name?.source).toBe('https://a.example/contact');
  });

  it.each([
    [['old', 'list'], '2019-05'],
    [['list', 'undated'], '2026-11-21'],
    [['hearsay', 'list'], '2026-05-23'],
  ])('names of %j the one that proves most, not the latest', (sources, date) => {
    const {organisation, problems} = publish({website: [fact('https://a.example', sources)]});
    expect(organisation?.website?.date).toBe(date);
    expect(problems).toEqual([]);
  });

  it.each([
    ['phone', '030 634 08 08', 'list', 'one of high, for other than a name or a website'],
    ['vacancies', 'https://a.example', 'list', 'one of high'],
    ['website', 'https://a.example', 'hearsay', 'one of medium or high'],
  ])('refuses a %s %s that rests on %s alone', (field, value, source, expected) => {
    expect(publish({[field]: [fact(value, [source])]}).problems.join()).toContain(expected);
    const held = publish({[field]: [fact(value, [source], {publish: false, reason: 'not enough'})]});
    expect(held).toMatchObject({organisation: {}, problems: []});
  });

  it('refuses a phone number that even its good source proves poorly', () => {
    const number = (more: object) =>
      publish({phone: [fact('030 634 08 08', ['new'], {confidence: 'medium', ...more})]});
    expect(number({}).problems.join()).toContain('here.phone[0].confidence: got "medium", expected one of high');
    expect(number({publish: false, reason: 'old page'})).toMatchObject({organisation: {}, problems: []});
    expect(number({confidence: 'sure'}).problems.join()).toContain('expected low, medium, high');
  });

  it('uses the later of two facts for one field', () => {
    const {organisation} = publish({name: [fact('Oud', ['old']), fact('Nieuw', ['new'])]});
    expect(toContact(organisation ?? {})).toEqual({name: 'Nieuw'});
  });

  it.each(['unverified', 'not found', 'from memory, unverified'])('leaves out what is %s', (status) => {
    expect(publish({name: [{value: 'A', status, sources: []}]})).toMatchObject({organisation: {}, problems: []});
  });

  it('leaves out facts that are held back, and fields that no card shows', () => {
    const {organisation, problems} = publish({
      email: [fact('privacy@a.example', ['new'], {publish: false, reason: 'for privacy questions'})],
      registration: [fact('01234567', ['new'])],
    });
    expect(organisation).toEqual({});
    expect(problems).toEqual([]);
  });

  it('gives the umbrella organisation', () => {
    expect(publish({}).umbrella).toEqual({organisation: 'Alle', website: 'https://alle.example'});
  });

  it.each([
    ['phone', '030 634 08', 'ten digits'],
    ['phone', '+31 30 634 08 08', 'ten digits'],
    ['email', 'info at a.example', 'an e-mail address'],
    ['website', 'http://a.example', 'an https address'],
    ['website', 'a.example', 'an https address'],
    ['contactPage', 'javascript:alert(1)', 'an https address'],
    ['address', 'Leidenweg 70, Arnhem', 'street and number, postcode and place'],
    ['name', 'x'.repeat(81), 'at most 80 characters'],
    ['phoneHours', 'x'.repeat(121), 'at most 120 characters'],
    ['about', 'x'.repeat(301), 'at most 300 characters'],
    ['vacancies', 'jouwbaan.example', 'an https address'],
  ])('refuses %s %s', (field, value, expected) => {
    expect(publish({[field]: [fact(value, ['new'])]}).problems.join()).toMatch(
      new RegExp(`organisations.json, here.${field}\\[0\\].value: got .*${expected}`),
    );
  });

  it.each([
    ['no list', {name: 'A'}, 'here.name: got "A", expected a list of facts'],
    ['no fact', {name: ['A']}, 'here.name[0]: got "A"'],
    ['a fact without value', {name: [fact('', ['new'])]}, 'here.name[0].value'],
    ['an unknown status', {name: [{...fact('A', ['new']), status: 'sure'}]}, 'here.name[0].status: got "sure"'],
    ['a fact held back without reason', {name: [fact('A', ['new'], {publish: false})]}, 'here.name[0].reason'],
  ])('refuses %s', (_, entry, message) => {
    expect(publish(entry).problems.join()).toContain(message);
  });
});
