import { formatCount, formatRatio, formatShare, isCalendarDate, type Outcome } from '../../../core/index.ts';
import { button, element } from '../element.ts';
import { openingSection, type Section } from '../section.ts';
import { type SurveyClient, type SurveyShown, surveyClient, toldIssues } from '../survey-client.ts';
import { textField } from '../text-field.ts';
import { ratingBadge } from './rating-badge.ts';

interface SurveyPanel {
  /** The file that is open, as it was read; inside Excel there is none. */
  readonly workbook: Blob | undefined;
  /** Shows another workbook in the place of this one. */
  readonly show: (file: File) => void;
  readonly announce: (text: string) => void;
}

const secondary = { class: 'secondary' } as const;

/** Kept until the page is left, so that it is typed once. */
let key = '';

/** The supplier survey of the server behind the pane: make it from this workbook, send it, refresh answers. */
export const surveySection = (panel: SurveyPanel): Section =>
  openingSection(
    'survey',
    'Supplier survey',
    'Make a survey from this workbook, write to the suppliers, and bring their answers back.',
    () => [surveyPanel(panel)],
  );

function surveyPanel({ workbook, show, announce }: SurveyPanel): HTMLElement {
  const keyField = textField({
    id: 'survey-key',
    label: 'Key',
    hint: 'Made on the survey’s web page under "People and keys". This pane forgets it when it is closed.',
    attributes: { type: 'password' },
  });
  keyField.set(key);
  const contact = textField({ id: 'survey-contact', label: 'Whom suppliers can ask' });
  const closes = textField({
    id: 'survey-closes',
    label: 'Last day for answers',
    attributes: { type: 'date' },
  });
  const found = element('div', { class: 'survey-found' });

  const client = (): SurveyClient => {
    key = keyField.input.value.trim();
    return surveyClient(document, key);
  };
  const tell = (text: string): void => {
    found.replaceChildren(element('p', {}, text));
    announce(text);
  };
  const given = <Value>(outcome: Outcome<Value>): Value | undefined => {
    if (outcome.ok) return outcome.value;
    tell(toldIssues(outcome.issues));
    return undefined;
  };

  async function list(): Promise<void> {
    const surveys = given(await client().list());
    if (surveys === undefined) return;
    if (surveys.length === 0) return tell('This key opens no survey yet.');
    found.replaceChildren(...surveys.map(oneSurvey));
    announce(`${formatCount(surveys.length)} surveys`);
  }

  async function make(): Promise<void> {
    const day = closes.input.value;
    contact.say(contact.isEmpty() ? 'fill it in' : '');
    closes.say(isCalendarDate(day) ? '' : 'choose a day');
    if (contact.isEmpty() || !isCalendarDate(day) || workbook === undefined) return;
    const made = given(await client().make(workbook, contact.input.value.trim(), day));
    if (made === undefined) return;
    found.replaceChildren(oneSurvey(made));
    announce('The survey is made. Nobody has been written to yet.');
  }

  function oneSurvey({ projectId, name, open }: SurveyShown): HTMLElement {
    const said = element('div', {});
    const say = (...text: (string | Node)[]): void => {
      said.replaceChildren(element('p', {}, text));
      announce(said.textContent ?? '');
    };
    const send = async (what: 'invitation' | 'reminder'): Promise<void> => {
      const sent = await client().send(projectId, what);
      if (!sent.ok) return say(toldIssues(sent.issues));
      const { queued, way } = sent.value;
      const really = way === 'smtp' ? '' : ' They are NOT sent: no mail server is set on the server.';
      say(`${formatCount(queued)} mails are in the queue.${really}`);
    };
    const status = async (): Promise<void> => {
      const asked = await client().status(projectId);
      if (!asked.ok) return say(toldIssues(asked.issues));
      const { answered, suppliers, lm3 } = asked.value;
      say(
        `LM3 so far ${formatRatio(lm3.lm3)} (${formatRatio(lm3.bounds.low)} to ${formatRatio(lm3.bounds.high)} whatever the silent do), `,
        ratingBadge(lm3.rating),
        `. Answered: ${formatCount(answered.count)} of ${formatCount(suppliers)}, ${formatShare(answered.shareOfSpend)} of value.`,
      );
    };
    const refresh = async (): Promise<void> => {
      const report = await client().report(projectId);
      if (!report.ok) return say(toldIssues(report.issues));
      show(new File([report.value], `survey ${projectId}.xlsx`));
    };
    return element(
      'div',
      { class: 'survey-one' },
      element('h3', {}, name),
      element(
        'div',
        { class: 'actions' },
        button('Status', () => void status(), secondary),
        button('Refresh answers', () => void refresh(), secondary),
        ...(open
          ? [
              button('Send survey', () => void send('invitation'), secondary),
              button('Remind the silent', () => void send('reminder'), secondary),
            ]
          : []),
      ),
      said,
    );
  }

  return element(
    'div',
    {},
    keyField.element,
    element(
      'div',
      { class: 'actions' },
      button('Show my surveys', () => void list(), secondary),
    ),
    found,
    workbook === undefined
      ? element('p', {}, 'To make a new one, save this workbook and upload it on the survey’s web page.')
      : [
          element('h3', {}, 'Make a new one'),
          element(
            'p',
            {},
            'This sends the workbook to the server that this pane came from, and nowhere else.',
          ),
          contact.element,
          closes.element,
          element(
            'div',
            { class: 'actions' },
            button('Make the survey', () => void make(), secondary),
          ),
        ],
  );
}
