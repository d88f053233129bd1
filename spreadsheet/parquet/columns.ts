import type { Cell } from '../../core/index.ts';
import { identifier } from './duckdb.ts';

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  readonly kind: 'exact' | 'floating' | 'date' | 'text';
}

/** @param type DuckDB's name of the column's type, such as `DECIMAL(18,2)` */
export function columnOf(name: string, type: string): ParquetColumn {
  if (/^(?:FLOAT|DOUBLE)$/.test(type)) return { name, kind: 'floating' };
  if (/^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(.*\))$/.test(type)) return { name, kind: 'exact' };
  return { name, kind: /^(?:DATE|TIMESTAMP)/.test(type) ? 'date' : 'text' };
}

/** The column as text, so that nothing of it is lost on the way out of DuckDB. */
export function asText({ name, kind }: ParquetColumn): string {
  const column = identifier(name);
  return kind === 'date' ? `strftime(${column}::timestamp, '%Y-%m-%d')` : `${column}::varchar`;
}

/** That text as a cell of the kind that its column holds. */
export function cellOf({ kind }: ParquetColumn, text: string | null): Cell {
  if (text === null || text === '') return null;
  if (kind === 'date') return { date: text };
  return kind === 'text' ? text : Number(text);
}

const largest = Number.MAX_SAFE_INTEGER;

/**
 * SQL for the whole pence of an amount, as `linePence` has them: numbers count as the decimal of 15
 * digits that a spreadsheet shows, half a penny goes away from zero. Null where there is no amount.
 */
export function penceOfNumber({ name, kind }: ParquetColumn): string {
  const column = identifier(name);
  if (kind === 'exact') {
    return `case when abs(${column}) * 100 <= ${largest} then round(${column} * 100)::bigint end`;
  }
  const whole = `round(format('{:.15g}', abs(${column}::double) * 100)::double)`;
  return `case when isfinite(${column}) and ${whole} <= ${largest} then (sign(${column}) * ${whole})::bigint end`;
}
