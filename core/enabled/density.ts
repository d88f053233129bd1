import type { Tenant } from './project.ts';
import type { Density, EnabledReference, Sourced } from './reference.ts';

/** The density of a tenant's premises, or why there is none, in the words of an issue. */
export type DensityChoice =
  | {
      readonly density: Sourced<Density>;
      /** True when the use class stood for several kinds of premises and the general one was taken. */
      readonly general: boolean;
    }
  | {
      readonly field: 'densityType' | 'useClass';
      readonly found: string;
      readonly expected: string;
      readonly mend: string;
    };

/** `E(b)`, `B1a`, `Sui generis` from the ways people write a use class. */
export function useClassKey(written: string): string {
  const bare = written
    .trim()
    .toLowerCase()
    .replace(/^(planning )?(use )?class /, '')
    .replace(/\s/g, '');
  if (bare.startsWith('suigeneris')) return 'Sui generis';
  const old = /^([a-d]\d)\(?([a-c])\)?$/.exec(bare);
  return old ? `${old[1]?.toUpperCase()}${old[2]}` : bare.charAt(0).toUpperCase() + bare.slice(1);
}

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9&]/g, '');

/** What a kind of premises is called to people. */
export const densityName = ({ category, subcategory }: Density): string =>
  subcategory.toLowerCase().startsWith(category.toLowerCase()) ? subcategory : `${category}: ${subcategory}`;

const current = (reference: EnabledReference): Sourced<Density>[] =>
  [...reference.densities.values()].filter(({ edition }) => edition === 3);

const names = (densities: readonly Density[]): string => densities.map(({ id }) => `"${id}"`).join(', ');

/**
 * The employment density for a tenant's floor area: by its density type, else by its use class. Use
 * Class E by itself holds premises from 8 to 100 m2 per FTE and is never mapped.
 *
 * @returns undefined when the tenant gives neither
 */
export function chooseDensity(
  { densityType, useClass }: Pick<Tenant, 'densityType' | 'useClass'>,
  reference: EnabledReference,
): DensityChoice | undefined {
  if (densityType !== undefined) return byType(densityType, reference);
  return useClass === undefined ? undefined : byUseClass(useClass, reference);
}

function byType(written: string, reference: EnabledReference): DensityChoice {
  const wanted = letters(written);
  const density = current(reference).find((row) =>
    [row.id, row.subcategory, `${row.category} ${row.subcategory}`].some((name) => letters(name) === wanted),
  );
  if (density) return { density, general: false };
  return {
    field: 'densityType',
    found: `"${written}"`,
    expected: 'a kind of premises that there is a density for',
    mend: `Use one of ${names(current(reference))}.`,
  };
}

function byUseClass(written: string, reference: EnabledReference): DensityChoice {
  const key = useClassKey(written);
  // E(c)(ii) is one of the uses of E(c); E alone stands for none of its uses.
  for (const name of [key, key.replace(/\([ivx]+\)$/, '')]) {
    const rows = rowsOf(name, reference);
    const general = rows.find(({ general_for: classes }) => classes.includes(name));
    if (general) return { density: general, general: rows.length > 1 };
    const [only] = rows;
    if (only && rows.length === 1) return { density: only, general: false };
    if (rows.length > 1) return ambiguous(written, rows);
  }
  if (key === 'E') return ambiguous(written, current(reference).filter(isInClassE));
  return {
    field: 'useClass',
    found: `the use class "${written}"`,
    expected: 'a use class that there is a density for',
    mend: `Ask for the number of employees, or give a density type: ${names(current(reference))}.`,
  };
}

const isInClassE = ({ use_class_2020: now }: Density): boolean => now.some((name) => name.startsWith('E('));

function rowsOf(name: string, reference: EnabledReference): Sourced<Density>[] {
  return current(reference).filter(({ use_class_pre_2020: before, use_class_2020: now }) =>
    [...before, ...now].includes(name),
  );
}

function ambiguous(written: string, rows: readonly Density[]): DensityChoice {
  const lows = rows.map((row) => row.value_low);
  const highs = rows.map((row) => row.value_high);
  return {
    field: 'useClass',
    found: `the use class "${written}", which holds premises from ${Math.min(...lows)} to ${Math.max(...highs)} ${rows[0]?.unit ?? 'm2 per FTE'}`,
    expected: 'what the premises are used for',
    mend: `Give the sub-class, such as E(b) for a café, or a density type: ${names(rows)}.`,
  };
}
