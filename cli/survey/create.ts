import { formatCount, readLm3Workbook, readSupplierContacts } from '../../core/index.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
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
  const workbook = bytes.ok ? readWorkbook(bytes.value, { fileName: file }) : bytes;
  if (!workbook.ok) return failWith(workbook.issues, false);
  const project = readLm3Workbook(workbook.value.sheets);
  const contacts = readSupplierContacts(workbook.value.sheets);
  if (!project.ok || !contacts.ok) {
    return failWith(
      [...project.issues, ...(project.ok || project.issues.length === 0 ? contacts.issues : [])],
      false,
    );
  }
  const closesAt = endOf(options.closes);
  const { name, area, period, contact } = options;
  const made = newSurvey({
    project: project.value,
    contacts: contacts.value,
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
    await store.createSurvey(survey, suppliers);
    const detail = `${suppliers.length} suppliers`;
    await store.addAudit(survey.projectId, { at: Date.now(), who, what: 'created', detail });
    const reachable = suppliers.filter(({ email }) => email !== undefined).length;
    print(
      [
        `Made survey ${survey.projectId}: ${formatCount(suppliers.length)} suppliers, ${formatCount(reachable)} to write to.`,
        `A personal word first helps most: localpound survey letter ${survey.projectId}`,
        `See the first mail:               localpound survey send ${survey.projectId} --preview`,
        `Then send:                        localpound survey send ${survey.projectId}`,
      ].join('\n'),
    );
    tellIssues([...project.issues, ...made.issues]);
  });
}

/** The last moment of a day. */
const endOf = (date: string): number => Date.parse(`${date}T23:59:59Z`);
