import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaForm, placeOptions } from '../../../bot/blocks/area-form.ts';
import { columnsForm } from '../../../bot/blocks/columns-form.ts';
import type { Message } from '../../../bot/blocks/message.ts';
import { resultMessage } from '../../../bot/blocks/result.ts';
import type { SpendAnswer, TenantsAnswer } from '../../../bot/files/file-answer.ts';
import { refuseMessageBlocks, refuseOptions, refuseView } from '../../fakes/fake-slack/check-blocks.ts';

const from = {
  file: 'F1',
  thread: '1767225600.000100',
  asker: 'U1',
  spend: { places: [], columns: {}, sure: true },
};

/** Text of the worst kind that a file may hold. */
const names = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom('🏠'.repeat(100), '"\\'.repeat(100), '<!channel>', 'x'.repeat(300), ''),
);
const pence = fc.integer({ min: -10_000_000, max: 1_000_000_000 });
const sums = { pence, lines: fc.nat(9999), local: pence, notLocal: pence, cannotTell: pence };

const spend = fc.record({
  ok: fc.constant(true),
  kind: fc.constant('spend'),
  sha256: fc.constant('0'),
  total: fc.record(sums),
  suppliers: fc.nat(9999),
  byMonth: fc.array(
    fc.record({ ...sums, month: fc.option(fc.constantFrom('2026-01', '2026-02', '2026-03')) }),
    {
      maxLength: 30,
    },
  ),
  byCategory: fc.array(fc.record({ ...sums, category: fc.option(names), suppliers: fc.nat(99) }), {
    maxLength: 10,
  }),
  categories: fc.nat(99),
  columns: fc.array(fc.record({ heading: names, sample: fc.array(names, { maxLength: 3 }) }), {
    maxLength: 130,
  }),
  unsure: fc.boolean(),
  tables: fc.nat(12),
  hasPostcodes: fc.boolean(),
  lists: fc.array(names, { maxLength: 2 }),
  area: fc.option(names, { nil: undefined }),
  leaks: fc.constant([]),
  first: fc.option(
    fc.record({
      headline: names,
      sentences: fc.constant([]),
      lm3: fc.double({ min: 1, max: 3, noNaN: true }),
      bounds: fc.constant({ low: 1, high: 3 }),
      assumptions: fc.array(names, { maxLength: 12 }),
    }),
    { nil: undefined },
  ),
  licences: fc.array(names, { maxLength: 2 }),
  warnings: fc.constant({ shown: [], all: 0 }),
  workings: fc.constant([]),
}) as fc.Arbitrary<SpendAnswer>;

const confidence = fc.constantFrom('high', 'moderate', 'low', 'unknown');
const tenants = fc.record({
  ok: fc.constant(true),
  kind: fc.constant('tenants'),
  sha256: fc.constant('0'),
  summary: fc.record({
    headline: names.map((name) => `Tenants have jobs, ${name}`),
    sentences: fc.array(names, { minLength: 1, maxLength: 6 }),
  }),
  totals: fc.record({ fte: fc.nat(9999), gvaGbp: fc.nat(1e9), tenants: fc.nat(99), confidence }),
  anchors: fc.array(fc.record({ name: names, fte: fc.nat(999), gvaGbp: fc.nat(1e9), confidence }), {
    maxLength: 40,
  }),
  assumptions: fc.array(names, { maxLength: 30 }),
  toAsk: fc.constant([]),
  tenantsToAsk: fc.constant(0),
  notesOfTenants: fc.nat(9),
  warnings: fc.constant({ shown: [], all: 0 }),
  workings: fc.constant([]),
}) as unknown as fc.Arbitrary<TenantsAnswer>;

function refusals({ blocks, plainBlocks = [], shareable }: Message): string[] {
  const own = [blocks, plainBlocks].flatMap((form) => refuseMessageBlocks(form)?.messages ?? []);
  return [...own, ...(shareable === undefined ? [] : refusals(shareable))];
}

describe('a result of payments or tenants', () => {
  it('is always one that Slack takes, in every form, whatever names and figures are in the file', () => {
    fc.assert(
      fc.property(fc.oneof(spend, tenants), names, (answer, fileName) => {
        expect(refusals(resultMessage({ answer, fileName, from, since: [fileName] }))).toEqual([]);
        const unsure = { ...from, spend: { ...from.spend, sure: false } };
        expect(refusals(resultMessage({ answer, fileName, from: unsure, since: [] }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the forms about payments', () => {
  it('are always such that Slack takes them', () => {
    fc.assert(
      fc.property(spend, ({ columns }) => {
        expect(refuseView(columnsForm({ channel: 'C1', from }, columns))).toBeUndefined();
      }),
      { numRuns: 30 },
    );
    const chosen = {
      ...from,
      spend: { places: ['E08000033', 'West Yorkshire'], centre: 'HX1', km: 12, columns: {} },
    };
    const form = areaForm({ channel: 'C1', from: chosen });
    expect(refuseView(form)).toBeUndefined();
    expect(JSON.stringify(form)).toContain('Calderdale');
  });

  it('offer places by their first letters in options that Slack takes', () => {
    expect(placeOptions('yo').length).toBeGreaterThan(0);
    for (const letters of 'abcdefghijklmnopqrstuvwyz') {
      const options = placeOptions(letters);
      expect(refuseOptions({ options })).toEqual([]);
    }
  });
});
