/// <reference types="office-js" />
import type { Issue } from '../../../core/index.ts';
import { formatCount } from '../../../core/index.ts';
import { HostProblem, type WorkbookContents, type WorkbookPart } from '../port.ts';
import type { Block } from './read-cells.ts';
import { hasExcelApi, runExcel } from './run-excel.ts';

/** What the workbook holds, in one exchange. */
export function readContents(): Promise<WorkbookContents> {
  return runExcel(async (context) => {
    const { workbook } = context;
    workbook.load('name');
    const { worksheets, tables, names } = workbook;
    worksheets.load('items/name,items/visibility,items/protection/protected');
    tables.load('items/name,items/worksheet/name');
    names.load('items/name');
    const selection = workbook.getSelectedRange();
    selection.load('address,rowCount,columnCount');
    await context.sync();
    const bodies = tables.items.map((table) => {
      const range = table.getRange();
      range.load('rowCount');
      return range;
    });
    await context.sync();
    return {
      name: workbook.name,
      sheets: worksheets.items.map(({ name, visibility, protection }) => ({
        name,
        isHidden: visibility !== 'Visible',
        isProtected: protection.protected,
      })),
      tables: tables.items.map(({ name, worksheet }, at) => ({
        name,
        sheet: worksheet.name,
        rows: Math.max(0, (bodies[at]?.rowCount ?? 1) - 1),
      })),
      names: names.items.map(({ name }) => name),
      selection: {
        address: selection.address,
        rows: selection.rowCount,
        columns: selection.columnCount,
      },
    };
  });
}

/** The cells that a part of the workbook comes to, with what there is to say of them. */
export interface FoundBlocks {
  readonly blocks: readonly Block[];
  readonly sheetIds: readonly string[];
  /** Sheets without a single filled cell. */
  readonly empty: readonly string[];
  readonly issues: readonly Issue[];
}

/** @throws HostProblem when the part is not there or holds nothing */
export function findBlocks(part: WorkbookPart): Promise<FoundBlocks> {
  return runExcel(async (context) => {
    const ranges = await rangesOf(context, part);
    const found = ranges.map((range) => {
      // A selection of whole columns means what is filled in of them.
      const used = range.getUsedRangeOrNullObject(true);
      used.load('address,rowIndex,columnIndex,rowCount,columnCount,rowHidden');
      const sheet = range.worksheet;
      sheet.load('id,name');
      const merged = hasExcelApi('1.13') ? range.getMergedAreasOrNullObject() : undefined;
      merged?.load('address,areaCount');
      return { used, sheet, merged };
    });
    await context.sync();
    const filled = found.filter(({ used }) => !used.isNullObject);
    if (filled.length === 0 && part.kind !== 'workbook') throw nothingIn(part);
    const hidden = filled
      .filter(({ used }) => used.rowHidden !== false)
      .map(({ used, sheet }) => {
        const view = used.getVisibleView();
        view.load('rowCount');
        return { sheet: sheet.name, rows: used.rowCount, view };
      });
    if (hidden.length > 0) await context.sync();
    return {
      blocks: filled.map(({ used, sheet }) => ({
        sheetId: sheet.id,
        sheet: sheet.name,
        row: used.rowIndex,
        column: used.columnIndex,
        rows: used.rowCount,
        columns: used.columnCount,
      })),
      sheetIds: found.map(({ sheet }) => sheet.id),
      empty: found.filter(({ used }) => used.isNullObject).map(({ sheet }) => sheet.name),
      issues: [
        ...hidden.map(({ sheet, rows, view }) => hiddenRows(sheet, rows - view.rowCount)),
        ...(part.kind === 'workbook' ? [] : found).flatMap(({ merged, sheet }) =>
          merged && !merged.isNullObject ? [mergedCells(sheet.name, merged.address, merged.areaCount)] : [],
        ),
      ],
    };
  });
}

async function rangesOf(context: Excel.RequestContext, part: WorkbookPart): Promise<Excel.Range[]> {
  const { worksheets, tables } = context.workbook;
  if (part.kind === 'selection') return [context.workbook.getSelectedRange()];
  if (part.kind === 'range') {
    const { sheet, cells } = partsOf(part.address);
    return [worksheets.getItem(sheet).getRange(cells)];
  }
  if (part.kind === 'table') return [tables.getItem(part.name).getRange()];
  if (part.kind === 'sheet') return [worksheets.getItem(part.name).getRange()];
  worksheets.load('items/name');
  await context.sync();
  return worksheets.items.map((sheet) => sheet.getRange());
}

/** `'My sheet'!A1:B2` as its sheet and its cells. */
function partsOf(address: string): { readonly sheet: string; readonly cells: string } {
  const end = address.lastIndexOf('!');
  const sheet = address.slice(0, end);
  return {
    sheet: sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet,
    cells: address.slice(end + 1),
  };
}

function nothingIn(part: WorkbookPart): HostProblem {
  const what =
    part.kind === 'selection' || part.kind === 'range'
      ? 'the selected cells'
      : `${part.kind} ${'name' in part ? part.name : ''}`;
  return new HostProblem({
    severity: 'error',
    where: 'name' in part ? { sheet: part.name } : {},
    found: `nothing in ${what}`,
    expected: 'headings, and a line for each payment',
    mend: 'Select the payments with their headings, or choose a table or sheet that holds them.',
  });
}

const hiddenRows = (sheet: string, count: number): Issue => ({
  severity: 'warning',
  where: { sheet },
  found: `${formatCount(count)} hidden ${count === 1 ? 'row' : 'rows'}, by hand or by a filter`,
  expected: 'to see all that is counted',
  mend: 'They are counted all the same. Show them to check them, or copy the visible rows to a sheet of their own and read that.',
});

const addressesShown = 3;

function mergedCells(sheet: string, address: string, count: number): Issue {
  const some = address
    .split(',')
    .slice(0, addressesShown)
    .map((one) => one.replace(/^.*!/, ''))
    .join(', ');
  return {
    severity: 'warning',
    where: { sheet },
    found: `merged cells: ${some}${count > addressesShown ? ` and ${formatCount(count - addressesShown)} more` : ''}`,
    expected: 'a cell for each value: Excel keeps one value for merged cells, in the first of them',
    mend: 'The others count as empty. If a value was meant for each row, unmerge the cells and fill it down.',
  };
}
