import { britishDate, formatDate, formatGbp } from '../../core/index.ts';
import type { Survey, SurveySupplier } from '../store.ts';

/** A supplier in a mail, with its own link. */
export interface MailedSupplier {
  readonly supplier: Pick<SurveySupplier, 'supplier' | 'contactName'>;
  readonly link: string;
}

const closing = ({ closesAt }: Survey): string => formatDate(britishDate(new Date(closesAt)));

/** Every word of the mails, so that another language is another file of this shape. */
export const mailEnglish = {
  greeting: (name: string | undefined) => (name === undefined ? 'Hello,' : `Dear ${name},`),
  subject: (survey: Survey, isReminder: boolean) =>
    `${isReminder ? 'Reminder: how' : 'How'} much of our spending stays in ${survey.area}?`,
  opening: (survey: Survey, isReminder: boolean) =>
    isReminder
      ? `We wrote to you about where our money goes next. We have no answer from you yet, and it would help: one question is enough.`
      : `${survey.name} wants to know how much of what it spends stays in ${survey.area}. You supplied us in this period: ${survey.period}. Would you tell us, roughly, how much of that money was spent again in the area? One question takes a minute; all of them take five. Estimates are fine.`,
  each: ({ supplier }: MailedSupplier) =>
    `${supplier.supplier.name} (${formatGbp(supplier.supplier.spend)} paid in the period):`,
  answer: 'Answer here',
  gain: ({ bids }: Survey) =>
    `You get your own local figure and how it was worked out${bids === false ? '' : ', to use in bids'}. Nobody sees it unless you say so.`,
  closes: (survey: Survey) => `Please answer by ${closing(survey)}.`,
  own: 'The link is yours alone: do not pass it on outside your organisation.',
  contact: (survey: Survey) => `Questions? Ask ${survey.contact}.`,
  stop: 'No more e-mails about this survey:',

  /** A letter for a personal word before the first mail: system mails alone are mostly passed over. */
  warmUp: (survey: Survey, contactName = '[name]') => `Dear ${contactName},

I am writing to you in person before a message from a system reaches you.

We want to know how much of what ${survey.name} spends stays in ${survey.area}. We know what we pay you. What we cannot know is where that money goes next: to people who live here, to firms that work from here, or elsewhere. Only you can tell us.

In the next days you will get an e-mail with a link of your own. One question is enough, and takes a minute; all of them take about five. Estimates are fine, and you may leave out whatever you do not know. Only totals are shown, unless you allow more. At the end you see your own figure and how it was worked out${survey.bids === false ? '' : ', and you may use it in your bids'}.

If you would rather answer on the telephone, or have questions, ask ${survey.contact}.

Please answer by ${closing(survey)}. Thank you.

[your name, and how you know each other]
`,
};
