import { describePlace, formatCount, type Issue } from '../../core/index.ts';
import { type ListLine, listBlocks, plainList } from './list.ts';
import { firstThatFits, heading, type Message, paragraph } from './message.ts';

/** Issues as they are told: the first ones, and how many there are in all. */
export interface IssueList {
  readonly shown: readonly Issue[];
  readonly all: number;
}

/** Issues listed in one message; the rest is counted. */
export const listedIssues = 10;

/** What is wrong with a file: each thing with its place, what was found and how to mend it. */
export function issuesMessage(title: string, issues: IssueList, next: string): Message {
  return firstThatFits([listedIssues, 5, 2, 1].map((most) => () => build(title, issues, next, most)));
}

function build(title: string, { shown, all }: IssueList, next: string, most: number): Message {
  const lines = shown.slice(0, most).map(issueLine);
  const intro = `${formatCount(all)} ${all === 1 ? 'thing needs' : 'things need'} mending:`;
  const rest = all > lines.length ? [`and ${formatCount(all - lines.length)} more.`] : [];
  const closing = [...rest, next].join(' ');
  const numbered = lines.map(({ lead = '', text }, index) => ({ text: `${index + 1}. ${lead}${text}` }));
  return {
    text: [`${title}. ${intro}`, ...numbered.map(({ text }) => text), closing].join('\n'),
    blocks: [heading(title), ...listBlocks(intro, lines, 'ordered'), paragraph(closing)],
    plainBlocks: [heading(title), ...plainList(intro, lines), paragraph(closing)],
  };
}

/** An issue with its place in front. */
export function issueLine({ where, found, expected, mend }: Issue): ListLine {
  return { lead: `${describePlace(where)}: `, text: `found ${found}; expected ${expected}. ${mend}` };
}
