import { describe, expect, it } from 'vitest';
import { sicEntries, sicOf, sicSource } from '../../core/enabled/sic.ts';

const entries = sicEntries();
const count = (level: string): number => entries.filter((entry) => entry.level === level).length;

describe('the classification of industries, SIC 2007', () => {
  it('is whole: the published structure has so many of each level', () => {
    expect(['section', 'division', 'group', 'class', 'subclass'].map(count)).toEqual([21, 88, 272, 615, 191]);
  });

  it('says where it comes from, and under which licence', () => {
    expect(sicSource()).toMatchObject({
      licence: 'Open Government Licence v3.0',
      asOf: '2007',
      verified: true,
    });
    expect(sicSource().source).toMatch(/ONS.*structure workbook/);
  });

  it('has a parent for every code, in the same section and division', () => {
    for (const { code, section, division } of entries.filter(({ level }) => level !== 'section')) {
      const digits = code.replace(/[./]/g, '');
      const parent = digits.length === 2 ? section : digits.slice(0, -1);
      expect(sicOf(parent), code).toBeDefined();
      expect(sicOf(parent)?.section, code).toBe(section);
      expect(division, code).toBe(digits.slice(0, 2));
    }
  });

  it('has titles that read as words', () => {
    for (const { code, title } of entries) {
      expect(title, code).toMatch(/^[A-Z]/);
      expect(title, code).not.toMatch(/\s{2}|[^\x20-\x7e]|[a-z][A-Z]/);
    }
  });

  it('finds every entry by the code that it prints', () => {
    for (const entry of entries) expect(sicOf(entry.code)).toEqual(entry);
  });
});

describe('a code as people write it', () => {
  it.each([
    ['47.11', '47.11', 'class', 'G'],
    ['4711', '47.11', 'class', 'G'],
    ['47110', '47.11', 'class', 'G'],
    [' 47 ', '47', 'division', 'G'],
    ['47.1', '47.1', 'group', 'G'],
    ['g', 'G', 'section', 'G'],
    ['Section G', 'G', 'section', 'G'],
    ['01.11/0', '01.11', 'class', 'A'],
    ['01.62/1', '01.62/1', 'subclass', 'A'],
    ['56102', '56.10/2', 'subclass', 'I'],
    ['SIC 96.02', '96.02', 'class', 'S'],
    ['SIC 2007: 9602', '96.02', 'class', 'S'],
    ['82912', '82.91/2', 'subclass', 'N'],
  ])('%s is %s', (written, code, level, section) => {
    expect(sicOf(written)).toMatchObject({ code, level, section });
  });

  it.each(['', '00', '04', '4799999', '47.98', '111', '9', 'V', 'hairdresser', '47110 shop', '-47', '4.711'])(
    '"%s" is no code',
    (written) => {
      expect(sicOf(written)).toBeUndefined();
    },
  );

  it('leaves a section without a division', () => {
    expect(sicOf('Q')).toEqual({
      code: 'Q',
      title: 'Human health and social work activities',
      level: 'section',
      section: 'Q',
    });
  });
});
