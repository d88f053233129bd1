import { beforeAll, describe, expect, it } from 'vitest';
import { seededNumbers } from './numbers.ts';
import { bySize, flat, lumpy, mostlyNothing, type RespendLaw, rare } from './respend-laws.ts';
import { percentileBootstrap, textbookInterval } from './rival-intervals.ts';
import { type CellResult, simulate } from './simulate.ts';
import { type Situation, situations } from './situations.ts';
import { calderdaleSizes, leedsSizes, type SupplierSizes, subset } from './supplier-sizes.ts';

const known = situations();
const size = { runs: 300, resamples: 199 };

function cell(suppliers: string, answers: string, law: RespendLaw): CellResult {
  const situation = known.find(({ sizes, name }) => sizes.name === suppliers && name === answers);
  if (!situation) throw new Error(`no situation "${suppliers}", "${answers}"`);
  return simulate(situation, law, size);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Three standard errors of a coverage of 93% in one cell. */
const margin = 3 * Math.sqrt((0.93 * 0.07) / size.runs);

describe('the interval on real supplier sizes, in the short form of the simulation', () => {
  let random: readonly CellResult[];
  beforeAll(() => {
    random = [
      cell('Calderdale, 150', '10 to 12', flat),
      cell('Calderdale, 150', '10 to 12', lumpy),
      cell('Calderdale, 150', '30', flat),
      cell('Calderdale, 150', '30', lumpy),
      cell('Calderdale, 150', '30, local and not', lumpy),
      cell('Calderdale, 455', '1 in 5', flat),
      cell('Calderdale, 455', '1 in 5', lumpy),
      cell('Calderdale, 455', '1 in 5, largest 68 apart', bySize),
    ];
  });

  it('holds the true LM3 in 93% to 99% of surveys where silence is random', () => {
    for (const { ours } of random) expect(ours.covered).toBeGreaterThan(0.93 - margin);
    const overall = mean(random.map(({ ours }) => ours.covered));
    expect(overall).toBeGreaterThan(0.93);
    expect(overall).toBeLessThan(0.99);
  });

  it('says so in the answers where it does not hold, and holds where it does not warn', () => {
    const hard = [
      cell('Calderdale, 150', '10 to 12', mostlyNothing),
      cell('Calderdale, 150', '20', rare),
      cell('Calderdale, 150', '30', rare),
    ];
    for (const { ours, unwarned } of hard) {
      expect(ours.covered).toBeLessThan(0.93);
      expect(unwarned.share).toBeLessThan(0.8);
      expect(unwarned.covered).toBeGreaterThan(
        0.93 - 3 * Math.sqrt((0.93 * 0.07) / (unwarned.share * size.runs)),
      );
    }
    expect(cell('Calderdale, 150', '75', bySize).unwarned.share).toBeLessThan(0.02);
    for (const { unwarned } of random.slice(0, 4)) expect(unwarned.share).toBeGreaterThan(0.9);
  });

  it('is needed: the textbook ratio interval misses far more often, and the bootstrap more often', () => {
    for (const { ours, textbook } of random) {
      expect(textbook.covered).toBeLessThan(0.93);
      expect(textbook.covered).toBeLessThan(ours.covered);
    }
    expect(mean(random.map(({ textbook }) => textbook.covered))).toBeLessThan(0.85);
    expect(mean(random.map(({ bootstrap }) => bootstrap.covered))).toBeLessThan(0.93);
  });

  it('is not safe where keen suppliers answer more; the bounds are', () => {
    const keen = cell('Calderdale, 455', '91, the keen', flat);
    expect(keen.ours.covered).toBeLessThan(0.7);
    expect(keen.bounds.covered).toBe(1);
  });

  it('lies within bounds that always hold', () => {
    for (const { ours, bounds } of random) {
      expect(bounds.covered).toBe(1);
      expect(ours.width).toBeLessThan(bounds.width);
    }
  });

  it('is not given in surveys where one kind of supplier has fewer than five answers', () => {
    const { withoutInterval } = cell('Calderdale, 150', '20, local and not', flat);
    expect(withoutInterval).toBeGreaterThan(0.01);
    expect(withoutInterval).toBeLessThan(0.15);
  });

  it('comes out the same for the same seed', () => {
    const again = cell('Calderdale, 150', '30', flat);
    expect(again).toEqual(random[2]);
  });
});

describe('what the simulation is made of', () => {
  const makingHalf = ({ spend }: SupplierSizes) => {
    const half = spend.reduce((sum, amount) => sum + amount, 0) / 2;
    let sum = 0;
    let count = 0;
    for (const amount of spend) {
      if (sum >= half) break;
      sum += amount;
      count += 1;
    }
    return count;
  };

  it('has the sizes of 455 suppliers of Calderdale and 3,081 of Leeds, of which two dozen make half', () => {
    const calderdale = calderdaleSizes();
    const leeds = leedsSizes();
    expect([calderdale.spend.length, makingHalf(calderdale)]).toEqual([455, 23]);
    expect([leeds.spend.length, makingHalf(leeds)]).toEqual([3081, 24]);
    expect(Math.min(...leeds.spend)).toBeGreaterThan(0);
    expect(subset(calderdale, 150).spend.length).toBe(150);
    expect(subset(calderdale, 150).spend[0]).toBe(calderdale.spend[0]);
  });

  it('gives the worked case a standard error of 0.023765 in LM3 by the textbook', () => {
    const { low, high } = textbookInterval([
      { spend: [50_000, 30_000, 20_000], shares: [0.7, 0.4, 0.55], allSpend: 120_000, allCount: 5 },
      { spend: [40_000, 25_000, 15_000], shares: [0.2, 0.05, 0.35], allSpend: 110_000, allCount: 4 },
    ]);
    // Student t at 2 + 2 degrees of freedom is 2.776445; the estimate is 0.58 x 120,000 + 0.18125 x 110,000.
    expect((high + low) / 2).toBeCloseTo(89_537.5, 6);
    expect((high - low) / 2 / 2.776445 / 350_000).toBeCloseTo(0.023765, 6);
  });

  it('finds nothing to spread in answers that are all alike', () => {
    const alike = { spend: [5, 90, 400], shares: [0.3, 0.3, 0.3], allSpend: 1000, allCount: 9 };
    const ends = percentileBootstrap([alike], 99, seededNumbers(1));
    expect(ends.low).toBeCloseTo(300, 9);
    expect(ends.high).toBeCloseTo(300, 9);
  });

  it('draws whole samples: 20 of 150 at random, and keen suppliers more often than others', () => {
    const situation = (name: string): Situation => {
      const found = known.find((one) => one.sizes.name === 'Calderdale, 150' && one.name === name);
      if (!found) throw new Error(name);
      return found;
    };
    const next = seededNumbers(5);
    const shares = Float64Array.from({ length: 150 }, (_, place) => (place % 2 === 0 ? 0 : 1));
    const answers = (name: string) =>
      Array.from({ length: 200 }, () => situation(name).silence(shares, next));
    const keenPart = (drawn: readonly Uint8Array[]) =>
      mean(
        drawn.map((one) => one.filter((answered, place) => answered === 1 && shares[place] === 1).length),
      ) / 20;
    for (const drawn of [answers('20'), answers('20, the keen')]) {
      for (const one of drawn) expect(one.filter((answered) => answered === 1).length).toBe(20);
    }
    expect(keenPart(answers('20'))).toBeCloseTo(0.5, 1);
    // Weights e^2 to 1: at first 88% of draws, fewer as the keen ones run out.
    expect(keenPart(answers('20, the keen'))).toBeGreaterThan(0.8);
  });
});
