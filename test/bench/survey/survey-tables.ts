import { killWhileAnswering } from '../../fakes/kill-answers.ts';
import { killWhileSending } from '../../fakes/kill-mails.ts';
import { engineNames, startEngines } from '../../fakes/store-engines.ts';
import { printDurable } from './durable.ts';
import { printLarge } from './large.ts';
import { printPages } from './pages.ts';

/** How fast the survey is: durable answers, a large survey, pages under load. */
export const surveyTable = {
  name: 'survey',
  async print(line: (text: string) => void): Promise<void> {
    for (const print of [printDurable, printPages, printLarge]) {
      await print(line);
      line('');
    }
  },
};

const kills = 100;

/** SIGKILL a hundred times on each store, while answers come and while mails go. */
export const surveyKillsTable = {
  name: 'survey-kills',
  async print(line: (text: string) => void): Promise<void> {
    const engines = await startEngines();
    try {
      line('| answers | kills | acknowledged | lost | kept without an acknowledgement | torn |');
      line('| --- | --- | --- | --- | --- | --- |');
      for (const engine of engineNames) {
        const { acknowledged, lost, unasked, torn } = await killWhileAnswering(
          await engines.newPlace(engine),
          kills,
        );
        line(
          `| ${await engines.ranWith(engine)} | ${kills} | ${acknowledged} | ${lost} | ${unasked} | ${torn} |`,
        );
      }
      line('');
      line('| mails | kills | people | mails received | people without | mails twice |');
      line('| --- | --- | --- | --- | --- | --- |');
      for (const engine of engineNames) {
        const { people, mails, without, twice } = await killWhileSending(
          await engines.newPlace(engine),
          kills,
        );
        line(
          `| ${await engines.ranWith(engine)} | ${kills} | ${people} | ${mails} | ${without} | ${twice} |`,
        );
      }
    } finally {
      await engines.stop();
    }
  },
};
