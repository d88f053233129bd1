import type { Explained, Source } from '../../explain/explained.ts';
import { pilotData, pilotSource } from '../../framework/pilot-areas.ts';
import type { PilotOrganisation } from '../../framework/pilot-schema.ts';
import { formatRatio } from '../../units/format.ts';
import { findNamed } from './entities.ts';
import { leftover, without } from './leftover.ts';
import { findOperation } from './operation.ts';
import { resultWords } from './result-columns.ts';
import { average, difference, given } from './sums.ts';
import { listWords, type TableAnswer } from './table-answer.ts';

type Scored = PilotOrganisation & { readonly lm3: NonNullable<PilotOrganisation['lm3']> };
const isScored = (organisation: PilotOrganisation): organisation is Scored => organisation.lm3 !== undefined;
const source = (): Source => pilotSource(pilotData().lm3Place);
const caution =
  'Scores of unlike areas and budgets should not be ranked against each other: a wider local area alone raises a score.';

/**
 * Published LM3 scores compared, averaged or taken from each other. One score, or all of them in a list,
 * have passages of their own; undefined for those and for any other question.
 */
export function lm3TableAnswer(text: string): TableAnswer | undefined {
  // Beside a score these short names are the organisations, not the towns.
  const { areas, organisations, rest } = findNamed(
    text
      .replace(/\bhalifax\b(?! opp)/g, 'halifax opportunities trust')
      .replace(/\bsouthmead\b(?! dev)/g, 'southmead development trust'),
  );
  if (!resultWords.lm3.test(rest) && !/\bscores?\b/.test(rest)) return undefined;
  const { operation, rest: bare } = findOperation(
    without(without(rest, resultWords.lm3), /\b(scores?|results?|four|published)\b/),
  );
  if (leftover(bare).length > 0) return undefined;
  const ids = new Set(areas.map(({ id }) => id));
  const scored = pilotData().organisations.filter(isScored);
  const named = scored.filter((one) =>
    organisations.length > 0 ? organisations.includes(one) : ids.has(one.area),
  );
  // Hopscotch has a passage of its own, which says so and more.
  const unheard = organisations.filter(({ id }) => id !== 'heatherlands');
  if (unheard.length > 0 && named.length === 0) return notPublished(organisations, scored);
  if (organisations.some((one) => !isScored(one))) return undefined;
  if (operation === 'average') return averageOf(named.length > 1 ? named : scored);
  if (named.length === 0 && operation === 'difference') {
    const ordered = [...scored].sort((a, b) => b.lm3.score - a.lm3.score);
    return differenceOf(/\b(second|2nd|next|runner)\b/.test(rest) ? ordered.slice(0, 2) : ordered);
  }
  if (named.length < 2) return undefined;
  return operation === 'difference' && named.length === 2 ? differenceOf(named) : side(named);
}

const input = ({ id, name, lm3 }: Scored): Explained =>
  given(`lm3.${id}`, `LM3 of ${name}`, lm3.score, 'ratio', [source()]);
const each = (anchors: readonly Scored[]): string =>
  listWords(anchors.map(({ name, lm3 }) => `${name} ${formatRatio(lm3.score)}`));

function averageOf(anchors: readonly Scored[]): TableAnswer {
  const workings = average('lm3', 'LM3, average', anchors.map(input));
  return {
    text: `The average of the ${anchors.length} published LM3 scores is ${formatRatio(workings.value)}: ${each(anchors)}. Each counts once whatever its size; the report gives no average. ${caution}`,
    sources: [source()],
    covered: true,
    workings,
  };
}

function differenceOf(anchors: readonly Scored[]): TableAnswer | undefined {
  const ordered = [...anchors].sort((a, b) => b.lm3.score - a.lm3.score);
  const more = ordered[0];
  const less = ordered.at(-1);
  if (more === undefined || less === undefined) return undefined;
  const workings = difference('lm3', 'LM3, difference', input(more), input(less));
  return {
    text: `The difference is ${formatRatio(workings.value)}: ${each([more, less])}. For each £1 of income that is ${Math.round(workings.value * 100)}p more for the local economy. ${caution}`,
    sources: [source()],
    covered: true,
    workings,
  };
}

function side(anchors: readonly Scored[]): TableAnswer {
  const ordered = [...anchors].sort((a, b) => b.lm3.score - a.lm3.score);
  return {
    text: `Published LM3 scores: ${ordered.map(({ name, lm3 }) => `${name} ${formatRatio(lm3.score)} (local area: ${lm3.localArea})`).join('; ')}. ${caution}`,
    sources: [source()],
    covered: true,
  };
}

function notPublished(asked: readonly PilotOrganisation[], scored: readonly Scored[]): TableAnswer {
  return {
    text: `No LM3 has been published for ${listWords(asked.map(({ name }) => name))} in the sources that Local Pound holds. Four organisations have a published score: ${listWords(scored.map(({ name, lm3 }) => `${name} £${formatRatio(lm3.score)}`))} for each £1.`,
    sources: [source()],
    covered: false,
  };
}
