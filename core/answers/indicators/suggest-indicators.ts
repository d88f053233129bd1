import { type Indicator, indicatorName, indicators } from '../../framework/indicators.ts';
import { once } from '../../shipped/once.ts';
import { words } from '../../words/normalise.ts';
import { findIndicators } from './find-indicators.ts';

const reading = once(() =>
  indicators().map((indicator) => ({
    indicator,
    name: words(indicatorName(indicator)),
    plain: indicator.words.flatMap((phrase) => words(phrase)),
  })),
);

/**
 * Indicators to offer while somebody types: those whose name has every word begun so, then those that
 * people describe with such words, then what the search finds. Key ones lead in each part. Nothing typed
 * gives the whole bank in its order, the key ones of each characteristic first.
 *
 * @param most how many at the most
 * @example suggestIndicators('lon', 20) // Levels of loneliness
 */
export function suggestIndicators(typed: string, most: number): readonly Indicator[] {
  const begun = words(typed.slice(0, 200));
  if (begun.length === 0) return indicators().slice(0, most);
  const allIn = (held: readonly string[]): boolean =>
    begun.every((start) => held.some((word) => word.startsWith(start)));
  const named = reading().filter(({ name }) => allIn(name));
  const described = reading().filter(({ name, plain }) => allIn([...name, ...plain]));
  const searched = findIndicators({ topic: typed });
  const byId = new Map(indicators().map((indicator) => [indicator.id, indicator]));
  const found = searched.ok ? searched.value.found.flatMap(({ id }) => byId.get(id) ?? []) : [];
  const parts = [named, described].map((part) => keyFirst(part.map(({ indicator }) => indicator)));
  return [...new Set([...parts.flat(), ...found])].slice(0, most);
}

function keyFirst(list: readonly Indicator[]): Indicator[] {
  return [
    ...list.filter(({ standing }) => standing === 'key'),
    ...list.filter(({ standing }) => standing !== 'key'),
  ];
}
