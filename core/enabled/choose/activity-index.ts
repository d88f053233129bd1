import { once } from '../../shipped/once.ts';
import { stem } from '../../words/stem.ts';
import { type SicEntry, sicEntries, sicOf } from '../sic.ts';
import { type Activity, activityWords } from './activity-words.ts';
import { type Phrase, PhraseIndex } from './phrase-index.ts';
import { ActivityReader } from './read-activity.ts';

/** What a phrase of the index stands for: an everyday activity, or a class whose title it is. */
export type Suggested =
  | { readonly from: 'word'; readonly sic: SicEntry; readonly activity: Activity }
  | { readonly from: 'title'; readonly sic: SicEntry };

/** Words that so many titles share that they tell nothing. */
const boilerplate =
  /\b(manufacture of|manufacture and|retail sale of|retail sale via|wholesale of|activities of|activities|operation of|renting and leasing of|in specialised stores|in non-specialised stores|specialised|nec|other|related|services?|not including .*|other than .*|except .*)\b/gi;

function titles(): Phrase<Suggested>[] {
  return sicEntries().flatMap((entry) => {
    if (entry.level !== 'class' && entry.level !== 'subclass') return [];
    // A subclass helps to find its class, which is what figures are published for.
    const sic = entry.level === 'class' ? entry : sicOf(entry.code.slice(0, 5));
    const text = entry.title.replace(boilerplate, ' ').replace(/\s+/g, ' ').trim();
    return sic === undefined || text === '' ? [] : [{ subject: { from: 'title', sic }, text, wordy: true }];
  });
}

/** Everything that a description is compared with, made at the first search (some tens of milliseconds). */
export const activityIndex = once(() => {
  const vocabulary = activityWords();
  const { activities, densityWords, sectionHints, trades, faint } = vocabulary;
  const reader = new ActivityReader(vocabulary);
  const faintStems = new Set([...faint].map(stem));
  const words = activities.flatMap((activity): Phrase<Suggested>[] =>
    activity.words.map((text) => ({
      subject: { from: 'word', sic: activity.sic, activity },
      text,
      wordy: false,
    })),
  );
  const premises = densityWords.flatMap(([id, names]) =>
    names.map((text): Phrase<string> => ({ subject: id, text, wordy: false })),
  );
  const codes = new PhraseIndex([...words, ...titles()], reader, faintStems);
  const densities = new PhraseIndex(premises, reader, faintStems);
  const hints = new Map(
    sectionHints.flatMap(({ section, words: hintWords }) =>
      hintWords.map((word) => [stem(word), section] as const),
    ),
  );
  const tradeOf = new Map(
    trades.flatMap(({ sic, words: each }) => each.map((word) => [stem(word), sic] as const)),
  );
  return { reader, codes, densities, hints, tradeOf };
});
