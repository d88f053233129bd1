import { everyNode, formatCount, type Lm3Result, lm3Summary } from '../../core/index.ts';
import type { Discretion } from '../files/discretion.ts';
import { actionIds, type FileButton, writeFileButton } from './file-button.ts';
import { type IssueList, issueLine } from './issues.ts';
import { cutList, type ListLine } from './list.ts';
import { button, buttons, type Message } from './message.ts';
import { reportButton, shareButton } from './result-buttons.ts';
import { type ResultParts, resultWithin } from './result-layout.ts';
import { roundsChart, roundsTable } from './rounds-table.ts';

/** A result and the workbook it came from. */
export interface FileResult {
  readonly result: Lm3Result;
  /** What was noticed while reading; the result stands all the same. */
  readonly warnings: IssueList;
  readonly discretion: Discretion;
  readonly fileName: string;
  readonly from: FileButton;
  /** How it compares with the run before, in sentences. */
  readonly since: readonly string[];
}

/** LM3 with what it rests on: never the figure alone. */
export function lm3ResultMessage(given: FileResult): Message {
  return resultWithin((most, share) => build(given, most, share));
}

function build(given: FileResult, most: number, share: boolean): ResultParts {
  const { result, warnings, discretion, fileName, from, since } = given;
  const { headline, sentences } = lm3Summary(result);
  const assumed = assumedInPublic(result);
  const rests = cutList(assumed, assumed.length, most);
  const noted = [...cutList(warnings.shown.map(issueLine), warnings.all, most), ...notSaidHere(discretion)];
  const value = writeFileButton(from);
  const pressed = buttons([
    button(actionIds.showWorkings, 'Show workings', 'Show the workings of this LM3, to you only', value),
    button(
      actionIds.showChaseList,
      'Whom to ask first',
      'Show which suppliers to ask first, to you only',
      value,
    ),
    reportButton(value, 'every supplier with what was paid and what it answered'),
    ...(share ? [shareButton(value)] : []),
  ]);
  return {
    headline,
    sentences: [...sentences, ...since],
    tables: [roundsTable(result, discretion)],
    charts: roundsChart(result),
    restsOn: 'What this rests on',
    rests,
    noted,
    pressed,
    origin: `From ${fileName}, read in memory and not kept.`,
  };
}

/** What was assumed. The share that silent suppliers are given is left out where it is one supplier's own. */
function assumedInPublic(result: Lm3Result): ListLine[] {
  const telling = new Set<string>();
  if (result.answers.count === 1) {
    for (const { operation, unit, assumptions } of everyNode(result.workings)) {
      if (operation === 'quotient' && unit === 'share') for (const { id } of assumptions) telling.add(id);
    }
  }
  const open = result.assumptions.filter(({ id }) => !telling.has(id)).map(({ text }) => ({ text }));
  return telling.size === 0
    ? open
    : [...open, { text: 'Silent suppliers are taken to re-spend like the only one that answered.' }];
}

/** What only the person who asked is told, so that nobody takes the message for all there is. */
function notSaidHere({ soleAnswer, namingNotes }: Discretion): ListLine[] {
  const notes = namingNotes.length;
  const lines = [
    ...(soleAnswer ? ['Parts of round 3 that would tell what a single supplier answered'] : []),
    ...(notes > 0 ? [`${formatCount(notes)} ${notes === 1 ? 'note' : 'notes'} with names of suppliers`] : []),
  ];
  return lines.map((text) => ({
    text: `${text}: left out here. “Show workings” shows it to the person who asked.`,
  }));
}
