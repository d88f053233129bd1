import type { Explained, Source } from '../../explain/explained.ts';
import * as explain from '../../explain/explained.ts';
import type { Unit } from '../../units/format.ts';

/** A figure of a table as the start of a tree of workings. */
export function given(
  id: string,
  label: string,
  value: number,
  unit: Unit = 'count',
  sources: readonly Source[] = [],
): Explained {
  return explain.given({ id, label, unit, formula: 'from the report', sources }, value);
}

export function sum(id: string, label: string, inputs: readonly Explained[]): Explained {
  const unit = inputs[0]?.unit ?? 'count';
  return explain.sum(
    { id: `${id}.sum`, label, unit, formula: inputs.map((input) => input.label).join(' + ') },
    inputs,
  );
}

/** The mean of the figures, each counting once. */
export function average(id: string, label: string, inputs: readonly Explained[]): Explained {
  const whole = sum(id, `${label}, sum`, inputs);
  const count = given(`${id}.count`, 'Number of figures', inputs.length);
  return explain.quotient(
    { id: `${id}.average`, label, unit: whole.unit, formula: 'sum / number of figures' },
    whole,
    count,
  );
}

export function difference(id: string, label: string, from: Explained, less: Explained): Explained {
  return explain.difference(
    { id: `${id}.difference`, label, unit: from.unit, formula: `${from.label} - ${less.label}` },
    from,
    less,
  );
}

export function quotient(
  id: string,
  label: string,
  over: Explained,
  under: Explained,
  unit: Unit,
): Explained {
  return explain.quotient({ id, label, unit, formula: `${over.label} / ${under.label}` }, over, under);
}
