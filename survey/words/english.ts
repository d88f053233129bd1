import { formatDate, formatGbp, formatShare } from '../../core/index.ts';
import type { Survey } from '../store.ts';

/**
 * Every word that a supplier reads, so that another language is another file of this shape. Amounts
 * are GBP; a date is `YYYY-MM-DD`.
 */
export const english = {
  language: 'en-GB',
  product: 'Local Pound',
  skip: 'Skip to main content',
  error: 'Error',
  problemTitle: 'There is a problem',
  privacyLink: 'How your answers are used',
  declineLink: 'I do not want to answer',
  footer: ({ contact }: Pick<Survey, 'contact'>) => `Questions? Ask ${contact}.`,
  continue: 'Save and continue',
  later: 'Save and come back later',
  back: 'Back',
  change: 'Change',
  doNotKnow: 'I do not know',
  notAnswered: 'Not answered',
  yes: 'Yes',
  no: 'No',

  start: {
    title: 'Where our money goes next',
    lead: (asker: string, area: string) =>
      `${asker} wants to know how much of what it spends stays in ${area}. Your answer is what is missing.`,
    facts: {
      asker: 'Who asks',
      supplier: 'Your organisation',
      area: 'The area',
      period: 'The period',
      paid: 'What we paid you in it',
      closes: 'Please answer by',
      contact: 'Whom to ask',
    },
    how: 'Two ways to answer',
    oneButton: 'Answer one question (1 minute)',
    detailsButton: 'Answer in detail (5 minutes)',
    hints: [
      'Estimates are fine. Leave open what you do not know: nothing is not the same as not known.',
      'What you type is saved at each step. Come back with the same link, on any device.',
    ],
    gain: 'At the end you see your own figure and how it was worked out. You can use it in bids.',
    gainHere: 'At the end you see your own figure and how it was worked out.',
    private: 'Only totals are shown to the buyer, unless you say otherwise in the last question.',
    answered: (date: string) =>
      `You answered on ${formatDate(date)}. Thank you. You can change your answer until the survey closes.`,
    ownFigure: 'See your own figure',
  },

  estimate: {
    title: 'Your estimate',
    question: (area: string) =>
      `Of every £100 we paid you, how much do you think was spent again in ${area}, on staff who live there and firms based there?`,
    pounds: (pounds: number) => `£${pounds}`,
  },

  basis: {
    question: 'Will you answer for our work only, or for your whole business in its place?',
    yourPayments: 'For what you paid us',
    wholeBusiness: 'For our whole business',
  },

  spending: {
    title: 'What your income was spent on',
    question: 'Out of every £100 we paid you (without VAT), roughly how much went on each of these?',
    hint: 'The five should come to about 100. An empty box counts as nothing once the others do.',
    parts: {
      pay: 'Pay and employer costs',
      bought: 'Goods, services and subcontractors',
      overheads: 'Rent, energy, finance and other overheads',
      taxes: 'Taxes',
      kept: 'Profit, reserves or owners',
    },
  },

  places: {
    title: 'What of it stayed in the area',
    payLocal: (area: string) => `Of pay, what percentage went to people who live in ${area}?`,
    orStaff: 'Or give numbers of staff instead',
    staffAll: 'Number of staff',
    staffLocal: (area: string) => `How many of them live in ${area}`,
    boughtLocal: (area: string) =>
      `Of goods, services and subcontractors, what percentage came from firms that work from ${area}?`,
    otherLocal: (area: string) =>
      `Of overheads, and of profit, reserves or owners, what percentage stayed with landlords or owners in ${area}?`,
    optional: 'Optional.',
    percentHint: 'A percentage from 0 to 100. Leave it empty if you do not know.',
  },

  about: {
    title: 'About your organisation',
    postcode: 'From which postcode was most of the work for us done?',
    postcodeHint: 'For example HX1 1UJ, or only its first half.',
    headOffice: 'Is your head office elsewhere?',
    employees: 'Employees (full-time equivalent)',
    kinds: 'Which of these are you?',
    kindSmall: 'A small firm (fewer than 50 employees)',
    kindCharity: 'A charity',
    kindSocial: 'A social enterprise',
    optional: 'Optional.',
  },

  quality: {
    question: 'Are these figures from records, a careful estimate, or a rough guess?',
    records: 'From records',
    estimate: 'A careful estimate',
    guess: 'A rough guess',
  },

  showTo: {
    question: 'May we show your own figure to others?',
    hint: 'If you choose nothing, nobody sees it: it only counts in totals.',
    nobody: 'Nobody',
    buyer: 'The buyer',
    anyone: 'Anyone',
  },

  check: {
    title: 'Check your answers',
    figure: (share: string) =>
      `From these answers, ${share} of what we paid you was spent again in the area.`,
    noFigure:
      'These answers are not enough for a figure of your own yet. Send them if they are all you have, or answer more of the questions.',
    queries: {
      localSpendsNothing: (area: string) =>
        `We have you as working from ${area}, and nothing of the money was spent there. If that is right, send your answers. If not, change them.`,
      distantSpendsEverything: (area: string) =>
        `We have you as working from outside ${area}, and all of the money was spent there. If that is right, send your answers. If not, change them.`,
    },
    consent: (who: string) => `Your own figure may be seen by: ${who}.`,
    send: 'Send answers',
    rows: {
      estimate: 'Spent again in the area, out of £100',
      payLocal: 'Of pay, in the area',
      staff: 'Staff, and of them in the area',
      boughtLocal: 'Of purchases, in the area',
      otherLocal: 'Of overheads and what was kept, in the area',
      basis: 'Answered for',
      quality: 'Figures are',
      postcode: 'Postcode of the work',
      headOffice: 'Head office elsewhere',
      employees: 'Employees',
      kinds: 'Kind of organisation',
      showTo: 'May see your own figure',
    },
    staff: (all: string, local: string) => `${all}, ${local} in the area`,
  },

  sent: {
    title: 'Thank you',
    lead: 'Your answers have arrived.',
    figure: (share: string, area: string) => `Your local re-spend in ${area}: ${share}`,
    meaning: (share: string, area: string, paid: number, respent: number) =>
      `Of the ${formatGbp(paid)} that was paid to you, ${formatGbp(respent)} (${share}) was spent again in ${area}.`,
    workings: 'How this was worked out',
    columns: { step: 'Step, and how', figure: 'Figure' },
    assumptions: 'What this rests on',
    noFigure: 'Your answers were not enough for a figure of your own. You can add to them at any time.',
    use: 'You may quote this figure in bids, with the note below. It comes from your own answers and has not been audited.',
    note: 'Method: LM3 as published by Locality (Keep it Local, 2017); the supplier’s share by the questionnaire of Local Pound.',
    download: 'Download your result with the method note',
    more: 'Change or add to your answers',
    details: 'Four more minutes? Answer in detail',
  },

  result: {
    title: (name: string) => `Local re-spend of ${name}`,
    about: (name: string, asker: string, area: string, period: string, answered: string) =>
      `${name} answered the supplier survey of ${asker} about ${area} for ${period} on ${formatDate(answered)}.`,
    method: 'Method',
    methodText:
      'Local re-spend is the share of what a buyer paid that the supplier spent again on people who live in the area and on firms and owners based there: pay, purchases, and overheads with what was kept, each times the part of it that stayed. Taxes count as leaving. In the local multiplier LM3 it is the third round of spending.',
    limits:
      'The figure comes from the supplier’s own answers and has not been audited. It says where money went, and not what it caused.',
  },

  saved: {
    title: 'Saved',
    text: (date: string) =>
      `What you typed is kept. Open the same link again by ${formatDate(date)} to go on. Nothing has been sent yet.`,
    goOn: 'Go on now',
  },

  decline: {
    title: 'Not answering',
    text: 'You need not answer. If you tell us so, you get no reminders. You can change your mind while the survey is open.',
    button: 'I do not want to answer',
    doneTitle: 'We will not ask again',
    done: 'You will get no reminders for this survey. Your link still works if you change your mind.',
  },

  stop: {
    title: 'No more e-mails',
    text: 'We will send nothing more about this survey to your e-mail address.',
    button: 'Stop e-mails',
    doneTitle: 'You will get no more e-mails',
    done: 'Nothing more about this survey goes to your e-mail address. Your link still works.',
  },

  closed: {
    title: 'This survey is closed',
    text: 'Thank you for coming. It takes no more answers.',
  },

  gone: {
    title: 'This link does not work',
    text: 'It may have expired, or part of it may be missing. Copy the whole link from the e-mail, or ask whoever sent it for a new one.',
  },

  tooMany: {
    title: 'Too many tries',
    text: 'Wait a minute, then try again.',
  },

  refused: {
    title: 'This form could not be taken',
    text: 'Go back, load the page again and send it once more.',
  },

  unavailable: {
    title: 'This did not work just now',
    text: 'Our store cannot be reached at the moment. What you sent before is safe. Go back and try again in a minute: your browser still has what you typed.',
  },

  front: {
    title: 'Supplier survey',
    owners: 'You run a survey? Sign in',
    text: 'Suppliers answer by the link in their e-mail and need not sign in. If yours has gone missing, ask the organisation that wrote to you for a new one.',
  },

  sample: {
    title: 'Try a supplier survey',
    text: 'This is a sample: the organisation, its suppliers and their answers are fictional. What you answer goes into its LM3 and nowhere else.',
    button: 'Answer as one of its suppliers',
    ownerTitle: 'See the other side',
    owner: 'The organisation that asks sees LM3 move as answers come.',
    ownerLink: 'Its page (sign in by the address that the server printed when it started)',
  },

  privacy: {
    title: 'How your answers are used',
    sections: [
      [
        'What it is for',
        'Your answers are used to work out how much of a buyer’s spending stays in its area (the local multiplier, LM3), and for nothing else.',
      ],
      [
        'What the buyer sees',
        'Whether you have answered, and totals over suppliers. Your own figure is shown to the buyer, or to anyone, only if you say so in the last question. If you do not, it is added up with those of at least two other suppliers that keep theirs private; until there are three, it does not count in what the buyer sees.',
      ],
      [
        'What is kept',
        'The name and e-mail address that the buyer has for you, your answers with the earlier ones where you changed them, and when they came. No cookies are set, and no record is kept of your device.',
      ],
    ],
    until: (date: string) =>
      `Names, e-mail addresses, links, postcodes and earlier answers are erased on ${formatDate(date)} at the latest. Figures without them may be kept.`,
    untilTitle: 'How long',
    rights: 'Your choices',
    rightsText: (contact: string) =>
      `You can decline, stop e-mails, change your answers while the survey is open, and ask for your data or for their removal: ${contact}.`,
    rightsGeneral:
      'You can decline, stop e-mails, change your answers while the survey is open, and ask the buyer named in your e-mail for your data or for their removal.',
  },

  problems: {
    notANumber: (label: string) => `${label}: enter a number, such as 40, or leave it empty`,
    notInRange: (label: string, most: string) => `${label}: enter a number from 0 to ${most}`,
    notWhole: (label: string) => `${label}: enter a whole number`,
    staffHalf: (label: string) => `${label}: fill in both numbers of staff, or neither`,
    tooLong: (label: string) => `${label}: shorten it`,
    unknownChoice: (label: string) => `${label}: choose one of the answers`,
    partsDoNotAdd: (total: number) =>
      `Your five parts come to ${formatGbp(total)}; they should come to about £100 (from £95 to £105)`,
    moreLocalThanAll: (local: number, all: number) =>
      `You have ${local} staff in the area out of ${all}; there cannot be more in the area than there are`,
    nothingToSend: 'Answer at least one of the questions about spending',
  },

  share: formatShare,
};

export type Words = typeof english;
