import { describe, expect, it } from 'vitest';
import { allPassages } from '../../../core/answers/passage.ts';
import { characteristics, principles } from '../../../core/framework/framework.ts';

describe('the framework', () => {
  it('has the seven characteristics in the order of the final report', () => {
    expect(characteristics().map(({ number, name }) => `${number} ${name}`)).toEqual([
      '1 Positive flow of money and resources',
      '2 Network of diverse, responsible businesses and enterprises',
      '3 Inclusive finance system with stable financial institutions',
      '4 Positive and productive use of local assets',
      '5 Active and connected citizens',
      '6 Clean and sustainable environment',
      '7 Good quality services',
    ]);
  });

  it('quotes each characteristic by wording that begins with its name', () => {
    for (const { name, wording } of characteristics()) expect(wording.startsWith(name), name).toBe(true);
  });

  it('has four principles with the statement of each', () => {
    expect(principles().map(({ name, statement }) => `${name}: ${statement}`)).toEqual([
      'It is citizen-centric: a resilient economy is created by local people, for local people',
      'It is place-based: a resilient economy maximises the value of local assets',
      'It is dynamic: a resilient economy adapts and changes',
      'It is collaborative: a resilient economy depends on strong relationships and sharing of power between sectors',
    ]);
  });

  it('lists as many activities under each characteristic as the report does', () => {
    expect(characteristics().map(({ activities }) => activities.length)).toEqual([13, 8, 9, 8, 14, 17, 13]);
  });

  it('refers both ways when one thing is listed under two characteristics', () => {
    const ids = new Map(
      characteristics().flatMap(({ number, activities }) =>
        activities.map(({ id, also }) => [`c${number}-activity-${id}`, also] as [string, readonly string[]]),
      ),
    );
    for (const [id, also] of ids) {
      for (const other of also) expect(ids.get(other), `${id} and ${other}`).toContain(id);
    }
  });

  it('makes a passage of every characteristic, its local picture, outcome, activities and examples', () => {
    const ids = new Set(allPassages().map(({ id }) => id));
    for (const { number, activities, examples } of characteristics()) {
      const expected = [
        ...['', '-locally', '-outcome', '-activities'].map((part) => `c${number}${part}`),
        ...activities.map(({ id }) => `c${number}-activity-${id}`),
        ...examples.map(({ id }) => id),
      ];
      expect(expected.filter((id) => !ids.has(id))).toEqual([]);
    }
  });
});
