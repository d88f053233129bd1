import { describeIssue, formatCount, type Issue } from '../../core/index.ts';
import { type Message, paragraph, withinLimits } from './message.ts';

const listed = 10;

/** What is wrong with a file, each thing with its place and how to mend it. */
export function issuesMessage(fileName: string, issues: readonly Issue[]): Message {
  const count = `${formatCount(issues.length)} ${issues.length === 1 ? 'thing needs' : 'things need'} mending`;
  const intro = `I could not compute LM3 from ${fileName}: ${count}.`;
  const lines = issues.slice(0, listed).map((issue, index) => `${index + 1}. ${describeIssue(issue)}`);
  const rest = issues.length > listed ? [`and ${formatCount(issues.length - listed)} more`] : [];
  const message = {
    text: [intro, ...lines, ...rest].join('\n'),
    blocks: [intro, ...lines, ...rest].map(paragraph),
  };
  return withinLimits(message, (left) => `${left} more`);
}
