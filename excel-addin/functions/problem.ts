import { describeIssue, type Issue } from '../../core/index.ts';

/** The two errors of Excel that carry a message. */
export type ProblemCode = 'invalidValue' | 'notAvailable';

/** Why a function has no answer: Excel shows the code in the cell and the message beside it. */
export class FunctionProblem extends Error {
  override readonly name = 'FunctionProblem';

  constructor(
    readonly code: ProblemCode,
    message: string,
  ) {
    super(message);
  }
}

/** Something is wrong with what the function was given: `#VALUE!`. */
export const invalid = (message: string): FunctionProblem => new FunctionProblem('invalidValue', message);

/** What the function was given is right, and there is no answer to it: `#N/A`. */
export const notAvailable = (message: string): FunctionProblem =>
  new FunctionProblem('notAvailable', message);

/** The first thing that is wrong, and how many more there are: a cell has room for one. */
export function refused(issues: readonly Issue[]): FunctionProblem {
  const wrong = issues.filter(({ severity }) => severity === 'error');
  const [first] = wrong;
  if (!first) throw new Error('refused: there is no error among the issues');
  const more = wrong.length > 1 ? ` And ${wrong.length - 1} more.` : '';
  return invalid(describeIssue(first) + more);
}
