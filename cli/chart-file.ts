import { extname } from 'node:path';
import { chartPng } from '../spreadsheet/chart-png.ts';

/** Makes the bytes of a chart, by the ending of its file. */
const makers: Readonly<Record<string, (svg: string) => Uint8Array>> = {
  '.png': chartPng,
  '.svg': (svg) => new TextEncoder().encode(svg),
};

/** What makes a chart for a file of this name; undefined when its ending is neither .png nor .svg. */
export function chartMaker(path: string): ((svg: string) => Uint8Array) | undefined {
  return makers[extname(path).toLowerCase()];
}
