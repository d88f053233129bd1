import { type CellResult, type Coverage, seed, simulate } from './simulate.ts';
import { type Situation, situations } from './situations.ts';

/** Enough runs for a coverage of 95% to be known to about one percentage point; half of them for long lists. */
const runsOf = ({ sizes }: Situation): number => (sizes.spend.length > 1000 ? 1000 : 2000);
const resamples = 999;

/**
 * How often each interval holds the true LM3 on real supplier sizes, as a table in Markdown.
 * Takes a few minutes.
 */
export const coverageTable = {
  name: 'coverage',
  print(print: (line: string) => void): void {
    const started = performance.now();
    print(`Seed ${seed}, ${resamples} resamples a bootstrap.`);
    print('Cells: share of runs whose interval held the true LM3, and its mean width in LM3.');
    print('Unwarned: ours in the runs without a warning beside the interval, and their share of all runs.');
    print(`Bold: outside 93% to 99%; unwarned only where at least ${percent(fewestUnwarned)} of runs are.`);
    print('');
    print(
      heading
        .map((cell) => `| ${cell} `)
        .join('')
        .concat('|'),
    );
    print('| --- '.repeat(heading.length).concat('|'));
    for (const situation of situations()) {
      for (const law of situation.laws) {
        print(row(situation, law.name, simulate(situation, law, { runs: runsOf(situation), resamples })));
      }
    }
    print('');
    print(`${Math.round((performance.now() - started) / 1000)} seconds.`);
  },
};

const heading = [
  'suppliers',
  'answers',
  'silence',
  'shares',
  'runs',
  'no interval',
  'ours',
  'unwarned',
  'textbook',
  'bootstrap',
  'bounds',
];

function row({ sizes, name, silenceIsRandom }: Situation, law: string, result: CellResult): string {
  const cells = [
    sizes.name,
    name,
    silenceIsRandom ? 'random' : 'not random',
    law,
    String(result.runs),
    percent(result.withoutInterval),
    emphasised(result.ours),
    unwarned(result.unwarned),
    cell(result.textbook),
    cell(result.bootstrap),
    cell(result.bounds),
  ];
  return `| ${cells.join(' | ')} |`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

const cell = ({ covered, width }: Coverage): string =>
  Number.isNaN(covered) ? 'none' : `${percent(covered)}, ${width.toFixed(3)}`;

const outside = ({ covered }: Coverage): boolean => covered < 0.93 || covered > 0.99;

const emphasised = (coverage: Coverage): string =>
  outside(coverage) ? `**${cell(coverage)}**` : cell(coverage);

/** Fewer runs than this are too few to tell a coverage by. */
const fewestUnwarned = 0.1;

function unwarned(result: CellResult['unwarned']): string {
  if (result.share < fewestUnwarned) return `few (${percent(result.share)})`;
  const text = `${percent(result.covered)} of ${percent(result.share)}`;
  return outside(result) ? `**${text}**` : text;
}
