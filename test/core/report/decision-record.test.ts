import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { adviseRoutes } from '../../../core/procurement/advise.ts';
import { parseRouteCase } from '../../../core/procurement/case.ts';
import { type DecisionRecord, decisionRecord } from '../../../core/report/decision-record.ts';
import { decisionRecordMarkdown } from '../../../core/report/decision-record-markdown.ts';
import { decisionRecordWorkbook } from '../../../core/report/decision-record-workbook.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { libreOfficeVersion, recalculateInLibreOffice } from '../../fakes/libre-office.ts';
import grant from '../../fixtures/procurement/befriending-grant.json' with { type: 'json' };
import alliance from '../../fixtures/procurement/homelessness.json' with { type: 'json' };
import youthClub from '../../fixtures/procurement/youth-club.json' with { type: 'json' };

const today = '2026-11-24';

function recordOf(input: object): DecisionRecord {
  const parsed = parseRouteCase(input, today);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const record = decisionRecord(parsed.value, adviseRoutes(parsed.value, { issues: parsed.issues }), today);
  if (!record.ok) throw new Error(JSON.stringify(record.issues));
  return record.value;
}

const packs: readonly (readonly [string, object])[] = [
  ['youth club, reserved locally', youthClub],
  ['alliance above the threshold', alliance],
  ['grant of a parish council', grant],
];

describe('a decision record', () => {
  it.each(packs)('of the %s has every part that a file needs', (_what, input) => {
    const { sections, title } = recordOf(input);
    expect(title).toContain('(fictional)');
    const headings = sections.map(({ heading }) => heading);
    for (const heading of [
      'Route',
      'Facts given',
      'Law tested',
      'Conditions to meet',
      'Reasons for the route',
      'Aggregation note',
      'Market note',
      'SME and VCSE note',
      'Social value note',
      'Conflicts of interest note',
      'Records to keep',
      'Routes considered',
      'Specification',
      'Decision and signatures',
      'Please note',
    ]) {
      expect(headings).toContain(heading);
    }
  });

  it('leaves signatures and the route decided on blank, and holds the date of decision', () => {
    const { sections } = recordOf(youthClub);
    const blanks = new Map(sections.find(({ heading }) => heading === 'Decision and signatures')?.blanks);
    expect(blanks.get('Date of decision')).toBe('2026-09-01');
    expect([...blanks].filter(([label, value]) => label !== 'Date of decision' && value !== '')).toEqual([]);
  });

  it('holds the conditions of both routes that go together', () => {
    const conditions = recordOf(youthClub)
      .sections.find(({ heading }) => heading === 'Conditions to meet')
      ?.table?.rows.map(([condition]) => condition)
      .join(' ');
    expect(conditions).toContain('local area may not take part');
    expect(conditions).toContain('value-driven');
  });

  it('asks for the date of a limit by place only where there is one', () => {
    const places = packs.map(([, input]) => recordOf(input).limitsByPlace);
    expect(places).toEqual([true, false, false]);
  });

  it('does not quote contract law over a grant', () => {
    const text = decisionRecordMarkdown(recordOf(grant));
    expect(text).toContain('The threshold matters only if it turns out to be a contract');
    expect(text).not.toContain('PA 2023 s.86');
  });

  it('never holds a specification', () => {
    const { sections } = recordOf({ ...youthClub, specification: 'Only the Example Trust (fictional)' });
    expect(JSON.stringify(sections)).not.toContain('Only the Example Trust');
    expect(sections.find(({ heading }) => heading === 'Specification')?.lines.join(' ')).toMatch(
      /writes none.*test the market/s,
    );
  });

  it('can be made for another open route, and never for a closed one', () => {
    expect(recordOf({ ...youthClub, chosenRoute: 'pa-bt-quotes-open' }).chosen.id).toBe('pa-bt-quotes-open');
    const parsed = parseRouteCase({ ...youthClub, chosenRoute: 'pa-light-touch' }, today);
    if (!parsed.ok) throw new Error('case');
    const refused = decisionRecord(parsed.value, adviseRoutes(parsed.value), today);
    expect(refused).toMatchObject({ ok: false, issues: [{ where: { path: 'chosenRoute' } }] });
    expect(refused.issues[0]?.found).toContain('It needs a value at or above the threshold');
  });
});

describe('as Markdown', () => {
  it('keeps people’s own words from becoming markup', () => {
    const text = decisionRecordMarkdown(recordOf({ ...youthClub, name: 'Youth | club\n# <script>' }));
    expect(text.split('\n')[0]).toBe('# Decision record: Youth \\| club \\# &lt;script>');
    expect(text).not.toMatch(/<b>|<script>/);
    expect(text).toContain('\\| &lt;b>none');
  });

  it('has tables of even width', () => {
    for (const [, input] of packs) {
      const widths = decisionRecordMarkdown(recordOf(input))
        .split('\n\n')
        .filter((block) => block.startsWith('|'))
        .map(
          (block) =>
            new Set(
              block
                .trim()
                .split('\n')
                .map((line) => line.replaceAll('\\|', '').split('|').length),
            ).size,
        );
      expect(new Set(widths)).toEqual(new Set([1]));
    }
  });
});

describe('as a workbook', () => {
  it('writes words that begin with = as words', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(
      (await writeWorkbook(decisionRecordWorkbook(recordOf(youthClub)))).slice().buffer as ArrayBuffer,
    );
    const formulas: string[] = [];
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) => row.eachCell((cell) => cell.formula && formulas.push(cell.formula)));
    }
    expect(formulas.filter((formula) => !formula.startsWith('IF(OR('))).toEqual([]);
    expect(formulas).toHaveLength(1);
  });

  it('opens in LibreOffice and works out whether the decision came in time', async (ctx) => {
    const version = await libreOfficeVersion();
    if (version === undefined) return ctx.skip();
    ctx.task.meta.ranWith = [version];
    const cases: readonly (readonly [object, string])[] = [
      [youthClub, 'decided before the invitation'],
      [{ ...youthClub, decisionDate: undefined }, 'fill in both dates'],
      [{ ...youthClub, decisionDate: youthClub.startDate }, 'too late: not before the invitation'],
    ];
    const files = await Promise.all(
      cases.map(([input]) => writeWorkbook(decisionRecordWorkbook(recordOf(input)))),
    );
    const workbooks = await recalculateInLibreOffice(files);
    const found = workbooks.map((workbook) => {
      expect(workbook.worksheets.map(({ name }) => name)).toEqual([
        'Decision record',
        'Conditions and records',
        'Facts',
        'Law',
        'Routes considered',
      ]);
      let verdict: unknown;
      workbook.getWorksheet('Decision record')?.eachRow((row) => {
        if (row.getCell(1).text !== 'Decided before the invitation?') return;
        verdict = row.getCell(2).result ?? row.getCell(2).value;
      });
      return verdict;
    });
    expect(found).toEqual(cases.map(([, expected]) => expected));
  }, 240_000);
});
