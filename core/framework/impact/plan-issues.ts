import type { Issue } from '../../workbook/issue.ts';
import { indicators } from '../indicators.ts';
import { nearlyTheSame } from '../nearly-the-same.ts';
import { inBank, type Planned } from './plan.ts';

/** What cannot be right in the indicators of a plan, and what will be missed later. */
export function planIssues(planned: readonly Planned[]): Issue[] {
  return [...planned.flatMap(checkPlanned), ...twice(planned), ...alike(planned)];
}

const placeOf = ({ where }: Planned): Issue['where'] => (where === undefined ? {} : { path: where });
const warn = (planned: Planned, found: string, expected: string, mend: string): Issue => ({
  severity: 'warning',
  where: placeOf(planned),
  found: `${found} for "${planned.name}"`,
  expected,
  mend,
});

function checkPlanned(planned: Planned): Issue[] {
  const { name, unit, baseline, target, actual, baselineDate, actualDate, characteristic, who } = planned;
  const issues: Issue[] = [];
  if (inBank(name) === undefined && characteristic === undefined) {
    issues.push({
      ...warn(
        planned,
        'no characteristic',
        'a characteristic, 1 to 7',
        'Choose the indicator from the list, or say to which characteristic your own belongs.',
      ),
      severity: 'error',
    });
  }
  for (const [what, value] of Object.entries({ baseline, target, actual })) {
    if (unit === 'share' && value !== undefined && (value < 0 || value > 1)) {
      issues.push({
        ...warn(
          planned,
          `a ${what} of ${value}`,
          'a share from 0% to 100%',
          'Type a percentage such as 40%.',
        ),
        severity: 'error',
      });
    }
  }
  if (actual !== undefined && baseline === undefined) {
    issues.push(
      warn(
        planned,
        'an actual figure without a baseline',
        'a baseline to compare with',
        'Take the first figure that you have as the baseline, with its date.',
      ),
    );
  }
  if (baseline !== undefined && target === baseline) {
    issues.push(
      warn(
        planned,
        'a target that is the baseline',
        'a target to move to',
        'Keep it if the aim is to stay level: progress is then not worked out.',
      ),
    );
  }
  if (baseline !== undefined && baselineDate === undefined) {
    issues.push(
      warn(
        planned,
        'no date of the baseline',
        'a date such as 2026-11-24',
        'A figure without a date cannot be compared later.',
      ),
    );
  }
  if (actual !== undefined && actualDate === undefined) {
    issues.push(
      warn(
        planned,
        'no date of the actual figure',
        'a date such as 2026-11-24',
        'A figure without a date cannot be compared later.',
      ),
    );
  }
  if (baselineDate !== undefined && actualDate !== undefined && actualDate < baselineDate) {
    issues.push({
      ...warn(
        planned,
        `an actual figure of ${actualDate}, before the baseline of ${baselineDate}`,
        'the later date for the actual figure',
        'Correct the dates.',
      ),
      severity: 'error',
    });
  }
  if (who === undefined) {
    issues.push(
      warn(
        planned,
        'nobody who collects it',
        'a role, such as "finance lead"',
        'Say by whom, or it will not be done. Do not name a person.',
      ),
    );
  }
  return issues;
}

function twice(list: readonly Planned[]): Issue[] {
  const key = ({ name }: Planned): string => inBank(name)?.id ?? name.trim().toLowerCase();
  return list
    .filter((each, index) => list.findIndex((other) => key(other) === key(each)) !== index)
    .map((each) => ({
      ...warn(each, 'a second line', 'each indicator once', 'Leave one out.'),
      severity: 'error',
    }));
}

function alike(list: readonly Planned[]): Issue[] {
  const chosen = new Set(list.map(({ name }) => inBank(name)?.id));
  return nearlyTheSame
    .filter((pair) => pair.every((id) => chosen.has(id)))
    .map((pair): Issue => {
      const names = pair.map((id) => `"${indicators().find((each) => each.id === id)?.name ?? id}"`);
      return {
        severity: 'warning',
        where: {},
        found: `${names.join(' and ')} in one plan`,
        expected: 'one of the two, as they measure nearly the same',
        mend: 'Choose one, or do not add them up.',
      };
    });
}
