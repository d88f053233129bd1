import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lm3Project, parseLm3Project } from '../../../core/index.ts';
import { computeLm3File } from '../../../spreadsheet/lm3-file.ts';
import { anyProject } from './lm3-any-project.ts';
import { formulasOf, projectOf, projects } from './lm3-projects.ts';

/** A project without the places that its suppliers were read from. */
const withoutPlaces = ({ suppliers, ...rest }: Lm3Project) => ({
  ...rest,
  suppliers: suppliers.map(({ where: _, ...line }) => line),
});

async function readBack(of: Lm3Project) {
  const { result, bytes } = await formulasOf(of);
  const again = computeLm3File(bytes);
  if (!again.ok) throw new Error(JSON.stringify(again.issues));
  return { result, again: again.value };
}

describe('a report read back as a workbook', () => {
  it('is the same project and the same LM3 to the last digit, whatever the settings', async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (of) => {
        const { result, again } = await readBack(of);
        expect(withoutPlaces(again.project)).toEqual(withoutPlaces(of));
        expect(again.result.lm3).toBe(result.lm3);
        expect(again.result.interval).toEqual(result.interval);
        expect(again.result.bounds).toEqual(result.bounds);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('is the same for every case that formulas follow', async () => {
    for (const [name, of] of await projects()) {
      const { result, again } = await readBack(of);
      expect(again.result.lm3, name).toBe(result.lm3);
      expect(again.result.interval, name).toEqual(result.interval);
    }
  }, 60_000);

  it('keeps answers of one label apart', async () => {
    const of = projectOf({
      name: 'Labels',
      payroll: { local: 5_000, nonLocal: 0 },
      staffSurvey: [0.2, 0.4, 0.6].map((respendShare) => ({
        answer: 'Staff',
        local: true,
        pay: 500,
        respendShare,
      })),
    });
    const { result, again } = await readBack(of);
    expect(again.project.staffSurvey.map(({ answer }) => answer)).toEqual(['Staff', 'Staff 2', 'Staff 3']);
    expect(again.result.lm3).toBe(result.lm3);
  });

  it('is a project that the JSON contract takes as well', async () => {
    const [first] = await projects();
    const { again } = await readBack(first?.[1] as Lm3Project);
    expect(parseLm3Project(JSON.parse(JSON.stringify(again.project))).ok).toBe(true);
  });
});
