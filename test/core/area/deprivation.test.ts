import { describe, expect, it } from 'vitest';
import {
  deprivationData,
  deprivationOf,
  deprivationReach,
  districtData,
  everyNode,
  recompute,
} from '../../../core/index.ts';

const [calderdale, blackpool, wokingham] = ['E08000033', 'E06000009', 'E06000041'];

describe('deprivation', () => {
  it('is held for every district of today, and its fifths and tenths hold that share of the people', () => {
    const { districts } = districtData();
    const people = districts.reduce((sum, { population }) => sum + population, 0);
    for (const [part, size] of [
      ['fifth', 5],
      ['tenth', 10],
    ] as const) {
      for (let each = 1; each <= size; each += 1) {
        const inPart = districts.filter(({ code }) => deprivationOf(code)?.[part] === each);
        const share = inPart.reduce((sum, { population }) => sum + population, 0) / people;
        expect(Math.abs(share - 1 / size), `${part} ${each}`).toBeLessThan(0.006);
      }
    }
    expect(deprivationData().byCode.size).toBe(361);
  });

  it('ranks by score: the most deprived first', () => {
    const rows = [...deprivationData().byCode.values()].sort((a, b) => b.score - a.score);
    expect(rows.map(({ tenth }) => tenth)).toEqual(rows.map(({ tenth }) => tenth).sort((a, b) => a - b));
    expect(deprivationOf(blackpool)).toMatchObject({ fifth: 1, tenth: 1 });
    expect(deprivationOf(wokingham)).toMatchObject({ fifth: 5, tenth: 10 });
    // A code of before counts as the district of today.
    expect(deprivationOf('E08000016')).toEqual(deprivationOf('E08000038'));
  });

  it('gives the share of money in the most deprived districts, with workings that recompute', () => {
    const reach = deprivationReach(
      new Map([
        [calderdale, 600],
        [blackpool, 300],
        [wokingham, 100],
        ['X99999999', 50],
      ]),
    );
    expect(reach?.mostDeprivedFifth.value).toBeCloseTo(0.3, 12);
    expect(reach?.mostDeprivedTenth.value).toBeCloseTo(0.3, 12);
    expect(reach?.fifths.map(({ amount }) => amount)).toEqual([300, 600, 0, 0, 100]);
    expect(reach?.withoutIndex).toBe(50);
    for (const root of [reach?.mostDeprivedFifth, reach?.mostDeprivedTenth]) {
      if (!root) throw new Error('nothing');
      for (const node of everyNode(root)) expect(recompute(node)).toBe(node.value);
    }
    expect(reach?.label).toBe('District level, index of 2017 to 2020');
    expect(reach?.mostDeprivedFifth.assumptions).toHaveLength(1);
  });

  it('says nothing when no money was placed, or credits outweigh it', () => {
    expect(deprivationReach(new Map())).toBeUndefined();
    expect(deprivationReach(new Map([[calderdale, -5]]))).toBeUndefined();
  });
});
