import type { Issue, Outcome } from '../../core/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { Adjustment, Found, PaneSettings, SpendChoices } from '../engine/messages.ts';
import { HostProblem, type WorkbookPart } from '../host/port.ts';

/** A workbook that has been computed, with the engine that still holds it for the report. */
export interface Session {
  readonly name: string;
  /** The file as it was read; inside Excel there is none. */
  readonly workbook?: Blob;
  readonly sample: boolean;
  /** What of the workbook around the pane it is; undefined for a file. */
  readonly part: WorkbookPart | undefined;
  readonly engine: Engine;
  readonly found: Found;
  readonly issues: readonly Issue[];
  /** What the person said of payments beyond what the file says. */
  readonly choices: SpendChoices;
  /** What was changed of the project without its workbook. */
  readonly adjustment: Adjustment;
  /** Whether it is the first LM3 of payments. */
  readonly isFirstLm3: boolean;
}

export const nothingSaid: SpendChoices = { mapping: {}, area: null, keepApart: [] };

/** What a result goes by: the name that its workbook gives it, or that of the file. */
export const titleOf = ({ name, found }: Session): string =>
  found.kind === 'spend' ? name : (found.result.name ?? name);

/** What is kept of it in the workbook, so that it can be taken up again. */
export const settingsOf = ({ part, choices, adjustment, isFirstLm3 }: Session): PaneSettings => ({
  ...(part ? { part } : {}),
  choices,
  firstLm3: isFirstLm3,
  adjustment,
});

/**
 * A workbook that was just computed, brought to where the person was: columns and area as said, the
 * first LM3 if that was looked at, target and shares as chosen. What cannot be done again is told as issues.
 */
export async function takenUp(session: Session, settings: PaneSettings): Promise<Session> {
  let now = session;
  const { choices, firstLm3, adjustment } = settings;
  if (now.found.kind === 'spend' && choices) {
    const again = await now.engine.ask('spendAgain', choices);
    if (!again.ok) return { ...now, issues: [...again.issues.map(asWarning), ...now.issues] };
    now = { ...now, choices, found: { kind: 'spend', ...again.value }, issues: again.issues };
    if (firstLm3) {
      const first = await now.engine.ask('firstLm3', null);
      if (!first.ok) return { ...now, issues: [...first.issues.map(asWarning), ...now.issues] };
      now = { ...now, isFirstLm3: true, found: { kind: 'lm3', ...first.value }, issues: first.issues };
    }
  }
  if (now.found.kind === 'lm3' && adjustment && Object.keys(adjustment).length > 0) {
    const result = await now.engine.ask('adjust', adjustment);
    now = { ...now, adjustment, found: { ...now.found, result } };
  }
  return now;
}

const asWarning = (issue: Issue): Issue => ({ ...issue, severity: 'warning' });

/** What was made, or the first reason why not as a problem to be shown. */
export function orProblem<T>(made: Outcome<T>): T {
  if (made.ok) return made.value;
  const [issue] = made.issues;
  throw issue ? new HostProblem(issue) : new Error('No reason was given.');
}
