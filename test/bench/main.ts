import { cpus } from 'node:os';
import { lm3Suppliers } from './lm3-suppliers.ts';

/** Each row compares ours with a peer in one run; ratios travel between machines, times do not. */
const rows = [lm3Suppliers];

const wanted = process.argv[2];
const chosen = rows.filter((row) => wanted === undefined || row.name === wanted);
if (chosen.length === 0) {
  process.stderr.write(`No row "${wanted}". Rows: ${rows.map((row) => row.name).join(', ')}\n`);
  process.exitCode = 2;
}

const print = (line: string) => process.stdout.write(`${line}\n`);
print(`Node ${process.version}, ${cpus().length} processors, ${cpus()[0]?.model ?? 'unknown'}`);
print('');
print('| row | ours, median ms | peer | peer, median ms | ours / peer | goal |');
print('| --- | --- | --- | --- | --- | --- |');
for (const row of chosen) {
  const { ours, peer } = row.run();
  print(
    `| ${row.title} | ${ours.toFixed(2)} | ${row.peer} | ${peer.toFixed(2)} | ${(ours / peer).toFixed(2)} | ${row.goal} |`,
  );
}
