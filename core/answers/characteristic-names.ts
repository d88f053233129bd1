import type { Characteristic } from '../framework/schema.ts';
import type { SynonymGroup } from './synonyms.ts';

const spelt = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
const shortOrdinals = ['1st', '2nd', '3rd', '4th', '5th', '6th', '7th'];

/** The ways in which people name a characteristic by its number, or by its whole name. */
export function characteristicGroups(characteristics: readonly Characteristic[]): SynonymGroup[] {
  return characteristics.map(({ number, name }) => {
    const word = spelt[number - 1] ?? '';
    const numbered = [
      'characteristic',
      'characteristic number',
      'characteristic no',
      'char',
      'char no',
      'number',
      'no',
    ];
    const counted = [ordinals[number - 1], shortOrdinals[number - 1]].map(
      (ordinal) => `${ordinal} characteristic`,
    );
    return {
      id: `characteristic-${number}`,
      subject: true,
      generic: false,
      words: [
        `c${number}`,
        `ch${number}`,
        `char${number}`,
        ...numbered.flatMap((prefix) => [`${prefix} ${number}`, `${prefix} ${word}`]),
        ...counted,
        name,
      ],
    };
  });
}
