import assert from 'node:assert/strict';
import { chooseActivity, sicEntries } from '../../core/index.ts';
import searches from '../fixtures/activity/searches.json' with { type: 'json' };
import { interleavedMedians } from './medians.ts';

const texts = [...searches.tuning, ...searches.keptAside].map(({ text }) => text);

/** Finding codes without an index: the titles that hold each word, counted. */
function scanTitles(text: string): string[] {
  const words = text.toLowerCase().split(/\W+/).filter(Boolean);
  return sicEntries()
    .map(({ code, title }) => {
      const lower = title.toLowerCase();
      return { code, hits: words.filter((word) => lower.includes(word)).length };
    })
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .map(({ code }) => code);
}

function msOf(text: string): number {
  const started = performance.now();
  chooseActivity(text);
  return performance.now() - started;
}

/** All example searches, ranked with why, beside a plain scan of titles that finds far fewer. */
export const activity = {
  name: 'activity',
  title: `${texts.length} searches for a code (each under 5 ms), ranked with why`,
  peer: 'plain scan of titles',
  goal: '<= 1',
  run() {
    assert(chooseActivity('yoga studio').sic[0]?.code === '85.51');
    assert(scanTitles('solicitor').includes('69.10/2'));
    // The best of a few runs: what the machine does meanwhile is not the search's time.
    const slowest = Math.max(...texts.map((text) => Math.min(...[1, 2, 3, 4].map(() => msOf(text)))));
    process.stderr.write(`slowest search ${slowest.toFixed(2)} ms\n`);
    assert(slowest < 5, 'every search takes less than 5 ms');
    return interleavedMedians(
      () => texts.map(chooseActivity),
      () => texts.map(scanTitles),
    );
  },
};
