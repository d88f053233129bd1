import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { privateAnswer } from '../../../bot/blocks/answer.ts';
import { commandHelp } from '../../../bot/blocks/command-help.ts';
import { helpMessage } from '../../../bot/blocks/help.ts';
import { homeView } from '../../../bot/blocks/home.ts';
import { indicatorStart, nothingFound } from '../../../bot/blocks/indicator-card.ts';
import type { Message } from '../../../bot/blocks/message.ts';
import { messageForm } from '../../../bot/blocks/message-form.ts';
import { planMessage } from '../../../bot/blocks/plan.ts';
import { forgottenMessage, privacyMessage } from '../../../bot/blocks/privacy.ts';
import { routeCard, routesForAll } from '../../../bot/blocks/route-card.ts';
import { routeEnd, routeForm } from '../../../bot/blocks/route-form.ts';
import { mostPlanned } from '../../../bot/kept/plan.ts';
import { commands } from '../../../bot/listeners/commands/commands.ts';
import { chosenIndicator, lookUpIndicator } from '../../../bot/look-up-indicator.ts';
import { advised, type RouteSession } from '../../../bot/route/session.ts';
import { indicatorName, indicators, questions, shownIndicator } from '../../../core/index.ts';
import { refuseMessageBlocks, refuseView } from '../../fakes/fake-slack/check-blocks.ts';

/** What Slack would say against any form of a message. */
function refusals({ text, blocks, plainBlocks }: Message): string[] {
  const forms = [blocks, ...(plainBlocks === undefined ? [] : [plainBlocks])];
  return [
    ...(text === '' ? ['no text'] : []),
    ...forms.flatMap((form) => {
      const refusal = refuseMessageBlocks(form);
      return refusal === undefined ? [] : [refusal.error, ...refusal.messages];
    }),
  ];
}
const viewRefusals = (view: object, type: 'modal' | 'home' = 'modal') =>
  refuseView(view, type)?.messages ?? [];

const longest = [...indicators()]
  .sort((a, b) => indicatorName(b).length - indicatorName(a).length)
  .slice(0, mostPlanned);
const topics = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom('housing', 'jobs "quoted" \\ 🏠', 'characteristic 1', '🏠'.repeat(200), 'money'.repeat(60)),
);

describe('an indicator', () => {
  it('is shown in a message and a form that Slack takes, each of the bank', () => {
    for (const { id } of indicators()) {
      const card = chosenIndicator({ id, topic: 'housing' }, longest, { canShare: true, done: 'Added.' });
      expect(refusals(card)).toEqual([]);
      expect(viewRefusals(messageForm(card))).toEqual([]);
    }
  });

  it('is looked up by whatever is typed', () => {
    fc.assert(
      fc.property(topics, (topic) => {
        expect(refusals(lookUpIndicator(topic, longest, { canShare: true }))).toEqual([]);
      }),
      { numRuns: 40 },
    );
    const nearest = indicators().slice(0, 3).map(shownIndicator);
    expect(refusals(nothingFound(['x'.repeat(5000)], nearest, 0))).toEqual([]);
    expect(refusals(indicatorStart(mostPlanned, 100))).toEqual([]);
  });

  it('fits a plan with others, the longest names too', () => {
    expect(refusals(planMessage(longest, 'Taken out.'))).toEqual([]);
    expect(refusals(planMessage([]))).toEqual([]);
  });
});

const pick = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const ofChoices = (field: string) =>
  pick(...(questions.find((question) => question.field === field)?.choices ?? []).map(({ value }) => value));
const answers = fc
  .record({
    name: fc.option(fc.constantFrom('Youth club', '"\\'.repeat(100), '🏠'.repeat(100)), { nil: undefined }),
    nation: ofChoices('nation'),
    buyer: ofChoices('buyer'),
    instrument: ofChoices('instrument'),
    service: ofChoices('service'),
    value: pick<string | number>(5000, 150_000, 400_000, 9_000_000, 'unknown'),
    vatBasis: pick('incl', 'excl', 'none'),
    market: ofChoices('market'),
    special: fc.option(fc.constantFrom(['none'], ['urgent_unforeseeable', 'failed_competition']), {
      nil: undefined,
    }),
    target: ofChoices('target'),
    design: fc.option(fc.constantFrom(['standard'], ['pilot', 'joined_up', 'open_list']), { nil: undefined }),
    local: ofChoices('local'),
    localCount: pick(0, 4),
  })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));

describe('the route adviser', () => {
  it('asks and answers in forms and messages that Slack takes, whatever was answered', () => {
    fc.assert(
      fc.property(answers, fc.nat(questions.length - 1), (given, place) => {
        const session: RouteSession = {
          answers: given as RouteSession['answers'],
          asked: Object.keys(given).filter((field) => questions.some((question) => question.field === field)),
          channel: 'C1',
          day: '2026-11-24',
        };
        const { advice } = advised(session);
        expect(refusals(routeCard(advice, session))).toEqual([]);
        const open = routesForAll(advice, 'x'.repeat(200));
        expect(refusals(open)).toEqual([]);
        expect(viewRefusals(routeEnd(open.blocks))).toEqual([]);
        const question = questions[place];
        if (question !== undefined) expect(viewRefusals(routeForm(session, question))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is told on request', () => {
  it('is what Slack takes: help, privacy, an answer, the App Home', () => {
    const helps = Object.values(commands).map(({ help }) => help());
    const told = [
      ...helps,
      helpMessage('<x>'.repeat(200)),
      privacyMessage(),
      forgottenMessage(0),
      forgottenMessage(2),
    ];
    for (const message of told) expect(refusals(message)).toEqual([]);
    expect(() => commandHelp('/nothing')).toThrow(RangeError);
    for (const asked of ['what?', 'x'.repeat(2000), '🏠'.repeat(1500)])
      expect(refusals(privateAnswer({ text: 'y'.repeat(1600), asked }, { canShare: true }))).toEqual([]);
    const results = Array.from({ length: 10 }, () => ({ title: 'z'.repeat(150), day: '2026-11-24' }));
    expect(viewRefusals(homeView({ plan: longest, results }), 'home')).toEqual([]);
    expect(viewRefusals(homeView({ plan: [], results: [] }), 'home')).toEqual([]);
  });
});
