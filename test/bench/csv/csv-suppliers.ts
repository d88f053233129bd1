import { formatCount } from '../../../core/index.ts';
import type { EngineName } from './engines.ts';
import { measureInTurn } from './measure.ts';
import { spendFile, suppliers } from './spend-file.ts';

const lines = 2_000_000;
const longLines = 10_000_000;

/** Ours beside one peer, in milliseconds of processor time, each run in a process of its own. */
const row = (peer: EngineName, name: string, runs: number, goal: string) => ({
  name,
  title: `CSV of ${formatCount(lines)} lines to ${formatCount(suppliers)} supplier totals, processor time`,
  peer,
  goal,
  async run() {
    const used = await measureInTurn(['ours', peer], spendFile(lines), runs);
    const cpu = (engine: EngineName) => used.get(engine)?.cpuMs ?? Number.NaN;
    return { ours: cpu('ours'), peer: cpu(peer) };
  },
});

export const csvRows = [
  row('DuckDB, 1 thread', 'csv-duckdb', 5, '<= 1'),
  row('uDSV', 'csv-udsv', 3, '<= 0.2'),
  row('csv-parse', 'csv-csv-parse', 1, '<= 0.125'),
];

/**
 * Ten million lines by every engine: processor time and the most memory ever held. The file is 690 MB,
 * kept in the folder for temporary files; takes a few minutes.
 */
export const csvTable = {
  name: 'csv-long',
  async print(print: (line: string) => void): Promise<void> {
    const path = spendFile(longLines);
    const fast = await measureInTurn(['ours', 'DuckDB, 1 thread', 'DuckDB, 2 threads'], path, 3);
    const slow = await measureInTurn(['ours', 'uDSV', 'csv-parse'], path, 1);
    const ours = fast.get('ours');
    if (ours === undefined) throw new RangeError('csvTable: ours was not measured');
    print(`${formatCount(longLines)} lines, summed by supplier and postcode; all agree to the penny.`);
    print('');
    print('| engine | processor ns a line | times ours | peak memory, MB | ours / its |');
    print('| --- | --- | --- | --- | --- |');
    for (const [engine, { cpuMs, peakBytes }] of new Map([...slow, ...fast])) {
      const nanoseconds = ((cpuMs * 1e6) / longLines).toFixed(0);
      const times = (cpuMs / ours.cpuMs).toFixed(2);
      const share = (ours.peakBytes / peakBytes).toFixed(2);
      print(`| ${engine} | ${nanoseconds} | ${times} | ${(peakBytes / 1e6).toFixed(0)} | ${share} |`);
    }
  },
};
