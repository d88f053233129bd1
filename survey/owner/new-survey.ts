import { randomBytes } from 'node:crypto';
import type { Issue, Lm3Project, Outcome, SupplierContact } from '../../core/index.ts';
import type { NewSupplier, Survey } from '../store.ts';

/** What a survey is made from. */
export interface NewSurveyInput {
  readonly project: Lm3Project;
  /** By where the supplier stands in the workbook. */
  readonly contacts: ReadonlyMap<string, SupplierContact>;
  readonly name?: string;
  readonly area?: string;
  readonly period?: string;
  readonly contact: string;
  /** Milliseconds since 1970. */
  readonly closesAt: number;
  readonly eraseAt: number;
  readonly bids?: boolean;
  readonly now: number;
}

export interface MadeSurvey {
  readonly survey: Survey;
  readonly suppliers: readonly NewSupplier[];
}

/**
 * A survey of the suppliers of a project. Suppliers that LM3 leaves out or that have answered in the
 * workbook stay in it and are not asked: their contacts are not taken over.
 */
export function newSurvey(input: NewSurveyInput): Outcome<MadeSurvey> {
  const { project, contacts, contact, closesAt, eraseAt, now } = input;
  const { suppliers: listed, ...rest } = project;
  const area = input.area ?? project.area;
  const period = input.period ?? project.period;
  const issues: Issue[] = [];
  if (area === undefined) issues.push(missing('area', 'Local area', '--area "Exampleshire"'));
  if (period === undefined) issues.push(missing('period', 'Period', '--period "April 2025 to March 2026"'));
  if (closesAt <= now) issues.push(tooEarly('closes', 'a day after today'));
  if (eraseAt <= closesAt) issues.push(tooEarly('erase', 'a day after the survey closes'));
  if (listed.length === 0) issues.push(noSuppliers);
  if (issues.length > 0 || area === undefined || period === undefined) return { ok: false, issues };

  const suppliers = listed.map((supplier, index): NewSupplier => {
    const { where: _, ...kept } = supplier;
    const asked = isAsked(supplier, project);
    const contactOf = asked ? contacts.get(supplier.where ?? '') : undefined;
    return { supplierId: `s${index + 1}`, supplier: kept, ...contactOf };
  });
  const unreachable = suppliers.filter(
    ({ email }, index) =>
      email === undefined && isAsked(listed[index] as Lm3Project['suppliers'][number], project),
  ).length;
  const survey: Survey = {
    projectId: randomBytes(6).toString('hex'),
    name: input.name ?? project.name,
    area,
    period,
    contact,
    project: { ...rest, area, period },
    createdAt: now,
    closesAt,
    eraseAt,
    ...(input.bids === undefined ? {} : { bids: input.bids }),
  };
  return {
    ok: true,
    value: { survey, suppliers },
    issues: unreachable > 0 ? [withoutEmail(unreachable)] : [],
  };
}

/** Whether a supplier is asked: it counts in LM3, and its share is not in the workbook already. */
export function isAsked(
  { spend, kind, respendShare }: Lm3Project['suppliers'][number],
  project: Lm3Project,
): boolean {
  const leftOut = kind !== undefined && project.settings.leaveOut.includes(kind);
  return spend > 0 && !leftOut && respendShare === null;
}

function missing(path: string, item: string, example: string): Issue {
  return {
    severity: 'error',
    where: { path },
    found: 'nothing',
    expected: 'words that suppliers understand',
    mend: `Fill in "${item}" on the Project sheet, or add ${example}.`,
  };
}

function tooEarly(path: string, expected: string): Issue {
  return {
    severity: 'error',
    where: { path },
    found: 'a day that is too early',
    expected,
    mend: `Give a later --${path}.`,
  };
}

const noSuppliers: Issue = {
  severity: 'error',
  where: { sheet: 'Suppliers' },
  found: 'no suppliers',
  expected: 'a line for each supplier to ask',
  mend: 'Fill in the Suppliers sheet.',
};

function withoutEmail(count: number): Issue {
  return {
    severity: 'warning',
    where: { sheet: 'Suppliers', column: 'E-mail' },
    found: `${count} ${count === 1 ? 'supplier' : 'suppliers'} to ask without an e-mail address`,
    expected: 'an address for each, in a column headed "E-mail"',
    mend: 'They get no mail. Give them a link by hand: localpound survey link PROJECT --supplier NAME',
  };
}
