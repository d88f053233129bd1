import { formatValue } from '../units/format.ts';
import type { Explained } from './explained.ts';

/** One line of the workings, ready to be shown as text, HTML, Slack blocks or worksheet rows. */
export interface WorkingsLine {
  readonly depth: number;
  readonly label: string;
  /** The value in its unit. */
  readonly value: string;
  readonly formula: string;
  readonly where?: string;
}

/** The tree as lines from top to bottom, indented by `depth`. */
export function workingsLines(explained: Explained, depth = 0): WorkingsLine[] {
  const { label, unit, formula, where, inputs } = explained;
  const line = { depth, label, value: formatValue(explained.value, unit), formula };
  return [
    where === undefined ? line : { ...line, where },
    ...inputs.flatMap((input) => workingsLines(input, depth + 1)),
  ];
}
