import { formatCount } from '../../core/index.ts';
import { BackupError } from '../../server/store/backup.ts';
import { describeStore } from '../../server/store/location.ts';
import { print, tell } from '../output.ts';
import { atDesk } from './desk.ts';

/** Writes everything in the store to one file. */
export const backUp = (file: string): Promise<void> =>
  atDesk(async ({ everything, config }) => {
    await orSayWhy(file, async () => {
      const { rows } = await everything.backUp(file);
      print(`Wrote ${formatCount(rows)} rows of the ${describeStore(config.store)} to ${file}`);
      tell('It holds names and e-mail addresses: keep it where only you can read it.');
    });
  });

/** Puts a backup into an empty store. */
export const restore = (file: string): Promise<void> =>
  atDesk(async ({ everything, config }) => {
    await orSayWhy(file, async () => {
      const { rows } = await everything.restore(file);
      print(`Put ${formatCount(rows)} rows into the ${describeStore(config.store)}`);
    });
  });

async function orSayWhy(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why: Record<string, string> = {
      ENOENT: `There is no file or folder of the name ${file}.`,
      EACCES: `This user may not read or write ${file}.`,
      ENOSPC: 'The disk is full; nothing was kept.',
    };
    const said = error instanceof BackupError ? error.message : why[code];
    if (said === undefined) throw error;
    process.exitCode = 1;
    tell(said);
  }
}
