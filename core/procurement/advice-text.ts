import type { Assumption } from '../explain/explained.ts';
import { formatDate } from '../units/calendar.ts';
import { formatPounds } from '../units/format.ts';
import type { Advice, Remark, RouteAdvice } from './advice.ts';
import type { Mark } from './schema.ts';

/** The advice in plain words, once for every face. */
export interface AdviceSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Law, date, threshold row and band in one or two sentences. */
export function testedSentences(advice: Advice): string[] {
  const { regimeName, dateTested, band, threshold, valueTested } = advice;
  const sentences = [`Tested for ${formatDate(dateTested)}. Law: ${regimeName}.`];
  if (threshold === null) {
    sentences.push(
      band === 'none'
        ? 'No value threshold applies.'
        : 'Which threshold applies depends on answers that are missing.',
    );
    return sentences;
  }
  const basis = threshold.basis === 'incl VAT' ? 'including VAT' : 'without VAT';
  const value = valueTested === null ? 'A value that is not known' : `${formatPounds(valueTested)} ${basis}`;
  const where = band === 'below' ? 'is below' : 'counts as at or above';
  sentences.push(
    `${value} ${where} the threshold of ${formatPounds(threshold.amount)} ${basis} (${threshold.row}).`,
  );
  if (advice.routes.some(({ onlyIfContract }) => onlyIfContract)) {
    sentences.push('The threshold matters only if it turns out to be a contract.');
  }
  if (!threshold.verified)
    sentences.push(`Threshold not verified: ${threshold.note || 'the source was not read'}.`);
  return sentences;
}

const statusWords: Readonly<Record<RouteAdvice['status'], string>> = {
  open: 'open',
  depends: 'depends',
  closed: 'closed',
};

/** How far the text behind a statement was read. */
const markWords: Readonly<Record<Mark, string>> = {
  V: 'Read in the legislation',
  V2: 'Read on an official or law-firm page',
  I: 'Our own reading of the law, not verified',
  U: 'General knowledge, not verified',
};

/** How far the text was read, and what is not verified: no unread text is shown without its mark. */
export function standingWords({
  mark,
  verified,
  unverified,
}: Pick<RouteAdvice, 'mark' | 'verified' | 'unverified'>): string {
  const points =
    unverified.length > 0 ? ` ${verified ? 'Not confirmed' : 'Not verified'}: ${unverified.join('; ')}.` : '';
  const rest = !verified && points === '' ? ' Part of it is not verified.' : points;
  return `${markWords[mark]}.${rest}`;
}

export function routeLines(route: RouteAdvice): string[] {
  const { reason, conditions, record, risk, nextStep, citation, combinedWith } = route;
  const together = combinedWith.length > 0 ? ` Goes together with: ${combinedWith.join(', ')}.` : '';
  return [
    `Why: ${reason}${together}`,
    'Must be true:',
    ...conditions.map((condition) => `- ${condition}`),
    'Record:',
    ...record.map((item) => `- ${item}`),
    `${risk === null ? '' : `Risk: ${risk}. `}Next step: ${nextStep}.`,
    `Law: ${citation}. ${standingWords(route)}`,
  ];
}

const remarkLine = (remark: Remark): string =>
  [
    `[${remark.rule}] ${remark.text}`,
    remark.nextStep === null ? '' : `Next step: ${remark.nextStep}.`,
    `Law: ${remark.citation}.`,
    standingWords(remark),
  ]
    .filter((part) => part !== '')
    .join(' ');

/** What follows from the answers, where it is known. */
export function derivedSentences({ derived, band }: Advice): string[] {
  const says: readonly [boolean | null, string, string][] = [
    [derived.lightTouch, 'It is a light touch service.', 'It is not a light touch service.'],
    [
      band === 'below' ? derived.notifiable : null,
      'It is notifiable: a notice comes before any open advert and a contract details notice after signing.',
      'It is not notifiable: at this value no notice is needed.',
    ],
    [derived.svaDuty, 'The Social Value Act duty applies.', 'The Social Value Act duty does not apply.'],
    [
      derived.localPower,
      'The power to reserve a competition to the local area is there.',
      'The power to reserve a competition to the local area is not there.',
    ],
  ];
  return says.flatMap(([truth, yes, no]) => (truth === null ? [] : [truth ? yes : no]));
}

/** Closed routes, those with one reason together. */
function closedLines(routes: readonly RouteAdvice[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { name, rule, reason } of routes) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), `${name} (${rule})`]);
  }
  return [...byReason].map(([reason, names]) => `${reason} ${names.join('; ')}.`);
}

function assumptionLine({ text, effect, source }: Assumption): string {
  const standing = source?.verified === false ? ` Not verified: ${source.title}, ${source.place}.` : '';
  return `${text} ${effect}${standing}`;
}

/** The whole advice for a terminal or a message, the closed routes with their reasons last. */
export function adviceSections(advice: Advice): AdviceSection[] {
  const standing = advice.routes.filter(({ status }) => status !== 'closed');
  const open = standing.filter(({ onlyIfContract }) => !onlyIfContract);
  const behind = standing.filter(({ onlyIfContract }) => onlyIfContract);
  const closed = advice.routes.filter(({ status }) => status === 'closed');
  const sections: AdviceSection[] = [
    { heading: 'What was tested', lines: [...testedSentences(advice), ...derivedSentences(advice)] },
    { heading: 'Before you begin', lines: advice.guards.map(remarkLine) },
    ...open.map((route, index) => ({
      heading: `${index + 1}. ${route.name}: ${statusWords[route.status]} (rank ${route.rank ?? ''}, rule ${route.rule})`,
      lines: routeLines(route),
    })),
    {
      heading: 'If it turns out to be a contract',
      lines: behind.map(
        ({ name, rule, rank, reason }) => `${name} (rank ${rank ?? ''}, rule ${rule}): ${reason}`,
      ),
    },
    { heading: 'Beside any route', lines: advice.overlays.map(remarkLine) },
    {
      heading: 'Your own rules',
      lines:
        advice.ownRules === null
          ? []
          : [advice.ownRules.text, ...advice.ownRules.notes, `Source: ${advice.ownRules.source}.`],
    },
    { heading: 'What would change the order', lines: advice.wouldChange.map(({ text }) => text) },
    {
      heading: 'What this rests on',
      lines: advice.assumptions.map(assumptionLine),
    },
    { heading: 'Closed here', lines: closedLines(closed) },
    { heading: 'Please note', lines: [advice.disclaimer] },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}
