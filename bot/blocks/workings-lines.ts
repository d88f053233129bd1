import {
  type Assumption,
  type Explained,
  everyNode,
  type Issue,
  type Lm3Result,
  type Source,
  workingsLines,
} from '../../core/index.ts';
import { issueLine } from './issues.ts';
import type { ListLine } from './list.ts';

/** A part of the workings under its own title. */
export interface WorkingsPart {
  readonly title: string;
  readonly lines: readonly ListLine[];
}

/** All that stands behind a result: the tree, the other figures, what was assumed, notes, the sources. */
export function workingsParts(result: Lm3Result, notes: readonly Issue[]): WorkingsPart[] {
  const others = Object.values(result.otherWorkings).flatMap(headOf);
  return [
    { title: 'How LM3 was worked out', lines: treeLines(result.workings) },
    { title: 'The other figures', lines: others },
    { title: 'What was assumed, and what would change', lines: result.assumptions.flatMap(assumptionLines) },
    { title: 'Please note', lines: notes.map(issueLine) },
    { title: 'Sources', lines: sourcesOf(result).map((source) => ({ text: cite(source) })) },
  ].filter(({ lines }) => lines.length > 0);
}

function treeLines(explained: Explained): ListLine[] {
  return workingsLines(explained).map(({ depth, label, value, formula, where }) => ({
    depth,
    lead: `${label}: ${value}`,
    text: ` = ${formula}${where === undefined ? '' : ` (${where})`}`,
  }));
}

/** A figure and the figures it is made of; their own workings are those of LM3 again. */
function headOf(explained: Explained): ListLine[] {
  return treeLines(explained).filter(({ depth = 0 }) => depth <= 1);
}

function assumptionLines({ text, because, effect, source }: Assumption): ListLine[] {
  const cited = source === undefined ? [] : [{ depth: 1, text: `Source: ${cite(source)}` }];
  return [{ text }, { depth: 1, text: because }, { depth: 1, text: effect }, ...cited];
}

function sourcesOf({ workings, otherWorkings }: Lm3Result): Source[] {
  const trees = [workings, ...Object.values(otherWorkings)];
  const found = trees.flatMap((tree) => [...everyNode(tree)].flatMap(({ sources }) => sources));
  return [...new Map(found.map((source) => [cite(source), source])).values()];
}

function cite({ title, place }: Source): string {
  return `${title}, ${place}`;
}
