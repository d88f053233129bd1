import { describe, expect, it } from 'vitest';
import { computeEnabled } from '../../../core/enabled/enabled-contribution.ts';
import { parseEnabledProject } from '../../../core/enabled/project.ts';
import { shippedGva } from '../../../core/enabled/reference.ts';
import {
  describeUpdate,
  parseReferenceUpdate,
  updatedReference,
} from '../../../core/enabled/update/reference-update.ts';
import { updateReference } from '../../../core/enabled/update/update-reference.ts';
import { everyNode } from '../../../core/explain/explained.ts';
import type { Sheet } from '../../../core/workbook/cell.ts';
import { describeIssue } from '../../../core/workbook/issue.ts';
import { businessSurvey, regionalGva } from '../../fakes/ons-tables.ts';

const today = '2026-11-24';
const file = (name: string, sheets: readonly Sheet[]) => ({ name, sheets });

function made(...files: readonly { name: string; sheets: readonly Sheet[] }[]) {
  const outcome = updateReference(files, { today });
  if (!outcome.ok) throw new Error(outcome.issues.map(describeIssue).join('\n'));
  return { ...outcome.value, issues: outcome.issues };
}

function refused(name: string, sheets: readonly Sheet[], allowLargeChanges = false): string {
  const outcome = updateReference([file(name, sheets)], { today, allowLargeChanges });
  expect(outcome.ok).toBe(false);
  return outcome.issues.map(describeIssue).join('\n');
}

const section = (update: ReturnType<typeof made>['update'], letter: string) =>
  update.sections.rows.find((row) => row.section === letter);
const division = (update: ReturnType<typeof made>['update'], digits: string) =>
  update.divisions.rows.find((row) => row.division === digits);
const shipped = (letter: string) => shippedGva().sections.rows.find((row) => row.section === letter);

describe('a newer Annual Business Survey', () => {
  const { update } = made(file('abs.xlsx', businessSurvey({ factor: () => 1.1 })));

  it('gives the ratio of GVA to turnover of every section and division, with its year', () => {
    const { turnover_gbp_m: turnover, agva_gbp_m: agva } = shipped('G') ?? {};
    expect(section(update, 'G')).toMatchObject({
      gva_to_turnover_ratio: Math.round(((agva ?? 0) * 1.1 * 1e4) / (turnover ?? 1)) / 1e4,
      turnover_year: '2024',
      gva_to_turnover_earlier: Math.round(((agva ?? 0) * 1e4) / (turnover ?? 1)) / 1e4,
      earlier_year: '2019',
      date: 'GVA 2022, jobs 2023, turnover ratio 2024',
    });
    expect(division(update, '47')).toMatchObject({
      turnover_year: '2024',
      date: '2024',
      source: 'update-abs',
    });
    expect(section(update, 'ALL')?.turnover_year).toBe('2024');
  });

  it('leaves alone what the survey does not cover', () => {
    expect(section(update, 'K')).toEqual(shipped('K'));
    expect(section(update, 'G')?.gva_per_fte_gbp).toBe(shipped('G')?.gva_per_fte_gbp);
  });

  it('names the user’s own file as the source', () => {
    const source = update.sections.sources.find(({ id }) => id === 'update-abs');
    expect(source).toMatchObject({
      title: 'ONS Annual Business Survey 2024, your own copy',
      place: 'abs.xlsx, turnover and approximate GVA; read on 2026-11-24',
    });
    expect(update.divisions.sources.map(({ id }) => id)).not.toContain('nowhere');
    expect(describeUpdate(update)).toBe(
      'Reference data: your own tables, made on 2026-11-24 from Annual Business Survey 2024 (abs.xlsx).',
    );
  });

  it('tells what changes', () => {
    const { changes } = made(file('abs.xlsx', businessSurvey({ factor: () => 1.1 })));
    expect(changes).toHaveLength(21);
    expect(changes.find(({ section: letter }) => letter === 'K')?.gvaToTurnover).toEqual({
      before: null,
      after: null,
    });
  });

  it('reads thousands as thousands', () => {
    const thousands = businessSurvey({ unit: '(£ thousand)' });
    const { update: small } = made(file('abs.xlsx', thousands));
    expect(section(small, 'G')?.turnover_gbp_m).toBe(Math.round((shipped('G')?.turnover_gbp_m ?? 0) / 1000));
    expect(section(small, 'G')?.gva_to_turnover_ratio).toBe(shipped('G')?.gva_to_turnover_ratio);
  });

  it('leaves a suppressed division without a ratio, so that its section stands in', () => {
    const { update: some } = made(file('abs.xlsx', businessSurvey({ turnover: { '47': 'c' } })));
    expect(division(some, '47')).toMatchObject({ gva_to_turnover_ratio: null, note: /suppressed/ });
  });
});

