import {
  exactSum,
  formatGbp,
  isCalendarDate,
  type Lm3Project,
  parseAmount,
  type SupplierContact,
} from '../../core/index.ts';
import { deskEnglish as words } from '../words/desk-english.ts';
import { textOf } from './gate.ts';
import type { DeskWrong } from './pages/fields.ts';

/** A survey that is being made: what the workbook held, as corrected so far. Kept as JSON. */
export interface SurveyPlan {
  readonly project: Lm3Project;
  readonly contacts: readonly (readonly [where: string, contact: SupplierContact])[];
  readonly bids: boolean;
}

type Typed = Readonly<Record<string, string>>;

/** What a form was read as; `plan` is unchanged where something is wrong. */
interface Read {
  readonly typed: Typed;
  readonly wrong: readonly DeskWrong[];
  readonly plan: SurveyPlan;
}

/** What stands in the boxes of the steps. */
export function typedOf({ project }: SurveyPlan): Typed {
  const { name, area = '', period = '', payroll, income, otherDirectCosts, suppliers } = project;
  const other = exactSum(otherDirectCosts.map(({ amount }) => amount));
  const spend = supplierSpend(project);
  return {
    name,
    area,
    period,
    payLocal: String(payroll.local),
    payNonLocal: String(payroll.nonLocal),
    income: income === undefined ? '' : String(income),
    other: formatGbp(other),
    spend: `${formatGbp(spend)} (${suppliers.length})`,
    total: formatGbp(allSpending(project)),
  };
}

const supplierSpend = ({ suppliers }: Lm3Project): number =>
  exactSum(suppliers.map(({ spend }) => Math.max(0, spend)));

function allSpending(project: Lm3Project): number {
  const { payroll, otherDirectCosts } = project;
  const amounts = [
    payroll.local,
    payroll.nonLocal,
    ...payroll.extras.map(({ amount }) => amount),
    ...otherDirectCosts.map(({ amount }) => amount),
  ];
  return exactSum([...amounts, supplierSpend(project)]);
}

const longestName = 200;

export function readName(plan: SurveyPlan, form: FormData): Read {
  const labels = words.make.name;
  const fields = ['name', 'area', 'period'] as const;
  const typed = Object.fromEntries(fields.map((field) => [field, textOf(form, field)]));
  const wrong = fields.flatMap((field): DeskWrong[] => {
    const text = typed[field] ?? '';
    if (text === '') return [{ field, text: labels.missing(labels[field]) }];
    return text.length > longestName ? [{ field, text: labels.tooLong(labels[field]) }] : [];
  });
  if (wrong.length > 0) return { typed, wrong, plan };
  const { name = '', area = '', period = '' } = typed;
  return { typed, wrong, plan: { ...plan, project: { ...plan.project, name, area, period } } };
}

export function readBudget(plan: SurveyPlan, form: FormData): Read {
  const labels = words.make.budget;
  const fields = ['payLocal', 'payNonLocal', 'income'] as const;
  const typed = Object.fromEntries(fields.map((field) => [field, textOf(form, field)]));
  const amounts = fields.map((field) => {
    const text = typed[field] ?? '';
    if (text === '') return field === 'income' ? undefined : Number.NaN;
    const amount = parseAmount(text);
    return amount === undefined || amount < 0 || amount > 1e12 ? Number.NaN : amount;
  });
  const wrong = fields.flatMap((field, place): DeskWrong[] =>
    Number.isNaN(amounts[place]) ? [{ field, text: labels.wrong(labels[field]) }] : [],
  );
  const [local = 0, nonLocal = 0, income] = amounts;
  const { income: _, ...project } = plan.project;
  const changed: Lm3Project = {
    ...project,
    ...(income === undefined ? {} : { income }),
    payroll: { ...project.payroll, local, nonLocal },
  };
  if (wrong.length === 0 && income !== undefined && allSpending(changed) - income > 0.005) {
    const text = labels.tooLittle(formatGbp(allSpending(changed)));
    return { typed, wrong: [{ field: 'income', text }], plan };
  }
  return { typed, wrong, plan: wrong.length > 0 ? plan : { ...plan, project: changed } };
}

/** What the last step adds. */
export interface SurveyDates {
  readonly contact: string;
  readonly closesAt: number;
  readonly eraseAt: number;
  readonly bids: boolean;
}

const year = 365 * 24 * 60 * 60 * 1000;

/** Contact and dates of a form; `dates` is left out where something is wrong. */
export function readDates(
  form: FormData,
  now: number,
): { readonly typed: Typed; readonly wrong: readonly DeskWrong[]; readonly dates?: SurveyDates } {
  const labels = words.make.dates;
  const fields = ['contact', 'closes', 'erase', 'bids'] as const;
  const typed = Object.fromEntries(fields.map((field) => [field, textOf(form, field)]));
  const { contact = '', closes = '', erase = '', bids } = typed;
  const wrong: DeskWrong[] = [];
  if (contact === '') wrong.push({ field: 'contact', text: words.make.name.missing(labels.contact) });
  if (contact.length > longestName) {
    wrong.push({ field: 'contact', text: words.make.name.tooLong(labels.contact) });
  }
  const closesAt = endOfDay(closes);
  if (closesAt === undefined) wrong.push({ field: 'closes', text: labels.wrongDate(labels.closes) });
  else if (closesAt <= now) wrong.push({ field: 'closes', text: labels.tooEarly(labels.closes) });
  const eraseAt = erase === '' ? (closesAt ?? 0) + year : endOfDay(erase);
  if (eraseAt === undefined) wrong.push({ field: 'erase', text: labels.wrongDate(labels.erase) });
  else if (closesAt !== undefined && eraseAt <= closesAt) {
    wrong.push({ field: 'erase', text: labels.tooEarly(labels.erase) });
  }
  if (wrong.length > 0 || closesAt === undefined || eraseAt === undefined) return { typed, wrong };
  return { typed, wrong, dates: { contact, closesAt, eraseAt, bids: bids === 'yes' } };
}

/** The last moment of a day in UTC. */
function endOfDay(date: string): number | undefined {
  return isCalendarDate(date) ? Date.parse(`${date}T23:59:59Z`) : undefined;
}

/** A moment as a box for a day holds it. */
export function dateOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
