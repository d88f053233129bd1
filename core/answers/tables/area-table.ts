import { figuresAnswer, populationElsewhere } from './area-figures.ts';
import { politicsAnswer } from './area-politics.ts';
import { wordsAnswer } from './area-words.ts';
import { findNamed } from './entities.ts';
import type { TableAnswer } from './table-answer.ts';

/** Answers from the council and demographic data of the six areas; undefined for any other question. */
export function areaTableAnswer(text: string): TableAnswer | undefined {
  const named = findNamed(text);
  // Of Cleobury the report tells the population in its text.
  if (named.organisations.some(({ id }) => id === 'cleobury')) return undefined;
  if (named.organisations.length > 0) return populationElsewhere(named.rest);
  return (
    politicsAnswer(named.areas, named.rest) ??
    wordsAnswer(named.areas, named.rest) ??
    figuresAnswer(named.areas, named.rest)
  );
}
