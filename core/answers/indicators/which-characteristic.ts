import { characteristics } from '../../framework/framework.ts';
import type { Characteristic } from '../../framework/schema.ts';
import { once } from '../../shipped/once.ts';
import { characteristicGroups } from '../characteristic-names.ts';
import { indicatorWords } from './indicator-words.ts';
import { PhraseReader } from './phrase-reader.ts';

const reader = (short: boolean): PhraseReader =>
  new PhraseReader(
    characteristicGroups(characteristics()).map(({ id, words }, index) => ({
      id,
      words: [
        ...words,
        ...indicatorWords()
          .characteristics.filter(({ number }) => short && number === index + 1)
          .flatMap((more) => more.words),
      ],
    })),
  );
const byAnyName = once(() => reader(true));
const byNumberOrFullName = once(() => reader(false));

/**
 * The characteristic that a text names by number, name or short name; undefined when it names none, or
 * more than one.
 *
 * @example whichCharacteristic('environment')?.number // 6
 */
export function whichCharacteristic(text: string): Characteristic | undefined {
  const bare = /^\s*#?([1-7])\s*$/.exec(text)?.[1];
  return only(bare === undefined ? byAnyName().read(text).ids : [`characteristic-${bare}`]);
}

/** The characteristic that a topic is nothing but the name of: "characteristic 3". */
export function topicIsCharacteristic(topic: string): Characteristic | undefined {
  const { ids, rest } = byNumberOrFullName().read(topic);
  return rest.length === 0 ? only(ids) : undefined;
}

function only(ids: readonly string[]): Characteristic | undefined {
  const [first, ...others] = ids;
  if (first === undefined || others.length > 0) return undefined;
  return characteristics().find(({ number }) => first === `characteristic-${number}`);
}
