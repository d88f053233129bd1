import * as z from 'zod';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { jsonIssues, unusedKeys } from '../workbook/json-issue.ts';
import { longestText } from '../workbook/short-text.ts';

const shortText = z.string().trim().min(1).max(longestText);

/** The largest figure that one tenant can have; more is a slip of the pen or of the unit. */
export const tenantLimits = { people: 100_000, floorspaceM2: 1_000_000, gbp: 1e11 } as const;

/** A figure that may be left out; null says the same. */
const figure = (max: number) =>
  z
    .number()
    .min(0)
    .max(max)
    .nullish()
    .transform((value) => value ?? undefined);
const label = shortText.nullish().transform((value) => value ?? undefined);
const people = figure(tenantLimits.people);

/** What a floor area counts: gross external, gross internal or net internal area. */
export const areaBases = ['GEA', 'GIA', 'NIA'] as const;
export type AreaBasis = (typeof areaBases)[number];

const placesSchema = z.record(
  z.string(),
  z.object({ file: z.string().optional(), sheet: z.string().optional(), cell: z.string().optional() }),
);

/** A tenant organisation of an anchor: what it does and what it has told. Everything but the name may be left out. */
export const tenantSchema = z.object({
  name: shortText,
  /** What it does, in its own words. */
  activity: label,
  /** SIC 2007 code or section letter, however it is written. */
  sic: z
    .union([shortText, z.number()])
    .nullish()
    .transform((code) => (code == null ? undefined : String(code))),
  /** Planning use class, before or after September 2020: `A3`, `E(b)`. */
  useClass: label,
  /** Id or name of an employment density; says more than a use class. */
  densityType: label,
  /** Floor area let to the tenant, m2. */
  floorspaceM2: figure(tenantLimits.floorspaceM2),
  /** The same in square feet. */
  floorspaceSqFt: figure(tenantLimits.floorspaceM2 * 10),
  areaBasis: z
    .enum(areaBases)
    .nullish()
    .transform((basis) => basis ?? undefined),
  /** Beds of a hotel, which stand for its floor area. */
  beds: figure(10_000),
  /** GBP in a year. */
  turnoverGbp: figure(tenantLimits.gbp),
  /** GBP in a year: profit before tax and interest plus pay. */
  gvaGbp: figure(tenantLimits.gbp),
  /** Full-time equivalents. */
  fte: people,
  /** Heads. */
  fullTime: people,
  partTime: people,
  headcount: people,
  /** Paid hours of all staff together in a usual week. */
  hoursPerWeek: figure(tenantLimits.people * 60),
  companyNumber: label,
  /** Where the tenant was read from, for the workings: a path in JSON, a row of a sheet. */
  where: z.string().optional(),
  /** The cells that its figures were read from, by field, for issues. */
  places: placesSchema.optional(),
});

const anchorSchema = z.object({
  name: shortText,
  /** The local authority it is in. */
  authority: label,
  tenants: z.array(tenantSchema),
  where: z.string().optional(),
  places: placesSchema.optional(),
});

const settingsSchema = z.object({
  /** Hours of a full-time week; needed before hours count. There is no standard value. */
  fullTimeHours: z
    .number()
    .min(20)
    .max(60)
    .nullish()
    .transform((hours) => hours ?? undefined),
  /** The user has confirmed that a part-timer works half a full-time week. */
  partTimeRuleConfirmed: z.boolean().default(false),
  /** The two routes to GVA are told apart when one is more than this many times the other. */
  crossCheckFactor: z.number().min(1).max(100).default(2),
});

/** Tenants of one or more community anchors. Amounts are GBP, areas m2. */
export const enabledProjectSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  name: label,
  /** The year that the tenants' figures are for, as it is to be printed. */
  year: z
    .union([shortText, z.number()])
    .nullish()
    .transform((year) => (year == null ? undefined : String(year))),
  settings: settingsSchema.prefault({}),
  anchors: z.array(anchorSchema).min(1),
});

export type EnabledProject = z.output<typeof enabledProjectSchema>;
export type EnabledProjectInput = z.input<typeof enabledProjectSchema>;
export type Anchor = EnabledProject['anchors'][number];
export type Tenant = Anchor['tenants'][number];

