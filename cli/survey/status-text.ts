import {
  britishDate,
  formatCount,
  formatDate,
  formatGbp,
  formatRatio,
  formatShare,
} from '../../core/index.ts';
import type { SurveyStatus } from '../../survey/owner/status.ts';
import { intervalWords } from '../../survey/owner/survey-report.ts';
import type { Survey } from '../../survey/store.ts';
import { columns } from '../output.ts';

const listedToAsk = 10;

/** Where a survey is in its life. */
export function stageOf({ closedAt, closesAt, erasedAt }: Survey, now: number): string {
  if (erasedAt !== undefined) return `erased on ${day(erasedAt)}`;
  if (closedAt !== undefined) return `closed on ${day(closedAt)}`;
  return closesAt > now ? `open until ${day(closesAt)}` : `past its closing day, ${day(closesAt)}`;
}

const day = (moment: number): string => formatDate(britishDate(new Date(moment)));

/** How a survey stands: who answered, what LM3 is so far and how sure, whom to ask next. */
export function statusText(status: SurveyStatus, now: number): string {
  const { survey, lm3, answered, suppliers, waiting, withoutShare } = status;
  const { declined, optedOut, bounced, withoutEmail } = status.standing;
  const of = formatCount(suppliers);
  const notes = [
    ...(waiting > 0
      ? [
          `${formatCount(waiting)} of them kept private and do not count yet: such answers count in threes of a kind, so that none can be worked out.`,
        ]
      : []),
    ...(withoutShare > 0 ? [`${formatCount(withoutShare)} of them too incomplete for a share.`] : []),
  ];
  return [
    `${survey.name}, ${survey.area}, ${survey.period}: ${stageOf(survey, now)} (project ${survey.projectId})`,
    [
      `Answered: ${formatCount(answered.count)} of ${of} suppliers, ${formatShare(answered.shareOfSpend)} of value. Declined: ${formatCount(declined)}. No more mail: ${formatCount(optedOut)}. Mail came back: ${formatCount(bounced)}. Without e-mail address: ${formatCount(withoutEmail)}.`,
      ...notes,
    ].join('\n'),
    columns([
      ['LM3 so far', formatRatio(lm3.lm3)],
      ['LM2', formatRatio(lm3.lm2)],
      ['95% interval', intervalWords(lm3)],
      ['Bounds', `${formatRatio(lm3.bounds.low)} to ${formatRatio(lm3.bounds.high)}`],
      ['Response rate by value, of what counts', formatShare(lm3.responseRate)],
      ['Rating', lm3.rating],
    ]),
    ...(lm3.rating === 'green'
      ? []
      : [
          `Not green yet: ${lm3.ratingParts
            .filter(({ met }) => !met)
            .map(({ shortfall }) => shortfall)
            .join('; ')}.`,
        ]),
    mailText(status),
    chaseText(status),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function mailText({ mails, failedMails }: SurveyStatus): string {
  const { sent, written, queued, sending, dropped, failed } = mails;
  const lines = [
    `Mails: ${formatCount(sent)} sent, ${formatCount(queued + sending)} waiting, ${formatCount(failed)} failed, ${formatCount(dropped)} not needed any more.`,
    ...(written > 0
      ? [
          `${formatCount(written)} mails were written to a folder, NOT sent: no mail server is set (SMTP_URL). Send the files by hand, or set it.`,
        ]
      : []),
    ...failedMails.slice(0, listedToAsk).map(({ email, problem }) => `  ${email}: ${problem ?? 'failed'}`),
  ];
  return lines.join('\n');
}

function chaseText({ chase }: SurveyStatus): string {
  if (chase.silent === 0) return '';
  const rows = chase.suppliers
    .slice(0, listedToAsk)
    .map(({ name, spend, shareOfSpend, local }) => [
      `  ${name}`,
      formatGbp(spend),
      formatShare(shareOfSpend),
      local ? 'local' : 'not local',
    ]);
  const needed =
    chase.neededForHalf > 0
      ? `${formatCount(chase.neededForHalf)} of ${formatCount(chase.silent)} would reach half of value`
      : `${formatCount(chase.silent)} silent`;
  return [`Whom to chase first: ${needed}`, columns(rows)].join('\n');
}
