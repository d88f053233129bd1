import * as z from 'zod';
import data from '../data/sic-2007.json' with { type: 'json' };
import { checkData } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';

export type SicLevel = 'section' | 'division' | 'group' | 'class' | 'subclass';

/** One entry of the UK Standard Industrial Classification 2007. */
export interface SicEntry {
  /** As ONS prints it: `G`, `47`, `47.1`, `47.11`, `01.62/1`. */
  readonly code: string;
  readonly title: string;
  readonly level: SicLevel;
  /** The letter of the section that it belongs to. */
  readonly section: string;
  /** The two digits of the division that it belongs to; a section has none. */
  readonly division?: string;
}

const text = z.string().trim().min(1);

const sicSchema = z.strictObject({
  source: text,
  licence: text,
  asOf: text,
  verified: z.boolean(),
  corrections: z.array(text),
  sections: z.record(
    z.string().regex(/^[A-U]$/),
    z.strictObject({ title: text, divisions: z.array(z.string().regex(/^\d{2}$/)).min(1) }),
  ),
  /** Titles by digits alone: two for a division, three a group, four a class, five a subclass. */
  codes: z.record(z.string().regex(/^\d{2,5}$/), text),
});

/** The name that errors and sources give the file. */
const file = 'sic-2007.json';

const classification = once(() => {
  const { sections, codes, ...about } = checkData(file, sicSchema, data);
  const sectionOf = new Map(
    Object.entries(sections).flatMap(([letter, { divisions }]) =>
      divisions.map((division) => [division, letter] as const),
    ),
  );
  const entries = new Map<string, SicEntry>();
  for (const [letter, { title }] of Object.entries(sections)) {
    entries.set(letter, { code: letter, title, level: 'section', section: letter });
  }
  for (const [digits, title] of Object.entries(codes)) {
    const division = digits.slice(0, 2);
    const section = sectionOf.get(division);
    if (section === undefined) throw new Error(`core/data/${file} is broken. ${digits} is in no section`);
    entries.set(digits, { code: printed(digits), title, level: levelOf(digits), section, division });
  }
  return { entries, about };
});

function levelOf(digits: string): SicLevel {
  return (['division', 'group', 'class', 'subclass'] as const)[digits.length - 2] ?? 'subclass';
}

function printed(digits: string): string {
  const [division, rest, sub] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  return `${division}${rest && `.${rest}`}${sub && `/${sub}`}`;
}

/**
 * The entry of SIC 2007 that a code stands for, however it is written: `47.11`, `4711`, `47110`, `47`,
 * `G`, `01.11/0`, `SIC 96.02`. A fifth digit of 0 is the class itself, as companies are registered with
 * it. Undefined when there is no such code. Digits are not filled up: a spreadsheet that made 01.11 into
 * 111 has lost which code it was. Source: ONS, UK SIC 2007 structure.
 *
 * @example sicOf('9602')?.title // 'Hairdressing and other beauty treatment'
 */
export function sicOf(code: string): SicEntry | undefined {
  const { entries } = classification();
  const written = code
    .trim()
    .toUpperCase()
    .replace(/^(UK )?SIC *(2007|07)?[ :]*/, '');
  if (/^(SECTION )?[A-U]$/.test(written)) return entries.get(written.slice(-1));
  if (!/^\d{2}[. ]?\d{0,2}[./ ]?\d?$/.test(written)) return undefined;
  const digits = written.replace(/[. /]/g, '');
  return entries.get(digits) ?? (/^\d{4}0$/.test(digits) ? entries.get(digits.slice(0, 4)) : undefined);
}

/** Every entry of SIC 2007: sections by letter, then the rest by number. */
export function sicEntries(): readonly SicEntry[] {
  return [...classification().entries.values()].sort((a, b) => {
    const [left, right] = [sortKey(a), sortKey(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

// Letters after digits in ASCII: sections come first.
const sortKey = ({ level, code }: SicEntry): string => `${level === 'section' ? 0 : 1}${code}`;

/** Where the classification comes from, as it is shown beside codes. */
export function sicSource(): { source: string; licence: string; asOf: string; verified: boolean } {
  return classification().about;
}