describe('newer regional GVA', () => {
  const { update } = made(file('gva.xlsx', [regionalGva({ factor: () => 1.05 })]));

  it('gives GVA per FTE and per job over the jobs in use', () => {
    const {
      workforce_jobs_thousand: jobs = 1,
      fte_per_job: fte = 1,
      gva_gbp_m: gva = 0,
    } = shipped('Q') ?? {};
    const perJob = (gva * 1.05 * 1e6) / (jobs * 1e3);
    expect(section(update, 'Q')).toMatchObject({
      gva_year: '2023',
      gva_per_worker_gbp: Math.round(perJob),
      gva_per_fte_gbp: Math.round(perJob / fte),
      gva_to_turnover_ratio: shipped('Q')?.gva_to_turnover_ratio,
      derivation: 'derived: GVA of 2023 over jobs of 2023',
    });
  });

  it('takes imputed rent out of real estate and out of the total', () => {
    expect(section(update, 'L')?.gva_gbp_m).toBe(Math.round((shipped('L')?.gva_gbp_m ?? 0) * 1.05));
    expect(section(update, 'L')?.note).toContain('£240,000m');
    const letters = update.sections.rows.filter((row) => row.section !== 'ALL');
    const added = letters.reduce((sum, row) => sum + row.gva_gbp_m, 0);
    expect(Math.abs((section(update, 'ALL')?.gva_gbp_m ?? 0) - added)).toBeLessThan(20);
  });

  it('adds the regions up once, without England, the UK row and Extra-Regio', () => {
    expect(update.sections.sources.find(({ id }) => id === 'update-regional-gva')?.place).toContain(
      'sum of 12 ITL1 areas',
    );
  });

  it('takes the UK without Extra-Regio where the table has it', () => {
    const { update: direct } = made(
      file('gva.xlsx', [
        regionalGva({
          regions: [
            ['UK', 'United Kingdom'],
            ['UKX', 'UK less Extra-Regio'],
          ],
        }),
      ]),
    );
    expect(direct.sections.sources.at(-1)?.place).toContain('UK less Extra-Regio');
    expect(section(direct, 'C')?.gva_gbp_m).toBe(shipped('C')?.gva_gbp_m);
  });
});

describe('both tables, one after the other', () => {
  it('are kept together, each with its own date', () => {
    const first = made(file('abs.xlsx', businessSurvey())).update;
    const second = updateReference([file('gva.xlsx', [regionalGva()])], {
      today: '2026-12-01',
      inUse: first,
    });
    if (!second.ok) throw new Error('refused');
    const { update } = second.value;
    expect(update.files).toEqual([
      { name: 'abs.xlsx', table: 'Annual Business Survey', year: '2024' },
      { name: 'gva.xlsx', table: 'Regional GVA by industry', year: '2023' },
    ]);
    expect(section(update, 'G')).toMatchObject({ turnover_year: '2024', gva_year: '2023' });
    expect(section(update, 'G')?.source).toEqual(
      expect.arrayContaining(['update-regional-gva', 'update-abs', 'ons-ashe']),
    );
  });
});

describe('a result by newer tables', () => {
  const project = parseEnabledProject({
    anchors: [{ name: 'Hall', tenants: [{ name: 'Shop', sic: '47.11', turnoverGbp: 100_000, fte: 2 }] }],
  });
  if (!project.ok) throw new Error('the sample is broken');

  it('rests on them, and its workings name the file and the year', () => {
    const { update } = made(file('abs.xlsx', businessSurvey({ factor: () => 1.2 })));
    const before = computeEnabled(project.value);
    const after = computeEnabled(project.value, { reference: updatedReference(update) });
    if (!before.ok || !after.ok) throw new Error('not computed');
    expect(after.value.totals.gvaGbp / before.value.totals.gvaGbp).toBeCloseTo(1.2, 3);
    expect(after.value.assumptions[0]?.text).toBe(describeUpdate(update));
    expect(before.value.assumptions.map(({ id }) => id)).not.toContain('ownTables');
    const gva = after.value.anchors[0]?.tenants[0]?.gva;
    expect(gva?.dataYear).toContain('2024');
    const sources = gva?.workings ? [...everyNode(gva.workings)].flatMap((node) => node.sources ?? []) : [];
    expect(sources.map(({ title }) => title)).toContain('ONS Annual Business Survey 2024, your own copy');
  });
});

