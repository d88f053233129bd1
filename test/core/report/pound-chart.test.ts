import { describe, expect, it } from 'vitest';
import { computeLm3, formatGbp, type Lm3ProjectInput, poundChart, poundRounds } from '../../../core/index.ts';
import { projectOf, sampleProject } from './lm3-projects.ts';

function chartOf(input: Lm3ProjectInput) {
  const outcome = computeLm3(projectOf(input));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return { svg: poundChart(outcome.value), rounds: poundRounds(outcome.value) };
}

const lettersIn = (svg: string): string[] =>
  [...svg.matchAll(/text-anchor="middle"[^>]*>([A-J])<\/text>/g)].map(([, letter]) => letter ?? '');

describe('the chart of a pound', () => {
  it('names every part in words and letters, so that no colour is needed', async () => {
    const { svg, rounds } = chartOf(await sampleProject());
    const parts = rounds.flatMap(({ slices }) => slices);
    expect(lettersIn(svg)).toEqual(expect.arrayContaining(parts.map(({ letter }) => letter)));
    for (const { letter, label, perPound } of parts) {
      expect(svg).toContain(`>${letter}</tspan> ${label} ${formatGbp(perPound)}`);
    }
  });

  it('gives parts too narrow for a letter one below the bar, never one over another', () => {
    const { svg, rounds } = chartOf({
      name: 'Narrow parts',
      payroll: { local: 9_900, nonLocal: 4 },
      otherDirectCosts: [{ name: 'Rates', amount: 3, local: true }],
      suppliers: [
        { name: 'Near', spend: 7, local: true, respendShare: 0.5 },
        { name: 'Far', spend: 6, local: false, respendShare: 0.8 },
      ],
    });
    const parts = rounds.flatMap(({ slices }) => slices.map(({ letter }) => letter));
    expect(lettersIn(svg).sort()).toEqual(parts.sort());
    const places = [...svg.matchAll(/<text x="([\d.]+)" y="(\d+)" font-size="12" font-weight="600"/g)];
    for (const [index, [, x, y]] of places.entries()) {
      const [, before, rowBefore] = places[index - 1] ?? [];
      if (y === rowBefore) expect(Number(x) - Number(before)).toBeGreaterThanOrEqual(11.9);
    }
    expect(places.length).toBeGreaterThan(3);
  });

  it('tells screen readers what it shows, and never an LM3 without what it rests on', async () => {
    const { svg } = chartOf(await sampleProject());
    const [, description = ''] = /<desc id="pound-desc">(.*)<\/desc>/.exec(svg) ?? [];
    for (const told of [
      'Exampleshire (fictional)',
      'April 2025',
      '71.65% of supplier value answered',
      'Bounds',
    ]) {
      expect(description).toContain(told);
      expect(svg.replace(description, '')).toContain(told);
    }
    expect(description).toContain('local staff £0.40');
    expect(svg).toContain('<title id="pound-title">Where each £1.00 goes: LM3 2.10</title>');
    expect(svg).toContain('role="img" aria-labelledby="pound-title pound-desc"');
  });

  it('holds text from people as text', () => {
    const { svg } = chartOf({
      name: 'Hostile',
      area: '<script>alert(1)</script>"&',
      payroll: { local: 10, nonLocal: 0 },
    });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&#60;script&#62;');
  });

  it('says so when area, period or supplier spend are missing', () => {
    const { svg } = chartOf({ name: 'Bare', payroll: { local: 10, nonLocal: 0 } });
    expect(svg).toContain('Area not stated, period not stated. No supplier spend.');
  });
});
