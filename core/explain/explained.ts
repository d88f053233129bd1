import type { Unit } from '../units/format.ts';
import { exactSum } from '../units/sum.ts';

/** A document and the place in it that a figure or rule rests on. */
export interface Source {
  readonly title: string;
  /** Page, section, line or row: as precise as it can be. */
  readonly place: string;
  readonly link?: string;
  /** False when the figure was not read in a copy of the source. */
  readonly verified: boolean;
}

/** A choice the result rests on, with what would move if it were made otherwise. */
export interface Assumption {
  readonly id: string;
  /** What was assumed. */
  readonly text: string;
  readonly because: string;
  /** What changes if the assumption is wrong or is set otherwise. */
  readonly effect: string;
  readonly source?: Source;
}

/** How a value follows from its inputs, so that anyone can recompute it. */
export type Operation =
  | 'given'
  | 'sum'
  | 'product'
  | 'quotient'
  | 'difference'
  | 'root'
  | 'least'
  | 'greatest';

/**
 * One figure with everything that made it: the result and its workings are the same object, so no
 * face can show a figure without being able to show where it came from.
 */
export interface Explained {
  readonly id: string;
  /** The name people use. */
  readonly label: string;
  readonly value: number;
  readonly unit: Unit;
  /** The formula in words. */
  readonly formula: string;
  readonly operation: Operation;
  readonly inputs: readonly Explained[];
  readonly assumptions: readonly Assumption[];
  readonly sources: readonly Source[];
  /** Where the figure was given: sheet, cell, row or setting. */
  readonly where?: string;
}

interface Naming {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly formula: string;
  readonly assumptions?: readonly Assumption[] | undefined;
  readonly sources?: readonly Source[] | undefined;
  readonly where?: string | undefined;
}

function node(naming: Naming, operation: Operation, value: number, inputs: readonly Explained[]): Explained {
  const { id, label, unit, formula, assumptions = none, sources = none, where } = naming;
  return where === undefined
    ? { id, label, value, unit, formula, operation, inputs, assumptions, sources }
    : { id, label, value, unit, formula, operation, inputs, assumptions, sources, where };
}

/** One empty list for all nodes without assumptions or sources: there can be a hundred thousand of them. */
const none: readonly never[] = [];

/** A figure that was handed in, or the count or sum of rows too many to list. */
export function given(naming: Naming, value: number): Explained {
  return node(naming, 'given', value, none);
}

/** All inputs added together; 0 without inputs. */
export function sum(naming: Naming, inputs: readonly Explained[]): Explained {
  return node(naming, 'sum', exactSum(inputs.map((input) => input.value)), inputs);
}

/** All inputs multiplied. */
export function product(naming: Naming, inputs: readonly Explained[]): Explained {
  return node(naming, 'product', multiply(inputs), inputs);
}

/** The first input divided by the second. The caller makes sure that the second is not 0. */
export function quotient(naming: Naming, over: Explained, under: Explained): Explained {
  return node(naming, 'quotient', over.value / under.value, [over, under]);
}

/** The first input less the second. */
export function difference(naming: Naming, from: Explained, less: Explained): Explained {
  return node(naming, 'difference', from.value - less.value, [from, less]);
}

/** The square root of the input. */
export function root(naming: Naming, of: Explained): Explained {
  return node(naming, 'root', Math.sqrt(of.value), [of]);
}

/** The smallest of the inputs. */
export function least(naming: Naming, inputs: readonly Explained[]): Explained {
  return node(naming, 'least', Math.min(...inputs.map((input) => input.value)), inputs);
}

/** The largest of the inputs. */
export function greatest(naming: Naming, inputs: readonly Explained[]): Explained {
  return node(naming, 'greatest', Math.max(...inputs.map((input) => input.value)), inputs);
}

function multiply(inputs: readonly Explained[]): number {
  return inputs.reduce((value, input) => value * input.value, 1);
}

/** The value that a node's own inputs lead to: what a reader would get by redoing the sum. */
export function recompute(explained: Explained): number {
  const values = explained.inputs.map((input) => input.value);
  const [first = Number.NaN, second = Number.NaN] = values;
  switch (explained.operation) {
    case 'given':
      return explained.value;
    case 'sum':
      return exactSum(values);
    case 'product':
      return multiply(explained.inputs);
    case 'quotient':
      return first / second;
    case 'difference':
      return first - second;
    case 'root':
      return Math.sqrt(first);
    case 'least':
      return Math.min(...values);
    case 'greatest':
      return Math.max(...values);
  }
}

/** Every node of the tree, the root first. */
export function* everyNode(explained: Explained): Generator<Explained> {
  yield explained;
  for (const input of explained.inputs) yield* everyNode(input);
}