/** Checks tenants given as JSON. All issues are listed, each with its path. */
export function parseEnabledProject(input: unknown): Outcome<EnabledProject> {
  const parsed = enabledProjectSchema.safeParse(input);
  if (!parsed.success) return { ok: false, issues: jsonIssues(parsed.error, input, expectation) };
  // The workings name the place of every input; in JSON that is its path.
  const anchors = parsed.data.anchors.map((anchor, index) => ({
    ...anchor,
    where: anchor.where ?? `anchors[${index}]`,
    tenants: anchor.tenants.map((tenant, place) => allFields(tenant, `anchors[${index}].tenants[${place}]`)),
  }));
  return { ok: true, value: { ...parsed.data, anchors }, issues: unknownFields(input as RawProject) };
}

/**
 * A tenant with all its fields in one order, those not given as undefined: the engine looks each of
 * them up for thousands of tenants, which is several times slower if every one has fields of its own.
 */
function allFields(tenant: Tenant, where: string): Tenant {
  return {
    name: tenant.name,
    activity: tenant.activity,
    sic: tenant.sic,
    useClass: tenant.useClass,
    densityType: tenant.densityType,
    floorspaceM2: tenant.floorspaceM2,
    floorspaceSqFt: tenant.floorspaceSqFt,
    areaBasis: tenant.areaBasis,
    beds: tenant.beds,
    turnoverGbp: tenant.turnoverGbp,
    gvaGbp: tenant.gvaGbp,
    fte: tenant.fte,
    fullTime: tenant.fullTime,
    partTime: tenant.partTime,
    headcount: tenant.headcount,
    hoursPerWeek: tenant.hoursPerWeek,
    companyNumber: tenant.companyNumber,
    where: tenant.where ?? where,
    places: tenant.places,
  } satisfies Record<keyof Tenant, unknown>;
}

function expectation(issue: z.core.$ZodIssue): string | undefined {
  const field = String(issue.path.at(-1) ?? '');
  if (field === 'anchors') return 'a list of at least one anchor with its tenants';
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
  if (issue.origin !== 'number') return undefined;
  return (
    figureExpected[field] ??
    `a number ${issue.code === 'too_small' ? 'of at least' : 'no larger than'} ${'minimum' in issue ? issue.minimum : issue.maximum}`
  );
}

const upTo = (what: string, max: number): string =>
  `${what} from 0 to ${String(max).replace(/\B(?=(\d{3})+$)/g, ',')}`;
const peopleExpected = upTo('a number of people', tenantLimits.people);

/** What belongs into the figures of a tenant, in words. */
export const figureExpected: Readonly<Record<string, string>> = {
  fte: upTo('full-time equivalents', tenantLimits.people),
  fullTime: peopleExpected,
  partTime: peopleExpected,
  headcount: peopleExpected,
  hoursPerWeek: 'hours of all staff in a week, 0 or more',
  floorspaceM2: upTo('a floor area in m2', tenantLimits.floorspaceM2),
  floorspaceSqFt: upTo('a floor area in square feet', tenantLimits.floorspaceM2 * 10),
  beds: 'a number of beds from 0 to 10,000',
  turnoverGbp: upTo('turnover of one year in GBP', tenantLimits.gbp),
  gvaGbp: upTo('GVA of one year in GBP', tenantLimits.gbp),
  fullTimeHours: 'the hours of a full-time week, from 20 to 60',
};

interface RawProject {
  readonly settings?: object;
  readonly anchors: readonly { readonly tenants: readonly object[] }[];
}

function unknownFields(input: RawProject): Issue[] {
  const issues = unusedKeys(input, enabledProjectSchema, 'an enabled contribution project');
  if (input.settings)
    issues.push(...unusedKeys(input.settings, settingsSchema, 'the settings', ['settings']));
  const seen = new Set<string>();
  input.anchors.forEach((anchor, index) => {
    issues.push(...unusedKeys(anchor, anchorSchema, 'an anchor', ['anchors', index]));
    anchor.tenants.forEach((tenant, place) => {
      // A field that every tenant has is told once, not for each of them.
      const fresh = Object.keys(tenant).filter((key) => !(key in tenantSchema.shape) && !seen.has(key));
      for (const key of fresh) seen.add(key);
      const keys = Object.fromEntries(fresh.map((key) => [key, null]));
      issues.push(...unusedKeys(keys, tenantSchema, 'a tenant', ['anchors', index, 'tenants', place]));
    });
  });
  return issues;
}
