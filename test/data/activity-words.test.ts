import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { activityWords } from '../../core/enabled/choose/activity-words.ts';
import { sicEntries } from '../../core/enabled/sic.ts';

const { activities, placeOfDivision, neutral, faint, sectionHints } = activityWords();

describe('the vocabulary of activities', () => {
  it('is small enough to ship with the pane, together with the classification', () => {
    const files = ['activity-words.json', 'sic-2007.json', 'employment-densities.json', 'use-classes.json'];
    const bytes = files.map((file) => gzipSync(readFileSync(`core/data/${file}`)).length);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(120_000);
  });

  it('names activities of every section that tenants can be in', () => {
    const sections = new Set(activities.map(({ sic }) => sic.section));
    expect([...'ACDEFGHIJKLMNOPQRS'].filter((letter) => !sections.has(letter))).toEqual([]);
    expect(activities.length).toBeGreaterThan(300);
  });

  it('leads to classes, and says no word twice for one class', () => {
    for (const { sic, words } of activities) {
      expect(sic.level, words[0]).toBe('class');
      expect(new Set(words.map((word) => word.toLowerCase())).size, sic.code).toBe(words.length);
    }
  });

  it('has a usual place for every division', () => {
    const divisions = sicEntries().filter(({ level }) => level === 'division');
    expect(divisions.filter(({ code }) => !placeOfDivision.has(code))).toEqual([]);
  });

  it('has a hint for every section but those of households and of foreign bodies', () => {
    expect(sectionHints.map(({ section }) => section.code).sort()).toEqual([...'ABCDEFGHIJKLMNOPQRS']);
  });

  it('calls no word both nothing and little', () => {
    expect([...neutral].filter((word) => faint.has(word))).toEqual([]);
  });
});
