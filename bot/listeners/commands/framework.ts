import { answerQuestion, britishDate } from '../../../core/index.ts';
import { privateAnswer } from '../../blocks/answer.ts';
import { commandHelp } from '../../blocks/command-help.ts';
import { forgottenMessage, privacyMessage } from '../../blocks/privacy.ts';
import { forgetPerson } from '../../forget-person.ts';
import { isShared } from '../../replies/is-shared.ts';
import type { Command, CommandCall } from './command.ts';

/** `/framework QUESTION`: an answer with its sources, for that person only. */
export const frameworkCommand: Command = {
  help: () => commandHelp('/framework'),
  atOnce: (typed) => {
    if (typed === '') return commandHelp('/framework');
    return /^privacy\W*$/i.test(typed) ? privacyMessage() : undefined;
  },
  run: async (call) => {
    const { typed } = call;
    if (/^forget me\W*$/i.test(typed)) return await forget(call);
    await answer(call);
  },
};

async function forget({ services, person, tell }: CommandCall): Promise<void> {
  await tell(forgottenMessage(await forgetPerson(services, person)));
}

async function answer({ services: { questions }, person, channel, typed, tell }: CommandCall): Promise<void> {
  // A command has no thread: what one person asks by it in one conversation counts as one.
  const spot = { channel, thread: '/framework', user: person.user };
  const given = answerQuestion(typed, britishDate(new Date()), questions.before(spot));
  questions.keep(spot, given.asked);
  await tell(privateAnswer(given, { canShare: isShared(channel) }));
}
