import type { PilotArea } from '../../framework/pilot-schema.ts';
import { controlInWords, seatsInWords } from '../area-passages.ts';
import { everyArea, sourcesOf } from './area-rows.ts';
import { leftover, without } from './leftover.ts';
import { findOperation } from './operation.ts';
import { listWords, type TableAnswer } from './table-answer.ts';

const parties: readonly (readonly [string, RegExp])[] = [
  ['Labour', /\b(labour|lab)\b/],
  ['Conservative', /\b(conservatives?|tory|tories|con)\b/],
  ['Green', /\b(greens?)\b/],
  ['Liberal Democrat', /\b(liberal democrats?|lib ?dems?|liberals?|lds?)\b/],
  ['vacant', /\b(vacant|vacanc(y|ies)|empty seats?|unfilled)\b/],
];
const politics =
  /\b(seats?|councillors?|cllrs?|party|parties|political|politics|politically|majority|who runs|who controls|control|controls|controlled|run by|runs|run|led|power|held|hung|overall control|make ?up|composition|balance|colour)\b/;

/** Who runs a council, and the councillors of each party; undefined for any other question. */
export function politicsAnswer(areas: readonly PilotArea[], rest: string): TableAnswer | undefined {
  const named = parties.filter(([, pattern]) => pattern.test(rest));
  const withoutParties = named.reduce((left, [, pattern]) => without(left, pattern), rest);
  const spoken = politics.test(rest) || named.length > 0;
  const { operation, rest: bare } = findOperation(without(withoutParties, politics));
  if (!spoken || leftover(bare).length > 0) return undefined;
  const wantsAll = areas.length === 0;
  const counted = /\b(seats?|councillors?|cllrs?)\b/.test(rest) || named.length > 0;
  if (counted && wantsAll && named.length < 2 && (operation === 'most' || operation === 'least'))
    return extremeSeats(named[0]?.[0], operation);
  if (named[0]?.[0] === 'vacant') return extremeSeats('vacant', 'most');
  // "we have four parties" is no question about a council.
  if (wantsAll && named.length === 0 && !/\b(majority|control|political|run|runs|party|parties)\b/.test(rest))
    return undefined;
  if (
    wantsAll &&
    !/\b(councils?|areas?|pilots?|which|authorit\w+|boroughs?|list|how many|seats?)\b/.test(rest)
  )
    return undefined;
  const chosen = everyArea(areas);
  const hung = chosen.filter(({ control }) => control === 'no majority');
  if (
    wantsAll &&
    /\b(no|without) (overall |party |clear )?(control|majority)\b|\bhung\b/.test(rest) &&
    hung.length > 0
  )
    return {
      text: `${hung.map(controlInWords).join('. ')}. It is the only one of the six without a majority, as the 2017 report gives it.`,
      sources: sourcesOf(hung),
      covered: true,
    };
  const [party] = named[0] ?? [];
  const runBy =
    wantsAll &&
    party !== undefined &&
    named.length === 1 &&
    !/\b(seats?|councillors?|cllrs?|most|how many)\b/.test(rest);
  if (runBy) {
    const theirs = chosen.filter(({ control }) => control === party);
    if (theirs.length === 0) {
      const text = `None of the six councils had a ${party} majority. ${chosen.map(({ name, control }) => `${name}: ${control}`).join('; ')}.`;
      return { text, sources: sourcesOf(chosen), covered: true };
    }
    return {
      text: `${listWords(theirs.map(({ name }) => name))} had a ${party} majority, as the 2017 report gives it. ${theirs.map((area) => `${area.name}: ${seatsInWords(area)}`).join('. ')}.`,
      sources: sourcesOf(theirs),
      covered: true,
    };
  }
  const adds = operation === 'sum' || /\bhow many\b/.test(rest);
  if (
    adds &&
    counted &&
    named.length < 2 &&
    (areas.length > 1 || (party === undefined && areas.length === 1))
  )
    return seatsTogether(areas, party);
  if (party !== undefined && areas.length === 1 && named.length === 1 && areas[0] !== undefined) {
    const [area] = areas;
    const count = area.seats.find(([name]) => name === party)?.[1] ?? 0;
    return {
      text: `${area.name} had ${count === 0 ? 'no' : count} ${party} ${count === 1 ? 'councillor' : 'councillors'}, as the 2017 report gives it. ${controlInWords(area)}.`,
      sources: sourcesOf([area]),
      covered: true,
    };
  }
  return {
    text: `${chosen.map(controlInWords).join('. ')}. So the 2017 report gives it; councils have had elections since.`,
    sources: sourcesOf(chosen),
    covered: true,
  };
}

/** The councillors of some councils added up, all of them or those of one party. */
function seatsTogether(areas: readonly PilotArea[], party: string | undefined): TableAnswer {
  const rows = areas.map(({ name, seats }) => ({
    name,
    count: seats.reduce((all, [of, count]) => all + (of === (party ?? of) ? count : 0), 0),
  }));
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  const each = rows.map(({ name, count }) => `${name} ${count}`).join(' + ');
  const seats = areas.map((area) => `${area.name}: ${seatsInWords(area)}`).join('. ');
  return {
    text: `${listWords(rows.map(({ name }) => name))}${rows.length > 1 ? ' together' : ''} had ${all} ${party === undefined ? 'seats in all' : `${party} councillors`}${rows.length > 1 ? ` (${each})` : ''}, as the 2017 report gives it. ${seats}.`,
    sources: sourcesOf(areas),
    covered: true,
  };
}

/** The councils in order of all their councillors, or of those of one party. */
function extremeSeats(party: string | undefined, operation: 'most' | 'least'): TableAnswer {
  const rows = everyArea([])
    .map(({ name, seats }) => ({
      name,
      count: seats.reduce((all, [of, count]) => all + (party === undefined || of === party ? count : 0), 0),
    }))
    .sort((a, b) => (operation === 'most' ? b.count - a.count : a.count - b.count));
  const [first, ...others] = rows;
  const what =
    party === undefined ? 'councillors in all' : party === 'vacant' ? 'vacant seats' : `${party} councillors`;
  return {
    text: `${first?.name} has the ${operation}: ${first?.count} ${what}, as the 2017 report gives it. Then ${others.map(({ name, count }) => `${name} ${count}`).join(', ')}.`,
    sources: sourcesOf(everyArea([])),
    covered: true,
  };
}
