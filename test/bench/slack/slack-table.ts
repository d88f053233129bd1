import { type LoadFigures, measureLoad } from './slack-load.ts';

/** Short unless told otherwise; ten minutes show whether memory grows. */
const shortSeconds = 20;

/** `npm run bench slack`, or `npm run bench slack 600` for ten minutes. */
export const slackTable = {
  name: 'slack',
  async print(line: (text: string) => void): Promise<void> {
    const seconds = Number(process.argv[3] ?? shortSeconds);
    if (!(seconds > 0)) throw new RangeError('slack: give the seconds of load, such as 600');
    const figures = await measureLoad(seconds, (text) => process.stderr.write(`${text}\n`));
    for (const text of slackLines(figures, seconds)) line(text);
  },
};

export function slackLines(figures: LoadFigures, seconds: number): string[] {
  const { ackMs, ackWhileComputingMs: busy, lookUpMs, cpuMicros, rssMb } = figures;
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const [first = Number.NaN, last = Number.NaN] = [rssMb[0], rssMb.at(-1)];
  return [
    '| Slack bot under load | measured | goal |',
    '| --- | --- | --- |',
    `| acknowledgement at 200/s, evenly paced, from another process: p50, p99 (bare handler beside it: p99) | ${ms(ackMs.p50)}, ${ms(ackMs.p99)} (${ms(ackMs.bareP99)}) | p99 <= 50 ms |`,
    `| the same while 50,000 suppliers are computed (${busy.seconds.toFixed(1)} s): p50, p99 (bare handler beside it: p99) | ${ms(busy.p50)}, ${ms(busy.p99)} (${ms(busy.bareP99)}) | p99 <= 100 ms |`,
    `| question to answer posted, end to end: p50, p95 | ${ms(lookUpMs.p50)}, ${ms(lookUpMs.p95)} | p95 <= 300 ms |`,
    `| processor time a command: bot, bare signed handler, ratio | ${cpuMicros.bot.toFixed(0)} µs, ${cpuMicros.bare.toFixed(0)} µs, ${(cpuMicros.bot / cpuMicros.bare).toFixed(1)} | <= 12 |`,
    `| resident memory over ${seconds} s at 200/s: first, last, most | ${first.toFixed(0)} MB, ${last.toFixed(0)} MB, ${Math.max(...rssMb).toFixed(0)} MB | flat |`,
  ];
}
