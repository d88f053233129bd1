import { formatRatio } from '../../units/format.ts';
import type { Issue, Place } from '../../workbook/issue.ts';
import { fault, remark } from './downloaded.ts';

/** How far a new figure may be from the one it replaces: our choice, see docs/method/choosing-a-code.md. */
export const plausibleChange = { warn: 1.3, refuse: 2 } as const;

/** What is said of a figure that moved further than such figures do from one release to the next. */
export function implausible(
  where: Place,
  what: string,
  before: number,
  after: number,
  allowLarge: boolean,
): Issue[] {
  const factor = Math.max(after / before, before / after);
  if (factor <= plausibleChange.warn) return [];
  const found = `${what} ${formatRatio(factor)} times ${after > before ? 'as high as' : 'lower than'} the figure it would replace`;
  if (factor <= plausibleChange.refuse || allowLarge) {
    return [remark(where, found, 'a smaller change', 'Check it against the release notes of the table.')];
  }
  return [
    fault(
      where,
      found,
      `a change of at most ${formatRatio(plausibleChange.refuse)} times`,
      'Check units and columns. If the change is real, run again with --allow-large-changes.',
    ),
  ];
}
