import { pilotData } from '../../framework/pilot-areas.ts';
import type { PilotArea } from '../../framework/pilot-schema.ts';
import { formatCount } from '../../units/format.ts';
import { areaColumns, type Column, columnsIn, life } from './area-columns.ts';
import { everyArea, sourcesOf } from './area-rows.ts';
import { leftover, without } from './leftover.ts';
import { findOperation, type Operation, superlativeAt } from './operation.ts';
import { average, difference, given, sum } from './sums.ts';
import { listWords, type TableAnswer } from './table-answer.ts';

/** Population, life expectancy, deprivation and the like: looked up, compared or added up. */
export function figuresAnswer(areas: readonly PilotArea[], rest: string): TableAnswer | undefined {
  const asked = columnsIn(rest);
  if (asked.length === 0) return undefined;
  const { operation, rest: withoutOperation } = findOperation(rest);
  const bare = [life, ...areaColumns.map(({ pattern }) => pattern)].reduce(
    without,
    withoutOperation.replace(/\b(worth|value|size|ranking|score|rich|poor|big|gender|sex|both)\b/g, ' '),
  );
  if (leftover(bare).length > 0) return areas.length === 0 ? elsewhere(asked, rest) : undefined;
  const chosen = everyArea(areas);
  if (areas.length === 0 && operation === 'look-up') return undefined;
  const known = chosen.filter((area) => asked.some(({ value }) => value(area) !== null));
  // Where the report gives the figure only in its text, a passage answers better.
  if (known.length < chosen.length && areas.length > 0) return undefined;
  const [only] = chosen;
  if (operation === 'difference' && chosen.length === 1 && only !== undefined && life.test(rest)) {
    const gap = betweenSexes(only, rest);
    if (gap !== undefined) return gap;
  }
  // Any other gap inside one area is told in the text of the report, not in its tables.
  if (operation === 'difference' && chosen.length !== 2) return undefined;
  if (/\bhow many\b/.test(rest) && asked.some(({ id }) => id === 'deprivation')) return undefined;
  const answers = ofColumns(asked, known, areas.length, operation, rest);
  const [first] = answers;
  if (first === undefined) return undefined;
  return {
    text: answers.map(({ text }) => text).join(' '),
    sources: sourcesOf(areas.length > 0 && operation !== 'most' && operation !== 'least' ? known : chosen),
    covered: true,
    ...(answers.length === 1 && first.workings && { workings: first.workings }),
    ...(first.about && { about: first.about }),
  };
}

/** How much longer women live than men in one area; a gap between rich and poor is another matter. */
function betweenSexes(area: PilotArea, rest: string): TableAnswer | undefined {
  if (!/\b(gender|sex|sexes|men|women|males?|females?)\b/.test(rest)) return undefined;
  const { name, lifeMen, lifeWomen } = area;
  const [women, men] = [given('life-women', 'Women', lifeWomen), given('life-men', 'Men', lifeMen)];
  const workings = difference('life', 'Life expectancy, women less men', women, men);
  return {
    text: `Life expectancy in ${name}, difference between women and men: ${Math.round(workings.value * 10) / 10} years (women ${lifeWomen}, men ${lifeMen}).`,
    sources: sourcesOf([area]),
    covered: true,
    workings,
  };
}

/**
 * Each column asked for; with "most" or "least" the one named nearest to that word decides, and the others
 * are told of the winner: "which council is the most deprived, and its population".
 */
function ofColumns(
  asked: readonly Column[],
  areas: readonly PilotArea[],
  namedCount: number,
  operation: Operation,
  rest: string,
): Pick<TableAnswer, 'text' | 'workings' | 'about'>[] {
  const at = superlativeAt(rest);
  const distance = ({ pattern }: Column): number =>
    Math.abs((pattern.exec(rest)?.index ?? Number.POSITIVE_INFINITY) - at);
  const [first, ...others] = [...asked].sort((a, b) => distance(a) - distance(b));
  if ((operation !== 'most' && operation !== 'least') || first === undefined || others.length === 0) {
    return asked.map((column) => oneColumn(column, areas, namedCount, operation));
  }
  const decided = oneColumn(first, areas, namedCount, operation);
  const winner = areas.filter(({ name }) => name === decided.about);
  if (winner.length === 0) return asked.map((column) => oneColumn(column, areas, namedCount, operation));
  return [decided, ...others.map((column) => oneColumn(column, winner, 1, 'look-up'))];
}

