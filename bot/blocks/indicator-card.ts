import type { KnownBlock } from '@slack/types';
import * as z from 'zod';
import { type FoundIndicator, formatCount } from '../../core/index.ts';
import { clip, codePoints, slackLimits } from './limits.ts';
import { type ListLine, listBlocks, plainList } from './list.ts';
import { menu, option, searchMenu } from './menus.ts';
import { button, footnote, heading, type Message, mainButton, paragraph } from './message.ts';

export const indicatorActions = {
  pick: 'indicator_pick',
  other: 'indicator_other',
  add: 'indicator_add',
  takeOut: 'indicator_take_out',
  share: 'indicator_share',
  plan: 'indicator_plan',
} as const;

const cardValue = z.object({
  /** Of the indicator. */
  id: z.string().min(1),
  /** What was looked for, so that what else fits can be shown again. */
  topic: z.string().optional(),
});

/** What the buttons and menus of a card know. */
export type CardValue = z.output<typeof cardValue>;

/** Short enough for a choice of a menu; a long topic is left out, and with it the list of what else fits. */
export function writeCardValue({ id, topic }: CardValue): string {
  const full = JSON.stringify({ id, topic });
  return codePoints(full) <= slackLimits.optionValue ? full : JSON.stringify({ id });
}

/** @throws when the value is not one that `writeCardValue` wrote */
export function readCardValue(text: string): CardValue {
  return cardValue.parse(JSON.parse(text));
}

export interface IndicatorCard {
  readonly indicator: FoundIndicator;
  readonly topic?: string | undefined;
  /** What was understood and what to bear in mind, above the card. */
  readonly intro?: readonly string[];
  /** What else fits the topic. */
  readonly others: readonly FoundIndicator[];
  /** How many indicators are in the person's plan, and whether this is one. */
  readonly planned: number;
  readonly inPlan: boolean;
  /** Whether there is a conversation to show it to. */
  readonly canShare: boolean;
  /** What was just done, such as "Added to your plan." */
  readonly done?: string;
}

/** An indicator for the person who looked it up: what to count and how, with what to do next. */
export function indicatorCard(card: IndicatorCard): Message {
  const { indicator, intro = [], done } = card;
  const above = intro.map(paragraph);
  const below = [
    ...(done === undefined ? [] : [footnote(done)]),
    ...doNext(card),
    searchRow(card.topic === undefined ? 'Look up an indicator' : 'Look up another'),
  ];
  const open = indicatorForAll(indicator);
  return {
    text: [...intro, open.text, ...(done === undefined ? [] : [done])].join('\n'),
    blocks: [...above, ...open.blocks, ...below],
    plainBlocks: [...above, ...(open.plainBlocks ?? open.blocks), ...below],
  };
}

/** The same for everybody in a conversation: without buttons, which would change one person's plan. */
export function indicatorForAll(indicator: FoundIndicator): Message {
  const lines = cardLines(indicator);
  const [report] = indicator.sources;
  const source = `Name and standing: ${report?.title}, ${report?.place}. How to collect it: Local Pound’s advice.`;
  return {
    text: [indicator.name, ...lines.map(({ lead = '', text }) => lead + text), source].join('\n'),
    blocks: [heading(indicator.name), ...listBlocks(undefined, lines), footnote(source)],
    plainBlocks: [paragraph(indicator.name), ...plainList(undefined, lines), footnote(source)],
  };
}

function cardLines({
  standing,
  characteristic,
  counted,
  data,
  collect,
  often,
  why,
}: FoundIndicator): ListLine[] {
  return [
    { lead: 'Standing: ', text: standing === 'key' ? 'key indicator' : 'other measure' },
    { lead: 'Characteristic: ', text: `${characteristic.number}, ${characteristic.name}` },
    { lead: 'What to count: ', text: counted.join(' and ') },
    { lead: 'How: ', text: collect },
    { lead: 'When: ', text: often },
    { lead: 'Data you need: ', text: data.map(({ name }) => name).join('; ') },
    ...(why === '' ? [] : [{ lead: 'Why it fits: ', text: why }]),
  ];
}

function doNext({ indicator, topic, others, planned, inPlan, canShare }: IndicatorCard): KnownBlock[] {
  const value = writeCardValue({ id: indicator.id, topic });
  const change = inPlan
    ? button(indicatorActions.takeOut, 'Take out of my plan', 'Take this indicator out of my plan', value)
    : mainButton(button(indicatorActions.add, 'Add to my plan', 'Add this indicator to my plan', value));
  const rest = others.map((other) => option(`${other.name}`, writeCardValue({ id: other.id, topic })));
  return [
    {
      type: 'actions',
      elements: [
        change,
        planButton(planned),
        ...(canShare
          ? [
              button(
                indicatorActions.share,
                'Share to channel',
                'Show this indicator to everyone here',
                value,
              ),
            ]
          : []),
      ],
    },
    ...(rest.length === 0
      ? []
      : [
          {
            type: 'actions' as const,
            elements: [menu(indicatorActions.other, `Also fits (${formatCount(rest.length)})`, rest)],
          },
        ]),
  ];
}

export function planButton(planned: number) {
  const count = planned === 0 ? '' : ` (${formatCount(planned)})`;
  return button(indicatorActions.plan, `My plan${count}`, 'Show the indicators in my plan', 'plan');
}

function searchRow(placeholder: string, ...after: ReturnType<typeof button>[]): KnownBlock {
  return { type: 'actions', elements: [searchMenu(indicatorActions.pick, placeholder), ...after] };
}

/** Where a look-up begins: a menu over the whole bank. */
export function indicatorStart(planned: number, bankSize: number): Message {
  const title = 'Find an indicator';
  const how = `Type in the menu to search ${formatCount(bankSize)} indicators by name or in your own words, or type /indicator with a topic, such as /indicator lonely pensioners.`;
  return {
    text: `${title}\n${how}`,
    blocks: [heading(title), paragraph(how), searchRow('Type to search', planButton(planned))],
  };
}

/** Nothing fits a topic: what to try, and what comes nearest. */
export function nothingFound(
  notes: readonly string[],
  nearest: readonly FoundIndicator[],
  planned: number,
): Message {
  const title = 'No indicator fits';
  const near = nearest.map((each) => option(each.name, writeCardValue({ id: each.id })));
  const said = notes.map((note) => clip(note, slackLimits.sectionText));
  return {
    text: [title, ...said].join('\n'),
    blocks: [
      heading(title),
      ...said.map(paragraph),
      ...(near.length === 0
        ? []
        : [{ type: 'actions' as const, elements: [menu(indicatorActions.other, 'The nearest', near)] }]),
      searchRow('Type to search', planButton(planned)),
    ],
  };
}
