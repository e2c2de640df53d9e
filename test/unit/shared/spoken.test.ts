import {expect, it} from 'vitest';
import {spoken} from '../../../src/shared/spoken.js';

it('contains no slash that a screen reader would read', () => {
  expect(spoken('Groningen/Friesland/Drenthe')).toBe('Groningen, Friesland, Drenthe');
  expect(spoken('Flevoland')).toBe('Flevoland');
});
