import type { Lm3Project, StaffAnswer } from '../../lm3/project.ts';
import { defaultProxies } from '../../lm3/project.ts';
import {
  areaKindWords,
  leaveOutWords,
  meanWords,
  methodWords,
  nonResponseWords,
  payEnteredWords,
  payKindWords,
  staffSurveyItemWords,
  supplierPlaceWords,
  taxModeWords,
  vatWords,
} from '../../lm3/setting-words.ts';
import { type Settings, standardSettings } from '../../lm3/settings.ts';
import type { projectItems, settingItems } from '../../lm3/workbook-layout.ts';

type Answers<Items> = Readonly<Partial<Record<keyof Items, string | number>>>;

/** What goes into the input sheets: of an empty template, of the sample, or of a project reported on. */
export interface InputRows {
  readonly project: Answers<typeof projectItems>;
  readonly settings: Answers<typeof settingItems>;
  readonly payroll: readonly PayrollRow[];
  readonly otherDirectCosts: readonly OtherCostRow[];
  readonly suppliers: readonly SupplierRow[];
  readonly staffSurvey: readonly StaffSurveyRow[];
  readonly areas: readonly AreaRow[];
}

export interface PayrollRow {
  readonly group?: string;
  readonly pay?: number;
  readonly local?: string;
  readonly kind?: string;
  readonly tax?: number;
}

export interface OtherCostRow {
  readonly name?: string;
  readonly amount?: number;
  readonly local?: string;
}

export interface SupplierRow {
  readonly name?: string;
  readonly spend?: number;
  readonly local?: string;
  readonly respendShare?: number | null;
  readonly category?: string | undefined;
  readonly kind?: string;
  readonly headOffice?: string;
  /** For the supplier survey; never in a report. */
  readonly contactName?: string;
  readonly email?: string;
  /** The pair of columns for each other area, by its name. */
  readonly areas?: Readonly<Record<string, { readonly local: string; readonly respendShare: number | null }>>;
}

/** One line of the staff survey: a whole answer, or one item of it. */
export interface StaffSurveyRow {
  readonly answer?: string;
  readonly local?: string;
  readonly pay?: number | undefined;
  readonly respendShare?: number | undefined;
  readonly item?: string;
  readonly amount?: number;
  readonly localShare?: number;
}

export interface AreaRow {
  readonly name?: string;
  readonly kind?: string;
  readonly population?: number | undefined;
  readonly radiusKm?: number | undefined;
  readonly payrollLocal?: number;
}

/** Answers of the Project sheet before anyone has typed. */
export const standardProject: InputRows['project'] = {
  method: methodWords.allRecipients,
  nonResponse: nonResponseWords.extrapolate,
  ...defaultProxies,
};

/** Answers of the Settings sheet before anyone has typed. */
export const standardSettingAnswers: InputRows['settings'] = settingAnswers(standardSettings);

function settingAnswers(settings: Settings): InputRows['settings'] {
  return {
    taxMode: taxModeWords[settings.taxMode],
    vat: vatWords[settings.vat],
    supplierPlace: supplierPlaceWords[settings.supplierPlace],
    meanOfAnswers: meanWords[settings.meanOfAnswers],
    largestChased: settings.largestChased,
    categoryStrata: said(settings.categoryStrata),
    leaveOut:
      settings.leaveOut.length === 0
        ? 'Nothing'
        : settings.leaveOut.map((kind) => leaveOutWords[kind]).join(', '),
  };
}

/** Yes or no, as every sheet says it. */
export function said(yes: boolean): string {
  return yes ? 'Yes' : 'No';
}

/**
 * The rows of the input sheets for a project, so that a report can be read back as a workbook and
 * gives the same project. The number of a batch line (`id`) has no place on a sheet.
 */
export function inputRowsOf(project: Lm3Project): InputRows {
  return {
    project: projectAnswers(project),
    settings: allSettingAnswers(project),
    payroll: payrollRows(project),
    otherDirectCosts: project.otherDirectCosts.map(({ name, amount, local }) => ({
      name,
      amount,
      local: said(local),
    })),
    suppliers: project.suppliers.map(supplierRow),
    staffSurvey: numbered(project.staffSurvey).flatMap(surveyRows),
    areas: project.areas.map(({ kind, ...area }) => ({
      ...area,
      ...(kind === undefined ? {} : { kind: areaKindWords[kind] }),
    })),
  };
}

function projectAnswers(project: Lm3Project): InputRows['project'] {
  const { name, area, period, scope, income, method, nonResponse, proxies } = project;
  return {
    name,
    ...(area === undefined ? {} : { area }),
    ...(period === undefined ? {} : { period }),
    ...(scope === undefined ? {} : { scope }),
    ...(income === undefined ? {} : { income }),
    method: methodWords[method],
    nonResponse: nonResponseWords[nonResponse],
    ...proxies,
  };
}

function allSettingAnswers(project: Lm3Project): InputRows['settings'] {
  const { payroll, target, areaKind, population, radiusKm, net } = project;
  return {
    ...settingAnswers(project.settings),
    ...(payroll.entered === undefined ? {} : { payEntered: payEnteredWords[payroll.entered] }),
    ...(target === undefined ? {} : { target }),
    ...(areaKind === undefined ? {} : { areaKind: areaKindWords[areaKind] }),
    ...(population === undefined ? {} : { population }),
    ...(radiusKm === undefined ? {} : { radiusKm }),
    ...net,
  };
}

function payrollRows({ payroll }: Lm3Project): PayrollRow[] {
  const staff = (['local', 'nonLocal'] as const).map((group) => ({
    group: group === 'local' ? 'Staff who live in the area' : 'Staff who live outside the area',
    pay: payroll[group],
    local: said(group === 'local'),
    ...(payroll.tax ? { tax: payroll.tax[group] } : {}),
  }));
  const extras = payroll.extras.map(({ name, kind, amount, local }) => ({
    group: name,
    pay: amount,
    local: said(local),
    kind: payKindWords[kind],
  }));
  return [...staff, ...extras];
}

function supplierRow(supplier: Lm3Project['suppliers'][number]): SupplierRow {
  const { name, spend, local, respendShare, category, kind, headOfficeLocal, areas } = supplier;
  return {
    name,
    spend,
    local: said(local),
    respendShare,
    category,
    ...(kind === undefined ? {} : { kind: leaveOutWords[kind] }),
    ...(headOfficeLocal === undefined ? {} : { headOffice: said(headOfficeLocal) }),
    ...(areas === undefined
      ? {}
      : {
          areas: Object.fromEntries(
            Object.entries(areas).map(([area, answer]) => [area, { ...answer, local: said(answer.local) }]),
          ),
        }),
  };
}

/** Lines of one label are read as one answer, so answers of the same label get numbers. */
function numbered(answers: readonly StaffAnswer[]): StaffAnswer[] {
  const used = new Set<string>();
  return answers.map((given) => {
    let { answer } = given;
    for (let copy = 2; used.has(answer); copy += 1) answer = `${given.answer} ${copy}`;
    used.add(answer);
    return { ...given, answer };
  });
}

/** An answer on its first line, its further items on lines of their own below it. */
function surveyRows({ answer, local, pay, respendShare, items = [] }: StaffAnswer): StaffSurveyRow[] {
  const [first, ...others] = items.map((item) => ({ ...item, item: staffSurveyItemWords[item.item] }));
  return [
    { answer, local: said(local), pay, respendShare, ...first },
    ...others.map((item) => ({ answer, ...item })),
  ];
}
