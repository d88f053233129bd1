import { formatCount, impactTemplate } from '../../../core/index.ts';
import { serving } from '../../answer-files.ts';
import { notice } from '../../blocks/message.ts';
import { planActions, planMessage } from '../../blocks/plan.ts';
import { emptyPlan, planOf, takeOutOfPlan } from '../../kept/plan.ts';
import { writeTo } from '../../replies/direct.ts';
import { sendFiles } from '../../replies/send-file.ts';
import type { Pressed, PressHandler } from './pressed.ts';

/** What the buttons and menus under a plan do. */
export const planPresses: Readonly<Record<string, PressHandler>> = {
  [planActions.takeOut]: async ({ services: { kept }, person, value, show }) => {
    await takeOutOfPlan(kept, person, value);
    await show(planMessage(await planOf(kept, person), 'Taken out.'));
  },
  [planActions.empty]: async ({ services: { kept }, person, show }) => {
    await emptyPlan(kept, person);
    await show(planMessage([], 'Emptied.'));
  },
  [planActions.build]: makeWorkbook,
};

const howToFill =
  'Fill in the coloured cells: baseline, target and, later, what came of it. The sheet Indicator bank has all the others. Whoever runs Local Pound can check it: localpound impact impact-plan.xlsx';

/** The plan as the workbook of the ten steps, in the person's direct messages: a file cannot be for one person in a channel. */
async function makeWorkbook({ services, client, person, whisper }: Pressed): Promise<void> {
  const plan = await planOf(services.kept, person);
  if (plan.length === 0) return await whisper(planMessage(plan));
  await serving(services.desk, person.user, { whisper }, async () => {
    const bytes = await services.writer.workbook(impactTemplate({ indicators: plan.map(({ id }) => id) }));
    const many = `${formatCount(plan.length)} ${plan.length === 1 ? 'indicator' : 'indicators'}`;
    const spot = await writeTo(
      client,
      person.user,
      notice(`Your impact plan with ${many} is in the thread.`),
      services.logger,
    );
    await sendFiles(client, spot, [{ name: 'impact-plan.xlsx', bytes }], howToFill);
    await whisper(notice('I have sent the workbook to you in our direct messages.'));
  });
}
