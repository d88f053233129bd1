import { pilotData } from '../../framework/pilot-areas.ts';
import { limitIn, within } from './enabled-above.ts';
import { type Column, chosenAnchors, gva, hasFigures, jobs } from './enabled-columns.ts';
import {
  averages,
  byArea,
  differences,
  extreme,
  extremeArea,
  noFigures,
  notHeldFor,
  one,
  perJob,
  shareOfTotal,
  side,
  total,
} from './enabled-words.ts';
import { findNamed } from './entities.ts';
import { leftover, without } from './leftover.ts';
import { findOperation } from './operation.ts';
import { resultWords } from './result-columns.ts';
import type { TableAnswer } from './table-answer.ts';

/** Answers from Table 1, the enabled employment and GVA of ten anchors; undefined for any other question. */
export function enabledTableAnswer(text: string): TableAnswer | undefined {
  const { areas, organisations, rest } = findNamed(text);
  const limit = limitIn(rest);
  const asked = limit?.rest ?? rest;
  const compared = organisations.length > 1 && /\b(compare|comparison|versus|vs|v|against)\b/.test(rest);
  const columns =
    columnsIn(asked, areas.length + organisations.length, limit !== undefined) ??
    (compared && !resultWords.lm3.test(rest) ? [jobs, gva] : undefined);
  if (columns === undefined) return undefined;
  const { operation, rest: bare } = findOperation(Object.values(resultWords).reduce(without, asked));
  const others =
    /\b(score|scored|numbers?|result|results|made|make|created?|support(s|ed)?|provide[ds]?|generated?|contribution|contribute|estimate[ds]?|value)\b/;
  if (leftover(without(bare, others)).length > 0) {
    const elsewhere = columns.includes(gva) && areas.length + organisations.length === 0;
    return elsewhere && /\bgva (of|in|for) (?!the|our|tenants|enabled|community|anchors|all)[a-z]/.test(rest)
      ? notHeldFor()
      : undefined;
  }
  const named = chosenAnchors(areas, organisations);
  if (areas.length + organisations.length > 0 && named.length === 0) return noFigures(areas, organisations);
  const anchors = named.length > 0 ? named : pilotData().organisations.filter(hasFigures);
  const [column] = columns;
  if (limit !== undefined && column !== undefined && columns.length === 1)
    return within(anchors, column, limit);
  if (resultWords.perJob.test(rest) || (/\b(per|each)\b/.test(rest) && columns.length === 2))
    return perJob(anchors);
  if (resultWords.share.test(rest) && named.length > 0) return shareOfTotal(named, columns);
  if (operation === 'average') return averages(anchors, columns);
  if (operation === 'difference' && anchors.length === 2) return differences(anchors, columns);
  if ((operation === 'most' || operation === 'least') && named.length !== 1) {
    return /\b(which|what) (local )?(council|area|authority|authorities|borough|place)/.test(rest) &&
      organisations.length === 0
      ? extremeArea(columns, operation)
      : extreme(anchors, columns, operation);
  }
  if (organisations.length > 0 && areas.length === 0) {
    return anchors.length === 1 ? one(anchors) : side(anchors);
  }
  if (areas.length > 1) return byArea(areas, columns);
  if (areas.length === 1) return total(anchors, columns, areas[0]?.name ?? '');
  if (operation === 'list') {
    return side(
      column === undefined ? anchors : [...anchors].sort((a, b) => column.value(b) - column.value(a)),
    );
  }
  // The published totals have a passage of their own, which says how to quote them.
  return undefined;
}

function columnsIn(rest: string, named: number, limited: boolean): readonly Column[] | undefined {
  const { operation } = findOperation(rest);
  // "list anchors by jobs": of all anchors there are no other figures.
  const ofAnchors =
    /\b(anchors?|organisations?|orgs?|which of them|of the ten)\b/.test(rest) &&
    (limited || ['list', 'most', 'least', 'average'].includes(operation));
  const enabled = ofAnchors || resultWords.enabled.test(rest);
  const asksGva = resultWords.gva.test(rest);
  const asksJobs = resultWords.jobs.test(rest);
  const wantsFigures = /\b(enabled?|numbers?|figures?|results?|table 1)\b/.test(rest);
  if (!asksGva && !asksJobs) return enabled && wantsFigures && named > 0 ? [jobs, gva] : undefined;
  if (!enabled && /\b(borough|cut|cuts|announced)\b/.test(rest)) return undefined;
  if (/\bstaff\b.*\b(local|locally|live|living)\b|\blocal staff\b/.test(rest)) return undefined;
  // "jobs" alone could be anything; beside an area or an anchor it is theirs.
  if (!enabled && !asksGva && named === 0) return undefined;
  // Employment in an area is its economy's, not that of tenants.
  if (
    !enabled &&
    asksJobs &&
    /\b(staff|workers|employees|employment)\b/.test(rest) &&
    !/\bjobs?\b/.test(rest)
  )
    return undefined;
  return [...(asksJobs ? [jobs] : []), ...(asksGva ? [gva] : [])];
}
