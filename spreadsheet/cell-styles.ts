import type { CellStyle, LookSpec } from '../core/index.ts';

/** How a cell looks, in the terms of an .xlsx file. Colours are ARGB: `FF0B4F4A` is dark teal, not see-through. */
export interface Look {
  font?: { name?: string; size?: number; bold?: boolean; italic?: boolean; color?: Colour };
  fill?: { type: 'pattern'; pattern: 'solid'; fgColor?: Colour; bgColor?: Colour };
  numFmt?: string;
  alignment?: {
    wrapText?: boolean;
    vertical?: 'top' | 'middle';
    horizontal?: 'left';
    indent?: number;
  };
  border?: { top: Side; bottom: Side; left: Side; right: Side };
}

interface Colour {
  argb: string;
}

interface Side {
  style: 'thin';
  color: Colour;
}

const teal = 'FF0B4F4A';
const paleTeal = 'FFE3EFED';
const inputFill = 'FFFDF6E3';
const fontName = 'Calibri';

/** Keeps text clear of the figure to its left. */
const indented = { horizontal: 'left', indent: 1 } as const;

export const styles: Readonly<Record<CellStyle, Look>> = {
  title: { font: { name: fontName, size: 18, bold: true, color: { argb: teal } } },
  subtitle: { font: { name: fontName, size: 11, color: { argb: 'FF404040' } } },
  heading: {
    font: { name: fontName, bold: true, color: { argb: 'FFFFFFFF' } },
    fill: solid(teal),
    alignment: { wrapText: true, vertical: 'middle' },
  },
  label: { font: { name: fontName, bold: true }, alignment: { wrapText: true, vertical: 'top' } },
  text: { font: { name: fontName }, alignment: { wrapText: true, vertical: 'top', ...indented } },
  input: input({}),
  inputGbp: input({ numFmt: '#,##0.00;[Red]-#,##0.00' }),
  inputShare: input({ numFmt: '0.##%' }),
  inputRatio: input({ numFmt: '0.##' }),
  inputCount: input({ numFmt: '#,##0' }),
  gbp: { font: { name: fontName }, numFmt: '£#,##0.00;[Red]-£#,##0.00', alignment: { vertical: 'top' } },
  share: { font: { name: fontName }, numFmt: '0.00%', alignment: { vertical: 'top' } },
  ratio: { font: { name: fontName }, numFmt: '0.00', alignment: { vertical: 'top' } },
  count: { font: { name: fontName }, numFmt: '#,##0', alignment: { vertical: 'top' } },
  number: { font: { name: fontName }, numFmt: '#,##0.######', alignment: { vertical: 'top' } },
  result: {
    font: { name: fontName, bold: true, size: 14, color: { argb: teal } },
    fill: solid(paleTeal),
    numFmt: '0.00',
    alignment: { vertical: 'top' },
  },
  check: { font: { name: fontName, italic: true }, alignment: { vertical: 'top' } },
  bar: { font: { name: fontName, color: { argb: teal } }, alignment: { vertical: 'top' } },
};

function solid(argb: string): NonNullable<Look['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** Dark blue and light blue are the colours of the published table of confidence; amber is ours. */
export const looks: Readonly<Record<LookSpec['look'], Look>> = {
  high: look('FF12436D', 'FFFFFFFF'),
  moderate: look('FF8FBDE8', 'FF0B0C0C'),
  low: look('FFF3D18A', 'FF0B0C0C'),
};

function look(fill: string, text: string): Look {
  // A look that depends on a value takes its colour from the background of the pattern.
  return {
    fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: fill } },
    font: { bold: true, color: { argb: text } },
  };
}

function input(more: Look): Look {
  const side: Side = { style: 'thin', color: { argb: 'FFC9B678' } };
  return {
    font: { name: fontName },
    fill: solid(inputFill),
    border: { top: side, bottom: side, left: side, right: side },
    alignment: { vertical: 'top', wrapText: true, ...(more.numFmt ? {} : indented) },
    ...more,
  };
}
