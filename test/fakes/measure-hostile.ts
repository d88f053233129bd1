import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { hostileFiles } from './hostile-files.ts';
import { hostileTexts } from './hostile-texts.ts';
import { forgetPeak, peakMb } from './peak-memory.ts';

/** Reads the hostile files of one kind in a process of its own; prints CPU time and peak memory of each. */

const files = process.argv[2] === 'texts' ? hostileTexts : hostileFiles;
const accept = process.argv[2] === 'texts' ? ['csv' as const] : ['xlsx' as const];
const measured = files.map(({ what, make }) => {
  const bytes = make();
  forgetPeak();
  const before = process.cpuUsage();
  const outcome = readWorkbook(bytes, { fileName: 'spend', accept });
  const { user, system } = process.cpuUsage(before);
  return {
    what,
    read: outcome.ok,
    found: outcome.issues[0]?.found ?? '',
    cpuMs: (user + system) / 1000,
    peakMb: peakMb(),
  };
});
process.stdout.write(JSON.stringify(measured));
