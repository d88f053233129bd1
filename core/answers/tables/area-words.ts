import type { PilotArea } from '../../framework/pilot-schema.ts';
import { areaColumns, life } from './area-columns.ts';
import { figuresAnswer } from './area-figures.ts';
import { everyArea, sourcesOf } from './area-rows.ts';
import { leftover, without } from './leftover.ts';
import { findOperation } from './operation.ts';
import type { TableAnswer } from './table-answer.ts';

const lep = /\b(leps?|local enterprise partnerships?|enterprise partnerships?)\b/;
const councilType =
  /\b((what |which )?(types?|kinds?|sorts?) (of )?(council|authority|local authority)|council types?|unitary|metropolitan|county council or)\b/;

/** The local enterprise partnership or type of council, with any figure asked for beside it. */
export function wordsAnswer(areas: readonly PilotArea[], rest: string): TableAnswer | undefined {
  const asksLep = lep.test(rest);
  const asksType = councilType.test(rest);
  if (!asksLep && !asksType) return undefined;
  // "the four types of council" are those of social value.
  if (asksType && areas.length === 0 && !/\b(six|each|pilot|areas?)\b/.test(rest)) return undefined;
  const { operation, rest: bare } = findOperation(without(without(rest, lep), councilType));
  const others = areaColumns.filter(({ pattern }) => pattern.test(without(without(rest, lep), councilType)));
  const left = others.reduce((text, { pattern }) => without(text, pattern), bare);
  if (leftover(without(left, life)).length > 0) return undefined;
  const isContest = (operation === 'most' || operation === 'least') && others.length > 0;
  const winner = isContest
    ? figuresAnswer(areas, without(without(rest, lep), councilType))?.about
    : undefined;
  const chosen = everyArea(areas).filter(({ name }) => winner === undefined || name === winner);
  if (
    areas.length === 0 &&
    winner === undefined &&
    !/\b(which|what|all|each|list|areas?|councils?)\b/.test(rest)
  )
    return undefined;
  const line = (area: PilotArea): string =>
    [
      ...(asksLep ? [`Local Enterprise Partnership ${area.lep}`] : []),
      ...(asksType ? [`council type: ${area.councilType} (${area.council})`] : []),
      ...others.map(({ label, value, words }) => {
        const held = value(area);
        return `${label.charAt(0).toLowerCase()}${label.slice(1)} ${held === null ? 'not given' : words(held)}`;
      }),
    ].join('; ');
  return {
    text: `${chosen.map((area) => `${area.name}: ${line(area)}`).join('. ')}.`,
    sources: sourcesOf(chosen),
    covered: true,
  };
}
