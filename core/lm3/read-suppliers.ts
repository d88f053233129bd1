import { type Cell, cellText } from '../workbook/cell.ts';
import { amountOf, comparable, isEmpty, shareOf, type TableRow, yesOrNo } from '../workbook/read-table.ts';
import { shortText, shortTextExpected } from '../workbook/short-text.ts';
import {
  choice,
  defined,
  notNegative,
  oneOf,
  shareExpected,
  type WorkbookReading,
  wholeNumber,
} from '../workbook/workbook-reading.ts';
import type { Lm3ProjectInput } from './project.ts';
import { positive } from './read-items.ts';
import { areaKindWords, leaveOutWords } from './setting-words.ts';
import {
  areaColumns,
  lm3Sheets,
  otherAreaColumns,
  otherCostColumns,
  supplierColumns,
} from './workbook-layout.ts';

/** Ways to say that a supplier does not know: silence, not zero. */
const silence = new Set(['donotknow', 'dontknow', 'notknown', 'unknown', 'noanswer']);

/** Whether a cell says that the supplier has not answered. */
export const isSilence = (cell: Cell): boolean =>
  isEmpty(cell) || (typeof cell === 'string' && silence.has(comparable(cell)));

export function readOtherDirectCosts(
  reading: WorkbookReading,
): NonNullable<Lm3ProjectInput['otherDirectCosts']> {
  return reading
    .table(lm3Sheets.otherDirectCosts, otherCostColumns, false)
    .filter((row) => reading.isLine(row, 'name'))
    .map((row) => ({
      name: cellText(row.cell('name')),
      amount: reading.expect(row, 'amount', notNegative, 'an amount in GBP of 0 or more') ?? 0,
      local: reading.optional(row, 'local', yesOrNo, 'Yes or No, or empty for No') ?? false,
    }));
}

export function readOtherAreas(reading: WorkbookReading): NonNullable<Lm3ProjectInput['areas']> {
  return reading
    .table(lm3Sheets.areas, otherAreaColumns, false)
    .filter((row) => reading.isLine(row, 'name'))
    .map((row) => ({
      name: cellText(row.cell('name')),
      payrollLocal: reading.expect(row, 'payrollLocal', notNegative, 'pay in GBP of 0 or more') ?? 0,
      ...defined({
        kind: reading.optional(row, 'kind', (cell) => choice(cell, areaKindWords), oneOf(areaKindWords)),
        population: reading.optional(row, 'population', wholeNumber, 'a number of people'),
        radiusKm: reading.optional(row, 'radiusKm', positive, 'a distance in km above 0'),
      }),
    }));
}

type Suppliers = NonNullable<Lm3ProjectInput['suppliers']>;

/** The suppliers, with the columns of the other areas where the sheet has them. */
export function readSuppliers(
  reading: WorkbookReading,
  areas: readonly { readonly name: string }[],
): Suppliers {
  const columns = [...supplierColumns, ...areas.flatMap(({ name }) => areaColumns(name))];
  return reading
    .table<string>(lm3Sheets.suppliers, columns, true)
    .filter((row) => reading.isLine(row, 'name'))
    .map((row) => {
      const inAreas = areas.flatMap(({ name }) => {
        const local = reading.optional(row, `local:${name}`, yesOrNo, 'Yes or No');
        return local === undefined
          ? []
          : [[name, { local, respendShare: respendShareOf(reading, row, `respendShare:${name}`) }] as const];
      });
      return {
        name: cellText(row.cell('name')),
        spend: reading.expect(row, 'spend', amountOf, 'an amount in GBP') ?? 0,
        local: reading.expect(row, 'local', yesOrNo, 'Yes or No') ?? false,
        respendShare: respendShareOf(reading, row, 'respendShare'),
        ...defined({
          category: reading.optional(row, 'category', shortText, shortTextExpected),
          kind: reading.optional(row, 'kind', (cell) => choice(cell, leaveOutWords), oneOf(leaveOutWords)),
          headOfficeLocal: reading.optional(row, 'headOffice', yesOrNo, 'Yes or No, or empty if not known'),
        }),
        ...(inAreas.length > 0 ? { areas: Object.fromEntries(inAreas) } : {}),
        where: `${row.sheet} row ${row.row.number}`,
      };
    });
}

function respendShareOf(reading: WorkbookReading, row: TableRow<string>, key: string): number | null {
  const cell: Cell = row.cell(key);
  if (isSilence(cell)) return null;
  return (
    reading.expect(row, key, shareOf, `${shareExpected}, or empty if the supplier has not answered`) ?? null
  );
}
