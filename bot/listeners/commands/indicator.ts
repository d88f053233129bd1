import { indicators } from '../../../core/index.ts';
import { commandHelp } from '../../blocks/command-help.ts';
import { indicatorStart } from '../../blocks/indicator-card.ts';
import { planMessage } from '../../blocks/plan.ts';
import { planOf } from '../../kept/plan.ts';
import { lookUpIndicator } from '../../look-up-indicator.ts';
import { isShared } from '../../replies/is-shared.ts';
import type { Command } from './command.ts';

/** `/indicator TOPIC`: the indicator that fits best, and what else does. `/indicator plan`: what was collected. */
export const indicatorCommand: Command = {
  help: () => commandHelp('/indicator'),
  run: async ({ services, person, channel, typed, tell }) => {
    const plan = await planOf(services.kept, person);
    if (typed === '') return await tell(indicatorStart(plan.length, indicators().length));
    if (/^(my )?plan$/i.test(typed)) return await tell(planMessage(plan));
    await tell(lookUpIndicator(typed, plan, { canShare: isShared(channel) }));
  },
};