describe('tables that are refused', () => {
  it('when a section is missing', () => {
    expect(refused('abs.xlsx', businessSurvey({ leaveOut: ['R'] }))).toContain(
      'no row for section R in 2024',
    );
    expect(refused('gva.xlsx', [regionalGva({ leaveOut: ['I'] })])).toContain('no row for section I');
  });

  it('when they are older than what is in use, or from a year to come', () => {
    expect(refused('abs.xlsx', businessSurvey({ year: 2020 }))).toContain(
      'found figures of 2020; expected a year from 2021 to 2026',
    );
    expect(refused('gva.xlsx', [regionalGva({ year: 2031 })])).toContain('figures of 2031');
  });

  it('when they have no unit', () => {
    expect(refused('abs.xlsx', businessSurvey({ unit: '' }))).toContain('turnover and GVA without a unit');
    expect(refused('gva.xlsx', [regionalGva({ title: 'Table 1c' })])).toContain('none of which says');
  });

  it('when they are volumes and not current prices', () => {
    const title = 'Table 1b: ITL1 UK chained volume measures in 2022 money value, pounds million';
    expect(refused('gva.xlsx', [regionalGva({ title })])).toContain('"current prices" and its unit');
  });

  it('when a figure moved too far, naming section and factor, unless that is allowed', () => {
    const sheets = [regionalGva({ factor: (letter) => (letter === 'J' ? 2.5 : 1) })];
    expect(refused('gva.xlsx', sheets)).toContain('GVA of section J 2.50 times as high as');
    const allowed = updateReference([file('gva.xlsx', sheets)], { today, allowLargeChanges: true });
    expect(allowed.ok).toBe(true);
    expect(allowed.issues.map(describeIssue).join()).toContain('GVA of section J 2.50 times');
  });

  it('when a figure is no number, naming its cell', () => {
    expect(refused('abs.xlsx', businessSurvey({ turnover: { G: 'see note' } }))).toMatch(
      /abs\.xlsx, sheet Sections A to S, cell E\d+: found "see note"/,
    );
  });

  it('when GVA is above turnover', () => {
    expect(refused('abs.xlsx', businessSurvey({ turnover: { M: 10 } }))).toContain('section M in 2024');
  });

  it('when the regions do not make up the UK', () => {
    expect(refused('gva.xlsx', [regionalGva({ regions: [['TLC', 'North East']] })])).toContain(
      'regions that do not make up the UK',
    );
  });

  it('when they are another table, such as the regional tables of the survey', () => {
    const regional = businessSurvey().map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: [...row.cells, row.number === 4 ? 'Country and Region' : 'TLC'],
      })),
    }));
    expect(refused('regional.xlsx', regional)).toContain(
      'without the headings of a table that is known here',
    );
  });
});

describe('the same year again', () => {
  it('counts as a revision and is told', () => {
    const { issues } = made(file('gva.xlsx', [regionalGva({ year: 2022 })]));
    expect(issues.map(describeIssue).join()).toContain('taken as a revision of the same year');
  });
});

describe('a file of newer tables', () => {
  const { update } = made(file('abs.xlsx', businessSurvey()));
  const parse = (change: (copy: typeof update) => void) => {
    const copy = structuredClone(update);
    change(copy);
    return parseReferenceUpdate(copy);
  };

  it('is read back as it was written', () => {
    expect(parse(() => undefined)).toMatchObject({ ok: true, value: update });
  });

  it.each([
    [
      'a section taken out',
      (copy: typeof update) => void copy.sections.rows.splice(3, 1),
      /no row for section D/,
    ],
    [
      'a row twice',
      (copy: typeof update) => void copy.divisions.rows.push(...copy.divisions.rows.slice(0, 1)),
      /"02" twice/,
    ],
    [
      'a source taken out',
      (copy: typeof update) => void copy.sections.sources.pop(),
      /no source "update-abs"/,
    ],
    [
      'a ratio above one',
      (copy: typeof update) => void Object.assign(copy.sections.rows[0] ?? {}, { gva_to_turnover_ratio: 7 }),
      /gva_to_turnover_ratio/,
    ],
    ['no date', (copy: typeof update) => void Object.assign(copy, { madeOn: 'yesterday' }), /madeOn/],
  ])('is refused with %s', (_, change, message) => {
    const outcome = parse(change);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map(describeIssue).join('\n')).toMatch(message);
  });
});
