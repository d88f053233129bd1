import { type ColumnMapping, columnRoles } from '../../../../core/index.ts';

const place = 'localpound.columns';
/** Layouts that are remembered; the oldest is forgotten first. */
const most = 40;

interface Remembered {
  readonly headings: string;
  readonly mapping: ColumnMapping;
}

/**
 * What each column holds, as a person said it, by the headings of the file. Kept in this browser only,
 * and never more than headings and columns; where the browser keeps nothing, nothing is remembered.
 */
export const rememberedColumns = {
  of(headings: readonly string[]): ColumnMapping | undefined {
    const key = keyOf(headings);
    return all().find((one) => one.headings === key)?.mapping;
  },
  keep(headings: readonly string[], mapping: ColumnMapping): void {
    const key = keyOf(headings);
    const others = all().filter((one) => one.headings !== key);
    const kept: Remembered[] = [...others, { headings: key, mapping }].slice(-most);
    try {
      localStorage.setItem(place, JSON.stringify(kept));
    } catch {
      // A browser may refuse to keep anything; the columns then hold for this file only.
    }
  },
};

const keyOf = (headings: readonly string[]): string => JSON.stringify(headings);

function all(): Remembered[] {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(held) ? held.filter(isRemembered) : [];
  } catch {
    return [];
  }
}

/** Schemas stay in the worker: their library is too large for the page. */
function isRemembered(held: unknown): held is Remembered {
  if (typeof held !== 'object' || held === null || !('headings' in held) || !('mapping' in held))
    return false;
  const { headings, mapping } = held;
  return (
    typeof headings === 'string' &&
    typeof mapping === 'object' &&
    mapping !== null &&
    Object.entries(mapping).every(
      ([role, column]) => columnRoles.some((known) => known === role) && typeof column === 'string',
    )
  );
}
