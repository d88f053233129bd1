import { type CellResult, type Coverage, seed, simulate } from './simulate.ts';
import { type Situation, situations } from './situations.ts';

/** Enough runs for a coverage of 95% to be known to about one percentage point. */
const size = { runs: 2000, resamples: 999 };

/**
 * How often each interval holds the true LM3 on real supplier sizes, as a table in Markdown.
 * Takes a few minutes.
 */
export const coverageTable = {
  name: 'coverage',
  print(print: (line: string) => void): void {
    const started = performance.now();
    print(`${size.runs} runs a row, ${size.resamples} resamples a bootstrap, seed ${seed}.`);
    print('In each cell: share of runs whose interval held the true LM3, and its mean width in LM3.');
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
        print(row(situation, law.name, simulate(situation, law, size)));
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
  'no interval',
  'ours',
  'textbook',
  'bootstrap',
  'bounds',
];

function row({ sizes, name, silenceIsRandom }: Situation, law: string, result: CellResult): string {
  const cells = [
    sizes.name,
    name,
    silenceIsRandom ? 'random' : '**not random**',
    law,
    percent(result.withoutInterval),
    cell(result.ours),
    cell(result.textbook),
    cell(result.bootstrap),
    cell(result.bounds),
  ];
  return `| ${cells.join(' | ')} |`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

const cell = ({ covered, width }: Coverage): string =>
  Number.isNaN(covered) ? 'none' : `${percent(covered)}, ${width.toFixed(3)}`;
