/// <reference types="office-js" />
import type { CellStyle } from '../../../core/index.ts';
import { type Look, styles } from '../../../spreadsheet/cell-styles.ts';

/** Gives cells the look that the same cells have in a file. */
export function applyStyle(range: Excel.Range, style: CellStyle): void {
  const look = styles[style];
  const { font, numFmt, alignment, border } = look;
  const { format } = range;
  // One format for all cells of a block may be given as it is; the declared type knows only one for each.
  if (numFmt !== undefined) range.numberFormat = numFmt as unknown as string[][];
  if (font?.bold) format.font.bold = true;
  if (font?.italic) format.font.italic = true;
  if (font?.size !== undefined) format.font.size = font.size;
  if (font?.color) format.font.color = hex(font.color.argb);
  const fill = fillColourOf(look);
  if (fill !== undefined) format.fill.color = fill;
  if (alignment?.wrapText) format.wrapText = true;
  if (alignment?.vertical) format.verticalAlignment = alignment.vertical === 'top' ? 'Top' : 'Center';
  if (alignment?.horizontal) format.horizontalAlignment = 'Left';
  if (alignment?.indent !== undefined) format.indentLevel = alignment.indent;
  if (border) {
    for (const side of [
      'EdgeTop',
      'EdgeBottom',
      'EdgeLeft',
      'EdgeRight',
      'InsideHorizontal',
      'InsideVertical',
    ] as const) {
      const line = format.borders.getItem(side);
      line.style = 'Continuous';
      line.color = hex(border.top.color.argb);
    }
  }
}

export const fillColourOf = ({ fill }: Look): string | undefined => {
  const colour = fill?.fgColor ?? fill?.bgColor;
  return colour && hex(colour.argb);
};

/** The colour as Excel's API wants it, without how see-through it is. */
export const hex = (argb: string): string => `#${argb.slice(2)}`;
