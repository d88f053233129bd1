import { describeIssue } from '../../core/index.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { describeStore } from '../../server/store/location.ts';
import type { Store } from '../../server/store/store.ts';
import type { SurveyStore } from '../../survey/store.ts';
import { tell } from '../output.ts';

/** What a survey command works with. */
export interface SurveyDesk {
  readonly store: SurveyStore;
  /** The whole store, with what is not the survey's. */
  readonly everything: Store;
  readonly config: Config;
  /** Who gives the command, for the audit. */
  readonly who: string;
}

/**
 * Opens the store that the server uses, by the same variables, and closes it after the work. The
 * server may be running meanwhile.
 */
export async function atDesk(work: (desk: SurveyDesk) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) {
    process.exitCode = 1;
    for (const issue of config.issues) tell(describeIssue(issue));
    return;
  }
  // Loaded here, so that no other command waits for a database.
  const { openStore } = await import('../../server/store/open-store.ts');
  const { reasonOf } = await import('../../server/start-error.ts');
  const place = config.value.store;
  const store = await openStore(place, () => undefined).catch((error: unknown) => {
    tell(`The ${describeStore(place)} cannot be opened: ${reasonOf(error)}. Check LOCALPOUND_STORE.`);
    return undefined;
  });
  if (store === undefined) {
    process.exitCode = 1;
    return;
  }
  try {
    const user = process.env.USER ?? process.env.USERNAME;
    await work({
      store: store.survey,
      everything: store,
      config: config.value,
      who: user === undefined ? 'command line' : `command line (${user})`,
    });
  } finally {
    await store.close();
  }
}
