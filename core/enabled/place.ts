import type { Place } from '../workbook/issue.ts';
import type { Anchor, Tenant } from './project.ts';

/** Where a field of a tenant or an anchor was given: its cell, or its path in JSON. */
export function placeOf(of: Tenant | Anchor, field: string): Place {
  const { file, sheet, cell } = of.places?.[field] ?? of.places?.name ?? {};
  if (cell === undefined) return { path: of.where === undefined ? field : `${of.where}.${field}` };
  return {
    ...(file === undefined ? {} : { file }),
    ...(sheet === undefined ? {} : { sheet }),
    cell,
  };
}
