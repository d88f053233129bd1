import { formatCount, formatGbp, formatShare, workingsLines } from '../../core/index.ts';
import type { RecentResult } from '../recent-results.ts';
import { heading, type Message, paragraph, withinLimits } from './message.ts';

const linesInParagraph = 12;

/** The workings as indented text. Names single suppliers: for the person who asked only. */
export function workingsMessage({ result }: RecentResult): Message {
  const lines = workingsLines(result.workings).map(({ depth, label, value, formula, where }) => {
    const indent = '\u2003'.repeat(depth);
    return `${indent}${label}: ${value} = ${formula}${where === undefined ? '' : ` [${where}]`}`;
  });
  const groups = Math.ceil(lines.length / linesInParagraph);
  const paragraphs = Array.from({ length: groups }, (_, group) =>
    paragraph(lines.slice(group * linesInParagraph, (group + 1) * linesInParagraph).join('\n')),
  );
  return withinLimits(
    { text: `Workings of LM3 for ${result.name}`, blocks: [heading('Workings'), ...paragraphs] },
    () => 'The rest does not fit into a message. Open the file in the Local Pound pane to see all of it.',
  );
}

const listed = 10;

/** The silent suppliers to ask first. Names single suppliers: for the person who asked only. */
export function chaseListMessage({ result, chase }: RecentResult): Message {
  const text =
    chase.silent === 0
      ? 'Every supplier has answered.'
      : chase.neededForHalf === 0
        ? `${formatCount(chase.silent)} suppliers are silent; half of supplier value has answered.`
        : `Answers from ${formatCount(chase.neededForHalf)} of ${formatCount(chase.silent)} silent suppliers would reach half of supplier value.`;
  const lines = chase.suppliers
    .slice(0, listed)
    .map(
      ({ name, spend, shareOfSpend, local }) =>
        `• ${name}: ${formatGbp(spend)}, ${formatShare(shareOfSpend)} of supplier spend, ${local ? 'local' : 'not local'}`,
    );
  const blocks = [heading('Whom to ask first'), paragraph([text, ...lines].join('\n'))];
  return withinLimits(
    { text: `Whom to ask first for ${result.name}. ${text}`, blocks },
    (left) => `${left} more`,
  );
}
