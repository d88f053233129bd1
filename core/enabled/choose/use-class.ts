import { useClassKey } from '../density.ts';
import { type Density, type EnabledReference, shippedReference, type UseClass } from '../reference.ts';
import type { UseClassQuestion } from './choices.ts';
import type { DensityLead } from './suggested-densities.ts';

/** A planning use class that somebody wrote, alone or beside what the premises are used for. */
export interface WrittenUseClass {
  /** `E`, `E(b)`, `B1a`. */
  readonly key: string;
  /** What else was written. */
  readonly rest: string;
}

const code = String.raw`(?:[a-g] ?\d(?:\([a-c]\)|[a-c])?|[a-g] ?\([a-g]\)(?: ?\([ivx]+\))?|f ?[12](?:\([a-g]\))?|sui generis)`;
const alone = new RegExp(String.raw`^(?:(?:planning )?use class |class )?(${code})(?=$|[\s,;:-])`, 'i');
const said = new RegExp(String.raw`\b(?:planning )?(?:use )?class (${code}|[a-g])(?![\w(])`, 'i');

/** The use class in a text: `E(b) cafe`, `class E unit`, `B8`, or `E` by itself. */
export function writtenUseClass(text: string): WrittenUseClass | undefined {
  const bare = text.trim();
  if (/^e$/i.test(bare)) return { key: 'E', rest: '' };
  const found = said.exec(bare) ?? alone.exec(bare);
  if (!found?.[1]) return undefined;
  const key = useClassKey(found[1].replace(/^([a-g]) (?=[\d(])/i, '$1'));
  return { key, rest: bare.replace(found[0], ' ').trim() };
}

const rowsOf = (key: string, { densities }: EnabledReference): Density[] =>
  [...densities.values()].filter(
    ({ edition, use_class_pre_2020: before, use_class_2020: now }) =>
      edition === 3 && [...before, ...now].includes(key),
  );

/** Densities that a use class stands for, the general one first; none where it is too wide for that. */
export function leadsOfUseClass(key: string): DensityLead[] {
  const rows = rowsOf(key, shippedReference());
  const general = rows.filter(({ general_for: classes }) => classes.includes(key));
  if (general.length === 0 && tooWide(key)) return [];
  const rest = rows.filter((row) => !general.includes(row));
  return [...general, ...rest].map(({ id }, rank) => ({
    id,
    fit: 0.99 ** rank,
    why:
      general.length > 0 && rank === 0
        ? `because it is the general kind of premises in Use Class ${key}`
        : `because premises of this kind are in Use Class ${key}`,
  }));
}

const tooWide = (key: string): boolean => optionsOf(key).length > 1;

/** The question that a use class leaves open, for one that holds premises too different for one density. */
export function useClassQuestion(key: string): UseClassQuestion | undefined {
  if (leadsOfUseClass(key).length > 0) return undefined;
  const options = optionsOf(key);
  if (options.length < 2) return undefined;
  return {
    useClass: key,
    question: `Use Class ${key} alone says too little for an employment density. What are the premises used for?`,
    options,
  };
}

function optionsOf(key: string): UseClassQuestion['options'] {
  const reference = shippedReference();
  const inside = reference.useClasses.filter(
    (row) => row.from_2020_09_01 === key || row.pre_2020 === key || isPartOf(row.pre_2020, key),
  );
  return inside.map((row) => {
    const useClass = row.from_2020_sub_paragraph ?? row.pre_2020;
    return { useClass, use: row.use, densities: densitiesOf(row, reference) };
  });
}

/** B1a, B1b and B1c are the parts of B1. */
const isPartOf = (row: string, key: string): boolean => /^[A-D]\d$/.test(key) && row.slice(0, -1) === key;

function densitiesOf(row: UseClass, reference: EnabledReference): string[] {
  const paragraph = row.from_2020_sub_paragraph?.replace(/\([ivx]+\)-\([ivx]+\)$/, '');
  const now = paragraph === undefined ? [] : rowsOf(paragraph, reference);
  return [...new Set(now.map(({ id }) => id))];
}
