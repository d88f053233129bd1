import { type Cell, cellText } from '../workbook/cell.ts';
import { amountOf, comparable } from '../workbook/read-table.ts';
import { type AreaBasis, areaBases, figureExpected, tenantLimits } from './project.ts';
import { areaUnitWords } from './workbook-layout.ts';

/** A figure from 0 to a limit. */
export const figureUpTo =
  (max: number) =>
  (cell: Cell): number | undefined => {
    const amount = amountOf(cell);
    return amount !== undefined && amount >= 0 && amount <= max ? amount : undefined;
  };

/** What stands in the cells of the figures that sheet and form have in common: how it is read, what is expected. */
export const figureCells = {
  beds: { read: figureUpTo(10_000), expected: figureExpected.beds ?? '' },
  turnoverGbp: { read: figureUpTo(tenantLimits.gbp), expected: figureExpected.turnoverGbp ?? '' },
  gvaGbp: { read: figureUpTo(tenantLimits.gbp), expected: figureExpected.gvaGbp ?? '' },
  fte: { read: figureUpTo(tenantLimits.people), expected: figureExpected.fte ?? '' },
  fullTime: { read: figureUpTo(tenantLimits.people), expected: figureExpected.fullTime ?? '' },
  partTime: { read: figureUpTo(tenantLimits.people), expected: figureExpected.partTime ?? '' },
  headcount: { read: figureUpTo(tenantLimits.people), expected: figureExpected.headcount ?? '' },
  hoursPerWeek: { read: figureUpTo(tenantLimits.people * 60), expected: figureExpected.hoursPerWeek ?? '' },
} as const;

export const squareFeet = /\b(sq\.?|square)\s*(ft|foot|feet)\b|\bsqft\b|\bft²|\bft2\b/i;
const squareMetres = /\s*(m²|m2|sq\.?\s*m(etres?)?|square metres?)\.?$/i;

/** A floor area with the unit that the cell itself says, if it says one: `1,200`, `1,200 sq ft`, `90 m2`. */
export function floorArea(cell: Cell): { readonly area: number; readonly unit?: 'm2' | 'sqft' } | undefined {
  const text = cellText(cell);
  const feet = squareFeet.test(text);
  const metres = squareMetres.test(text);
  const bare =
    typeof cell === 'string' ? text.replace(squareFeet, '').replace(squareMetres, '').trim() : cell;
  const area = figureUpTo(tenantLimits.floorspaceM2 * (feet ? 10 : 1))(bare);
  if (area === undefined) return undefined;
  return feet ? { area, unit: 'sqft' } : metres ? { area, unit: 'm2' } : { area };
}

export const floorAreaExpected = `${figureExpected.floorspaceM2}, or an area such as "1,200 sq ft"`;

export function areaUnit(cell: Cell): keyof typeof areaUnitWords | undefined {
  const text = cellText(cell);
  if (squareFeet.test(text)) return 'sqft';
  return comparable(text.replace('²', '2')) === 'm2' || squareMetres.test(` ${text}`) ? 'm2' : undefined;
}

export const areaUnitExpected = `"${areaUnitWords.m2}" or "${areaUnitWords.sqft}"`;

/** `NIA` from `NIA` or `Net internal area (NIA)`. */
export function areaBasis(cell: Cell): AreaBasis | undefined {
  const text = cellText(cell);
  const long: Record<AreaBasis, RegExp> = {
    GEA: /gross external/i,
    GIA: /gross internal/i,
    NIA: /net internal/i,
  };
  return areaBases.find((basis) => new RegExp(`\\b${basis}\\b`, 'i').test(text) || long[basis].test(text));
}

export const areaBasisExpected = 'GEA, GIA or NIA (gross external, gross internal, net internal area)';
