import type { ChangeKind, ComparedFigure, EnabledComparison } from '../../enabled/compare.ts';
import { listTable, titleCells } from '../list-sheet.ts';
import type { CellValue, SheetSpec } from '../workbook-spec.ts';

/** What a kind of change is called to people. */
export const changeWords: Record<ChangeKind, string> = {
  alike: 'Same tenants, same methods',
  otherMethod: 'Same tenants, another method',
  otherReference: 'Same tenants, other reference data',
  new: 'New tenants',
  gone: 'Tenants that are gone',
};

/** Two years held against each other: the parts of the change, and every tenant. */
export function comparisonSheet({ before, after, fte, gva, sameMode }: EnabledComparison): SheetSpec {
  const parts = [...partRows('FTE', fte), ...partRows('GVA (£)', gva)];
  const tenants = [...tenantRows('FTE', fte), ...tenantRows('GVA (£)', gva)];
  const columns = [
    { heading: 'Figure', width: 14 },
    { heading: 'Tenant or kind of tenants', width: 44 },
    { heading: 'Before', width: 18, style: 'number' as const },
    { heading: 'After', width: 18, style: 'number' as const },
    { heading: 'Change', width: 18, style: 'number' as const },
    { heading: 'Tenants, or why it cannot be compared', width: 60 },
  ];
  return {
    name: 'Comparison',
    widths: columns.map(({ width }) => width),
    cells: titleCells(
      `From ${before ?? 'the earlier figures'} to ${after ?? 'these figures'}`,
      sameMode
        ? 'Only the change of the same tenants by the same methods is a change of the tenants themselves.'
        : 'One of the two is in the mode "as published in 2017": their GVA cannot be compared.',
    ),
    tables: [
      listTable('ChangeParts', 4, columns, parts),
      listTable('ChangedTenants', 7 + parts.length, columns, tenants),
    ],
    validations: [],
    freeze: { rows: 2, columns: 0 },
  };
}

function partRows(name: string, figure: ComparedFigure): CellValue[][] {
  const kinds = Object.keys(changeWords) as ChangeKind[];
  return [
    ...kinds.map((kind): CellValue[] => {
      const { tenants, before, after, change } = figure.parts[kind];
      return [name, changeWords[kind], before, after, change, String(tenants)];
    }),
    [name, 'In all', figure.before, figure.after, figure.change, ''],
  ];
}

const tenantRows = (name: string, { tenants }: ComparedFigure): CellValue[][] =>
  tenants.map(({ name: tenant, before, after, kind, difference }) => [
    name,
    tenant,
    before,
    after,
    before === null || after === null ? null : after - before,
    kind === 'alike' ? '' : `${changeWords[kind]}${difference === undefined ? '' : `: ${difference}`}`,
  ]);
