import { closeSync, existsSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const suppliers = 140_000;
const area = ['HX', 'LS', 'BD', 'HD', 'WF', 'OL', 'M', 'S', 'YO', 'HG'];
const letters = 'ABDEFGHJLNPQRSTUWXYZ';
const firstWords = ['Calder', 'Northern', 'Pennine', 'Aire', 'Ryburn', 'Valley', 'Crown', 'Civic'];
const trades = [
  'Joinery and Building',
  'Care Homes',
  'School Catering',
  'Highways',
  'Office Cleaning',
  'Print and Design',
  'Transport',
  'Training',
];

/** A seeded stream of numbers from 0 to 1 (xorshift), so that every run measures the same file. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * A made-up ledger: 140,000 suppliers of which few take most lines (about rank to the power of -0.75), amounts
 * that are lognormal with one in a hundred a credit, and 4% of names in quotes. About 69 bytes a line.
 * Written once and kept in the folder for temporary files; returns its path.
 */
export function spendFile(lines: number): string {
  const path = join(tmpdir(), `localpound-bench-${lines}.csv`);
  if (existsSync(path) && statSync(path).size > 60 * lines) return path;
  const next = numbers(20_261_124);
  const payees = Array.from({ length: suppliers }, (_, index) => payee(index, next));
  const file = openSync(`${path}.part`, 'w');
  let text = 'Date,Supplier,Postcode,Amount,Reference\r\n';
  for (let line = 0; line < lines; line += 1) {
    const rank = Math.floor(suppliers * next() ** 4);
    const spread = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const pence = Math.max(1, Math.round(100 * Math.exp(5.5 + 1.8 * spread))) * (next() < 0.01 ? -1 : 1);
    const day = 1 + Math.floor(28 * next());
    const month = 1 + Math.floor(12 * next());
    text += `${pad(day, 2)}/${pad(month, 2)}/2024,${payees[rank]},${(pence / 100).toFixed(2)},R${pad(line, 9)}\r\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

/** Name and postcode of a supplier as they stand in a line. */
function payee(index: number, next: () => number): string {
  const pick = <T>(list: ArrayLike<T>) => list[Math.floor(next() * list.length)] as T;
  const name = `${pick(firstWords)} ${pick(trades)} ${index} Ltd`;
  const postcode = `${pick(area)}${1 + Math.floor(29 * next())} ${Math.floor(10 * next())}${pick(letters)}${pick(letters)}`;
  return `${next() < 0.04 ? `"${name.replace(' Ltd', ', Ltd')}"` : name},${postcode}`;
}

const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
