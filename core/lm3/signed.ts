import { formatGbp, formatRatio } from '../units/format.ts';

/** Two decimals hide a change this small. */
const seen = 0.005;

/** A change with its sign: `+0.12`, `-0.05`, `0.00`; `+<0.01` where two decimals would hide it. */
export function signedRatio(change: number): string {
  if (change === 0) return formatRatio(0);
  const size = Math.abs(change);
  return `${change > 0 ? '+' : '-'}${size < seen ? `<${formatRatio(0.01)}` : formatRatio(size)}`;
}

/** A change of an amount with its sign: `+£1,200.00`. */
export function signedGbp(change: number): string {
  return change > 0 ? `+${formatGbp(change)}` : formatGbp(change);
}

/** `rises by 0.12`, `falls by less than 0.01`, `stays the same`. */
export function movesBy(change: number): string {
  if (change === 0) return 'stays the same';
  const size = Math.abs(change);
  return `${change > 0 ? 'rises' : 'falls'} by ${size < seen ? `less than ${formatRatio(0.01)}` : formatRatio(size)}`;
}
