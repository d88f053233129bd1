import { areaKindWords } from '../../lm3/setting-words.ts';
import { lm3Sheets, otherAreaColumns } from '../../lm3/workbook-layout.ts';
import type { SheetSpec } from '../workbook-spec.ts';
import type { AreaRow, InputRows } from './rows.ts';
import { columnsOf, inputSheet, oneOf, positive } from './sheet-parts.ts';

export function otherAreasSheet({ areas }: Pick<InputRows, 'areas'>): SheetSpec {
  return inputSheet(
    {
      name: lm3Sheets.areas.name,
      title: 'Other areas',
      subtitle:
        'This sheet may stay empty. List other areas to look at side by side, such as the ward or the county. Each then needs two columns on the Suppliers sheet, headed “Local: NAME” and “Re-spend share: NAME”.',
      table: 'OtherAreas',
    },
    columnsOf<(typeof otherAreaColumns)[number]['key'], AreaRow>(otherAreaColumns, {
      name: {
        note: 'The name of the area, as in the headings of its columns on the Suppliers sheet.',
        style: 'input',
        width: 40,
        value: ({ name }) => name,
      },
      kind: {
        note: 'May stay empty.',
        style: 'input',
        width: 26,
        value: ({ kind }) => kind,
        rule: oneOf(areaKindWords),
      },
      population: {
        note: 'How many people live there. May stay empty.',
        style: 'inputCount',
        width: 16,
        value: ({ population }) => population,
        rule: { kind: 'decimal', from: 1, to: 1e9 },
        message: 'Enter a number of people, or leave the cell empty.',
      },
      radiusKm: {
        note: 'If it is a radius round a point. May stay empty.',
        style: 'inputRatio',
        width: 14,
        value: ({ radiusKm }) => radiusKm,
        rule: { kind: 'decimal', from: 0, to: 2000 },
        message: 'Enter a distance in kilometres, or leave the cell empty.',
      },
      payrollLocal: {
        note: 'Pounds of pay in the period to staff who live in this area.',
        style: 'inputGbp',
        width: 26,
        value: ({ payrollLocal }) => payrollLocal,
        rule: positive,
        message: 'Enter pay in pounds, 0 or more.',
      },
    }),
    areas,
  );
}
