import { headingRow } from '../lm3-inputs/sheet-parts.ts';

/** Row of the first line of every table of an impact plan. */
export const first = headingRow + 1;
