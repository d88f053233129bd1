import type { DataAtHand } from '../../framework/indicator-schema.ts';
import { dataAtHand } from '../../framework/indicators.ts';
import { once } from '../../shipped/once.ts';
import { indicatorWords } from './indicator-words.ts';
import { PhraseReader } from './phrase-reader.ts';

const reader = once(
  () =>
    new PhraseReader(
      dataAtHand().map(({ id, name, words }) => ({
        id,
        words: [
          id.replaceAll('-', ' '),
          name,
          ...words,
          ...indicatorWords()
            .data.filter((more) => more.id === id)
            .flatMap((more) => more.words),
        ],
      })),
    ),
);

/** What people say they lack is not at hand: "no survey", "without accounts". */
const lacked =
  /\b(?:no|but not|and not|without (?:a|an|any)|don'?t have|haven'?t got|lack(?:ing)?)\b[^,.;]*/gi;

/**
 * The kinds of data that a text speaks of, in the order of the bank; none when it names none.
 *
 * @example whichData('we only have council tax records') // figures of the council, the NHS or the police
 */
export function whichData(text: string): DataAtHand[] {
  const { ids } = reader().read(text.replace(lacked, ' '));
  return dataAtHand().filter(({ id }) => ids.includes(id));
}

const speaksOfHolding =
  /\b(?:only|just|all)\b.*\b(?:have|hold|keep|got|has)\b|\b(?:have|hold|keep|got|has)\b.*\b(?:only|just)\b|^\W*(?:only|just)\b|\b(?:from|with|using) (?:just|only)\b|^\W*we (?:have|hold|keep|got)\b/i;

/** Whether a topic is not a topic but says what data somebody has: "we only have payroll". */
export function saysWhatIsAtHand(topic: string): boolean {
  return speaksOfHolding.test(topic) && whichData(topic).length > 0;
}