function oneColumn(
  column: Column,
  areas: readonly PilotArea[],
  namedCount: number,
  operation: Operation,
): Pick<TableAnswer, 'text' | 'workings' | 'about'> {
  const { label, value, words, sums, id } = column;
  const rows = areas.flatMap((area) => {
    const held = value(area);
    return held === null ? [] : [{ name: area.name, held }];
  });
  const each = rows.map(({ name, held }) => `${name} ${words(held)}`);
  const inputs = rows.map(({ name, held }) => given(id, `${label}: ${name}`, held));
  if (operation === 'sum' && sums && rows.length > 1) {
    const workings = sum(id, `${label}, all together`, inputs);
    return {
      text: `${label} of ${listWords(rows.map(({ name }) => name))} together: ${words(workings.value)} (${each.join(' + ')}).`,
      workings,
    };
  }
  if (operation === 'average' && rows.length > 1) {
    const workings = average(id, `${label}, average`, inputs);
    return {
      text: `${label}, average of ${rows.length} areas: ${words(Math.round(workings.value * 10) / 10)} (${each.join(', ')}; each area counts once).`,
      workings,
    };
  }
  const [one, two] = inputs;
  if (operation === 'difference' && one !== undefined && two !== undefined && inputs.length === 2) {
    const [more, less] = one.value >= two.value ? [one, two] : [two, one];
    const workings = difference(id, `${label}, difference`, more, less);
    const gap =
      id === 'deprivation'
        ? `${formatCount(workings.value)} places`
        : words(Math.round(workings.value * 10) / 10);
    return { text: `${label}, difference: ${gap} (${each.join(', ')}).`, workings };
  }
  if ((operation === 'most' || operation === 'least') && rows.length > 1)
    return extreme(column, rows, operation);
  if (namedCount === 1)
    return {
      text: rows
        .map(({ name, held }) => `${label} in ${name}: ${words(held)}.${standing(column, name)}`)
        .join(''),
    };
  const ordered = operation === 'list' && rows.length > 2 ? inOrder(column, rows) : rows;
  const together =
    sums && rows.length > 1 && rows.length < pilotData().areas.length
      ? ` Together ${words(rows.reduce((all, { held }) => all + held, 0))}.`
      : '';
  return {
    text: `${label}: ${ordered.map(({ name, held }) => `${name} ${words(held)}`).join('; ')}.${together}`,
  };
}

const inOrder = ({ lowIsMost }: Column, rows: readonly RowOfColumn[]): RowOfColumn[] =>
  [...rows].sort((a, b) => (lowIsMost ? a.held - b.held : b.held - a.held));

interface RowOfColumn {
  readonly name: string;
  readonly held: number;
}

/** Who comes first, and the others in order. */
function extreme(
  column: Column,
  rows: readonly RowOfColumn[],
  operation: 'most' | 'least',
): Pick<TableAnswer, 'text' | 'about'> {
  const high = (operation === 'most') !== (column.lowIsMost === true);
  const ordered = [...rows].sort((a, b) => (high ? b.held - a.held : a.held - b.held));
  const best = ordered[0]?.held;
  const winners = ordered.filter(({ held }) => held === best).map(({ name }) => name);
  const others = ordered.filter(({ held }) => held !== best);
  const word = operation === 'most' ? column.most : column.least;
  const given =
    rows.length < pilotData().areas.length
      ? ` The report gives it for ${rows.length} of the six areas only.`
      : '';
  const text = `${listWords(winners)}: the ${word} of ${rows.length === 6 ? 'the six areas' : 'those'}, ${column.words(best ?? 0)} (${column.label.charAt(0).toLowerCase()}${column.label.slice(1)}). Then ${others.map(({ name, held }) => `${name} ${column.words(held)}`).join(', ')}.${given}`;
  const [winner] = winners;
  return winners.length === 1 && winner !== undefined ? { text, about: winner } : { text };
}

/** How one area stands among the six. */
function standing({ value, words, lowIsMost, most, least }: Column, name: string): string {
  const rows = pilotData().areas.flatMap((area) => {
    const held = value(area);
    return held === null ? [] : [{ name: area.name, held }];
  });
  if (rows.length < 6) return '';
  const ordered = [...rows].sort((a, b) => (lowIsMost ? a.held - b.held : b.held - a.held));
  const top = ordered.filter(({ held }) => held === ordered[0]?.held);
  const bottom = ordered.filter(({ held }) => held === ordered.at(-1)?.held);
  const say = (list: readonly RowOfColumn[], word: string): string =>
    list.some((row) => row.name === name)
      ? `it is the ${word}${list.length > 1 ? `, with ${listWords(list.filter((row) => row.name !== name).map((row) => row.name))}` : ''}`
      : `the ${word} is ${listWords(list.map((row) => row.name))} (${words(list[0]?.held ?? 0)})`;
  return ` Of the six areas, ${say(top, most)}; ${say(bottom, least)}.`;
}

const onlyHere: ReadonlySet<string> = new Set(['population', 'life-women', 'life-men']);
const somewhere =
  /\b(of|in|for|at) (?!the (area|six|whole|project|report|neighbourhood)|our |a |an |my )[a-z]/;

/** "population of Leeds": a figure that is held, of a place that is not. */
function elsewhere(asked: readonly Column[], rest: string): TableAnswer | undefined {
  const [first] = asked;
  if (first === undefined || !onlyHere.has(first.id) || !somewhere.test(rest)) return undefined;
  const { areas } = pilotData();
  return {
    text: `That is not covered: Local Pound holds it for the six pilot areas only. The nearest there is: ${areas.map((area) => `${area.name} ${first.words(first.value(area) ?? 0)}`).join('; ')} (${first.label.charAt(0).toLowerCase()}${first.label.slice(1)}).`,
    sources: sourcesOf(areas),
    covered: false,
  };
}

/** "how many people live in Wem": of places smaller than a council area no population is held. */
export function populationElsewhere(rest: string): TableAnswer | undefined {
  const population = areaColumns.filter(({ id, pattern }) => id === 'population' && pattern.test(rest));
  const bare = population.reduce((text, { pattern }) => without(text, pattern), rest);
  return leftover(bare).length > 0 ? undefined : elsewhere(population, `${rest} of x`);
}
