import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issuesMessage } from '../../../bot/blocks/issues.ts';
import { lm3ResultMessage } from '../../../bot/blocks/lm3-result.ts';
import type { Message } from '../../../bot/blocks/message.ts';
import { workingsMessage } from '../../../bot/blocks/workings.ts';
import type { Lm3Answer } from '../../../bot/files/file-answer.ts';
import { chaseList, computeLm3, type Issue, type Lm3Project, parseLm3Project } from '../../../core/index.ts';
import { refuseMessageBlocks } from '../../fakes/fake-slack/check-blocks.ts';

const from = { file: 'F1', thread: '1767225600.000100', asker: 'U1' };

/** What Slack would say against any form of a message. */
function refusals({ blocks, plainBlocks, shareable }: Message): string[] {
  const forms = [blocks, ...(plainBlocks === undefined ? [] : [plainBlocks])];
  const own = forms.flatMap((form) => refuseMessageBlocks(form)?.messages ?? []);
  return [...own, ...(shareable === undefined ? [] : refusals(shareable))];
}

/** Text of the worst kind that a sheet may hold: long, astral, quoted, and of two characters at least. */
const names = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom('🏠'.repeat(100), '"\\'.repeat(100), '<!channel>', 'x'.repeat(200), 'é'),
);

const suppliers = fc.array(
  fc.record({
    name: names,
    spend: fc.integer({ min: 1, max: 1_000_000 }),
    local: fc.boolean(),
    respendShare: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)),
  }),
  { minLength: 1, maxLength: 60 },
);

const projects = fc
  .record({ name: names, area: names, period: names, scope: names, suppliers })
  .map((given) => parseLm3Project({ ...given, payroll: { local: 1000, nonLocal: 500 } }))
  .filter((parsed) => parsed.ok)
  .map((parsed) => (parsed.ok ? parsed.value : (undefined as never)));

function resultOf(project: Lm3Project) {
  const computed = computeLm3(project);
  if (!computed.ok) throw new Error('the project does not compute');
  return computed.value;
}

/** The same as the thread that computes files answers it. */
function answerOf(project: Lm3Project, namingNotes: readonly Issue[]): Lm3Answer {
  return {
    ok: true,
    kind: 'lm3',
    sha256: '',
    result: resultOf(project),
    chase: chaseList(project),
    warnings: { shown: [], all: 0 },
    discretion: { soleAnswer: false, namingNotes },
  };
}

const issues = fc
  .array(fc.record({ sheet: names, cell: fc.constant('B5'), found: names, expected: names, mend: names }), {
    minLength: 1,
    maxLength: 10,
  })
  .map((all) =>
    all.map(({ sheet, cell, ...words }): Issue => ({ severity: 'error', where: { sheet, cell }, ...words })),
  );

describe('a result', () => {
  it('is always one that Slack takes, in every form', () => {
    fc.assert(
      fc.property(projects, names, issues, fc.boolean(), (project, fileName, shown, soleAnswer) => {
        const result = resultOf(project);
        const warnings = { shown, all: shown.length };
        const discretion = { soleAnswer, namingNotes: shown };
        const given = { result, fileName, from, warnings, discretion, since: [fileName] };
        expect(refusals(lm3ResultMessage(given))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('says how many notes were left out', () => {
    const project = parseLm3Project({ name: 'A', payroll: { local: 1, nonLocal: 0 } });
    if (!project.ok) throw new Error('the project is wrong');
    const warning: Issue = {
      severity: 'warning',
      where: { sheet: 'S' },
      found: 'a',
      expected: 'b',
      mend: 'c',
    };
    const warnings = { shown: Array<Issue>(10).fill(warning), all: 250 };
    const message = lm3ResultMessage({
      result: resultOf(project.value),
      fileName: 'a.xlsx',
      from,
      warnings,
      discretion: { soleAnswer: false, namingNotes: [] },
      since: [],
    });
    expect(JSON.stringify(message.blocks)).toContain('240 more');
  });
});

describe('a page of the workings', () => {
  it('is always one that Slack takes, and the pages together leave nothing out', () => {
    fc.assert(
      fc.property(projects, issues, (project, notes) => {
        const result = answerOf(project, notes);
        const first = workingsMessage(result, from);
        const pages = Number(/page 1 of (\d+)/.exec(first.text)?.[1]);
        const all = Array.from({ length: pages }, (_, index) =>
          workingsMessage(result, { ...from, page: index + 1 }),
        );
        for (const page of all) expect(refusals(page)).toEqual([]);
        expect(all.map(({ text }) => text).join('\n')).toContain('= (round 1 + round 2 + round 3) / round 1');
        expect(all.at(-1)?.text).toContain('Sources');
        expect(JSON.stringify(all.at(-1)?.blocks)).not.toContain('lm3_workings_next');
      }),
      { numRuns: 30 },
    );
  });

  it('past the last is the last', () => {
    const project = parseLm3Project({ name: 'A', payroll: { local: 1, nonLocal: 0 } });
    if (!project.ok) throw new Error('the project is wrong');
    const result = answerOf(project.value, []);
    const last = Number(/of (\d+)/.exec(workingsMessage(result, from).text)?.[1]);
    const text = (page: number): string => workingsMessage(result, { ...from, page }).text;
    expect(text(999)).toBe(text(last));
  });
});

describe('a list of issues', () => {
  it('is always one that Slack takes, with the number of all', () => {
    fc.assert(
      fc.property(names, issues, fc.integer({ min: 0, max: 10_000 }), (fileName, shown, more) => {
        const message = issuesMessage(fileName, { shown, all: shown.length + more }, fileName);
        expect(refusals(message)).toEqual([]);
        expect(message.text).toContain((shown.length + more).toLocaleString('en-GB'));
      }),
      { numRuns: 100 },
    );
  });
});
