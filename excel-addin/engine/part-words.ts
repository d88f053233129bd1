import type { WorkbookPart } from '../host/port.ts';

/** What of the open workbook is meant, in words. */
export function partInWords(part: WorkbookPart): string {
  switch (part.kind) {
    case 'workbook':
      return 'this workbook';
    case 'selection':
      return 'the selected cells';
    case 'range':
      return `cells ${part.address}`;
    case 'table':
      return `table ${part.name}`;
    case 'sheet':
      return `sheet ${part.name}`;
  }
}
