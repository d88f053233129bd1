import { formatCount } from '../../core/index.ts';
import { keepSurvey } from '../../survey/owner/changing.ts';
import { projectFromWorkbook } from '../../survey/owner/from-workbook.ts';
import { newSurvey } from '../../survey/owner/new-survey.ts';
import { readBytes } from '../files.ts';
import { failWith, print, tellIssues } from '../output.ts';
import { atDesk } from './desk.ts';

export interface CreateOptions {
  readonly name?: string;
  readonly area?: string;
  readonly period?: string;
  readonly closes: string;
  readonly contact: string;
  readonly erase?: string;
}

const year = 365 * 24 * 60 * 60 * 1000;

/** Makes a survey of the suppliers of a workbook. Nobody is written to yet. */
export async function createSurvey(file: string, options: CreateOptions): Promise<void> {
  const bytes = await readBytes(file);
  const read = bytes.ok ? projectFromWorkbook(bytes.value, file) : bytes;
  if (!read.ok) return failWith(read.issues, false);
  const closesAt = endOf(options.closes);
  const { name, area, period, contact } = options;
  const made = newSurvey({
    ...read.value,
    ...(name === undefined ? {} : { name }),
    ...(area === undefined ? {} : { area }),
    ...(period === undefined ? {} : { period }),
    contact,
    closesAt,
    eraseAt: options.erase === undefined ? closesAt + year : endOf(options.erase),
    now: Date.now(),
  });
  if (!made.ok) return failWith(made.issues, false);
  const { survey, suppliers } = made.value;
  await atDesk(async ({ store, who }) => {
    await keepSurvey({ store, who, now: Date.now() }, made.value);
    const reachable = suppliers.filter(({ email }) => email !== undefined).length;
    print(
      [
        `Made survey ${survey.projectId}: ${formatCount(suppliers.length)} suppliers, ${formatCount(reachable)} to write to.`,
        `A personal word first helps most: localpound survey letter ${survey.projectId}`,
        `See the first mail:               localpound survey send ${survey.projectId} --preview`,
        `Then send:                        localpound survey send ${survey.projectId}`,
      ].join('\n'),
    );
    tellIssues([...read.issues, ...made.issues]);
  });
}

/** The last moment of a day. */
const endOf = (date: string): number => Date.parse(`${date}T23:59:59Z`);
