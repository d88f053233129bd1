import type { PlacedCell, SheetSpec } from './workbook-spec.ts';

/** A heading with lines of a name and a sentence. */
export interface GuideBlock {
  readonly heading: string;
  readonly lines: readonly (readonly [name: string, text: string])[];
}

/** The first sheet of a workbook to fill in: what it is for, what goes where, and the words used. */
export function guideSheet(title: string, subtitle: string, blocks: readonly GuideBlock[]): SheetSpec {
  let row = 4;
  const cells: PlacedCell[] = [
    { address: 'A1', value: title, style: 'title' },
    { address: 'A2', value: subtitle, style: 'subtitle' },
  ];
  for (const { heading, lines } of blocks) {
    cells.push(
      { address: `A${row}`, value: heading, style: 'heading' },
      { address: `B${row}`, value: '', style: 'heading' },
    );
    for (const [name, text] of lines) {
      row += 1;
      cells.push(
        { address: `A${row}`, value: name, style: 'label' },
        { address: `B${row}`, value: text, style: 'text' },
      );
    }
    row += 2;
  }
  return {
    name: 'Start here',
    widths: [34, 110],
    cells,
    tables: [],
    validations: [],
    freeze: { rows: 1, columns: 0 },
  };
}
