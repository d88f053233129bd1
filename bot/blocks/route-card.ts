import type { KnownBlock } from '@slack/types';
import {
  type Advice,
  formatCount,
  type RouteAdvice,
  standingWords,
  testedSentences,
} from '../../core/index.ts';
import { isShared } from '../replies/is-shared.ts';
import { type RouteSession, writeSession } from '../route/session.ts';
import { type ListLine, listBlocks, plainList } from './list.ts';
import { button, firstThatFits, footnote, heading, type Message, paragraph } from './message.ts';
import { routeActions } from './route-form.ts';

/** How much is shown: routes in full, and remarks. The rest is in the evidence pack. */
const fullness = [
  { routes: 6, remarks: 4 },
  { routes: 3, remarks: 2 },
  { routes: 2, remarks: 1 },
  { routes: 1, remarks: 0 },
] as const;
type Fullness = (typeof fullness)[number];

/** Ranked routes with their reasons, for everybody in a conversation. */
export function routesForAll(advice: Advice, name: string | undefined): Message {
  return firstThatFits(fullness.map((most) => () => build(advice, name, most, [])));
}

/** The same for the person who asked, with what to do next. */
export function routeCard(advice: Advice, session: RouteSession): Message {
  const value = writeSession(session);
  const next: KnownBlock = {
    type: 'actions',
    elements: [
      button(routeActions.reopen, 'Change an answer', 'Go back to the questions with these answers', value),
      button(routeActions.record, 'Send the pack again', 'Make the evidence pack once more', value),
      ...(isShared(session.channel)
        ? [button(routeActions.share, 'Share to channel', 'Show these routes where I was asked', value)]
        : []),
    ],
  };
  return firstThatFits(fullness.map((most) => () => build(advice, nameOf(session), most, [next])));
}

export function nameOf({ answers: { name } }: RouteSession): string | undefined {
  return typeof name === 'string' ? name : undefined;
}

function build(
  advice: Advice,
  name: string | undefined,
  most: Fullness,
  next: readonly KnownBlock[],
): Message {
  const title = name === undefined ? 'Routes for this purchase' : `Routes: ${name}`;
  const tested = testedSentences(advice).join(' ');
  const standing = advice.routes.filter(
    ({ status, onlyIfContract }) => status !== 'closed' && !onlyIfContract,
  );
  const shown = standing.slice(0, most.routes);
  const parts: { readonly title: string; readonly lines: readonly ListLine[] }[] = [
    {
      title: 'Before you begin',
      lines: advice.guards
        .slice(0, most.remarks)
        .map(({ text, citation }) => ({ text: `${text} (${citation})` })),
    },
    ...shown.map((route, index) => ({
      title: `${index + 1}. ${route.name} (${route.status})`,
      lines: routeLines(route),
    })),
    {
      title: 'What would change the order',
      lines: advice.wouldChange.slice(0, most.remarks).map(({ text }) => ({ text })),
    },
  ];
  const rest = restOf(advice, standing.length, shown.length);
  const blocks = (list: typeof listBlocks | typeof plainList): KnownBlock[] => [
    heading(title),
    paragraph(tested),
    ...parts.flatMap((part) => list(part.title, part.lines)),
    ...(rest === '' ? [] : [paragraph(rest)]),
    footnote(advice.disclaimer),
    ...next,
  ];
  return {
    text: [
      title,
      tested,
      ...parts
        .filter(({ lines }) => lines.length > 0)
        .flatMap((part) => [part.title, ...part.lines.map(({ lead = '', text }) => `${lead}${text}`)]),
      rest,
      advice.disclaimer,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    blocks: blocks(listBlocks),
    plainBlocks: blocks(plainList),
  };
}

function routeLines(route: RouteAdvice): ListLine[] {
  const { reason, nextStep, risk, risks, citation } = route;
  return [
    { lead: 'Why: ', text: reason },
    { lead: 'Next step: ', text: `${nextStep}.` },
    ...(risk === null ? [] : [{ lead: 'Risk: ', text: `${risk}. ${risks.join('. ')}` }]),
    { lead: 'Law: ', text: `${citation}. ${standingWords(route)}` },
  ];
}

function restOf(advice: Advice, standing: number, shown: number): string {
  const closed = advice.routes.filter(({ status }) => status === 'closed').length;
  const left = standing - shown;
  return [
    standing === 0 ? 'No route can be named from these answers.' : '',
    left > 0 ? `${formatCount(left)} more ${left === 1 ? 'route' : 'routes'} can be used.` : '',
    closed > 0 ? `${formatCount(closed)} ${closed === 1 ? 'is' : 'are'} closed here.` : '',
    standing > 0 ? 'All of them, with conditions and what to record, are in the evidence pack.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
