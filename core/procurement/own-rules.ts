import * as z from 'zod';
import { isCalendarDate } from '../units/calendar.ts';
import { formatCount, formatPounds } from '../units/format.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { jsonIssues, unusedKeys } from '../workbook/json-issue.ts';
import type { TestedValue } from './value.ts';

const line = z.string().trim().min(1).max(300);

const bandSchema = z.object({
  /** Pounds: the band reaches up to here; null for everything above. */
  upTo: z.number().positive().max(1e12).nullable(),
  /** How many quotes or tenders the organisation asks for; 0 or 1 lets one provider be asked. */
  quotes: z.number().int().min(0).max(50),
  /** Who has to approve. */
  approval: line.optional(),
  /** How: "written quotes", "advertise", "waiver form". */
  how: line.optional(),
});

/** An organisation's own contract procedure rules: what it asks of itself beside the law. */
export const ownRulesSchema = z.object({
  organisation: line,
  /** The document and its place, so that a reader can find it. */
  source: line,
  /** The day the rules began. */
  validFrom: z.string().refine(isCalendarDate).optional(),
  /** Whether the amounts include VAT. */
  vatBasis: z.enum(['incl', 'excl']),
  bands: z.array(bandSchema).min(1).max(50),
  /** Further rules, shown as they stand. */
  notes: z.array(line).max(50).default([]),
});

export type OwnRules = z.output<typeof ownRulesSchema>;
export type OwnBand = OwnRules['bands'][number];

/** What an organisation's own rules say about one value. */
export interface OwnRulesOnCase {
  readonly organisation: string;
  readonly source: string;
  /** Undefined when the value is not known. */
  readonly band: OwnBand | undefined;
  readonly text: string;
  readonly notes: readonly string[];
}

const expectations: Readonly<Record<string, string>> = {
  upTo: 'pounds as a number above 0, or null for everything above the last band',
  quotes: 'a whole number from 0 to 50',
  vatBasis: '"incl" or "excl"',
  validFrom: 'a date of the calendar as YYYY-MM-DD',
};

/** Checks own rules given as JSON. Bands have to rise, with at most one without an end. */
export function parseOwnRules(input: unknown): Outcome<OwnRules> {
  const parsed = ownRulesSchema.safeParse(input);
  if (!parsed.success) {
    const expectation = (issue: z.core.$ZodIssue) => expectations[String(issue.path.at(-1) ?? '')];
    return { ok: false, issues: jsonIssues(parsed.error, input, expectation) };
  }
  const issues = [
    ...unusedKeys(input as object, ownRulesSchema, 'own rules'),
    ...bandIssues(parsed.data.bands),
  ];
  return issues.some(({ severity }) => severity === 'error')
    ? { ok: false, issues }
    : { ok: true, value: parsed.data, issues };
}

function bandIssues(bands: readonly OwnBand[]): Issue[] {
  return bands.flatMap(({ upTo }, index): Issue[] => {
    const before = bands[index - 1];
    if (before === undefined || (before.upTo !== null && (upTo === null || upTo > before.upTo))) return [];
    return [
      {
        severity: 'error',
        where: { path: `bands[${index}].upTo` },
        found: upTo === null ? 'a second band without an end' : formatPounds(upTo),
        expected: 'bands in rising order, the last one without an end',
        mend: 'Put the bands in order of their amounts.',
      },
    ];
  });
}

/** The band that a value falls into: "up to" includes the amount itself. */
export function ownRulesOn(rules: OwnRules, value: TestedValue | undefined): OwnRulesOnCase {
  const { organisation, source, notes, vatBasis } = rules;
  const amount = value === undefined ? undefined : value[vatBasis].value;
  const band =
    amount === undefined ? undefined : rules.bands.find(({ upTo }) => upTo === null || amount <= upTo);
  return { organisation, source, band, notes, text: describeBand(rules, band, amount) };
}

function describeBand(rules: OwnRules, band: OwnBand | undefined, amount: number | undefined): string {
  const whose = `${rules.organisation} asks for`;
  if (amount === undefined)
    return `What ${rules.organisation} asks for depends on the value, which is not known.`;
  const basis = rules.vatBasis === 'incl' ? 'including VAT' : 'without VAT';
  const tested = `${formatPounds(amount)} ${basis}`;
  if (band === undefined) return `Its rules name no band for ${tested}: ask who decides above the last one.`;
  const quotes =
    band.quotes <= 1 ? 'one provider to be asked at least' : `${formatCount(band.quotes)} quotes or tenders`;
  const how = band.how === undefined ? '' : ` (${band.how})`;
  const approval = band.approval === undefined ? '' : `; approval: ${band.approval}`;
  return `${whose} ${quotes}${how} at ${tested}${approval}. These are its own rules, beside the law and never instead of it.`;
}

/** True when the organisation's own rules let it ask one provider alone. */
export const allowsDirectAward = (own: OwnRulesOnCase | undefined): boolean =>
  own?.band !== undefined && own.band.quotes <= 1;
