import { describeIssue, type Issue } from '../../core/index.ts';

/** Problems of something that cannot have any once its workbook has been computed. */
export const unexpected = (issues: readonly Issue[]): Error =>
  new Error(issues.map(describeIssue).join('\n'));
