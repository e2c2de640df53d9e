import {describe, expect, it} from 'vitest';
import {internationalPhone, isServiceNumber} from '../../../src/core/phone.js';

describe('internationalPhone', () => {
  it.each([
    ['030 123 45 67', '+31301234567'],
    ['088-0182888', '+31880182888'],
    ['06 12 34 56 78', '+31612345678'],
    ['014 123 45 67', '+31141234567'],
    ['+31 30 123 45 67', '+31301234567'],
    ['+32 2 123 45 67', '+3221234567'],
    ['+1 160 123 4567', '+11601234567'],
    ['0032 2 123 45 67', '003221234567'],
    ['0800 1234', '08001234'],
    ['0800-0113', '08000113'],
    ['0900 235 22 35', '09002352235'],
    ['0906 1234', '09061234'],
    ['0909 123 45 67', '09091234567'],
    ['14 020', '14020'],
    ['14 0182', '140182'],
    ['116 123', '116123'],
  ])('dials %j as %s', (phone, dialled) => {
    expect(internationalPhone(phone)).toBe(dialled);
  });
});

describe('isServiceNumber', () => {
  it.each(['0800 1234', '0900 235 22 35', '14 020', '116 123'])('recognises %s', (phone) => {
    expect(isServiceNumber(phone)).toBe(true);
  });

  it.each(['030 123 45 67', '088 018 28 88', '014 123 45 67', '+31 80 01 23 45 67', '0901 123 456'])(
    'does not take %s for one',
    (phone) => {
      expect(isServiceNumber(phone)).toBe(false);
    },
  );
});
