import { html } from 'hono/html';
import { spendingParts } from '../../core/index.ts';
import type { FormPage } from '../form/fields.ts';
import type { Words } from '../words/english.ts';
import type { Markup } from './layout.ts';
import { type FormState, radios, textField, tickBox } from './parts.ts';

/** The title and the fields of each page of the questionnaire. */
export const questionPages: Readonly<
  Record<FormPage, (state: FormState, area: string) => { readonly title: string; readonly fields: Markup }>
> = {
  one: (state, area) => {
    const { words } = state;
    const steps = Array.from({ length: 11 }, (_, step) => step * 10);
    return {
      title: words.estimate.title,
      fields: html`
        ${radios(state, 'estimate', {
          legend: words.estimate.question(area),
          choices: [
            ...steps.map((pounds) => [String(pounds), words.estimate.pounds(pounds)] as const),
            ['dk', words.doNotKnow],
          ],
          columns: true,
        })}
        ${quality(state)}
        ${showTo(state)}`,
    };
  },
  money: (state) => {
    const { words } = state;
    return {
      title: words.spending.title,
      fields: html`
        ${radios(state, 'basis', {
          legend: words.basis.question,
          choices: [
            ['yourPayments', words.basis.yourPayments],
            ['wholeBusiness', words.basis.wholeBusiness],
          ],
        })}
        <fieldset aria-describedby="spending-hint">
          <legend>${words.spending.question}</legend>
          <p class="hint" id="spending-hint">${words.spending.hint}</p>
          ${spendingParts.map((part) =>
            textField(state, part, {
              label: words.spending.parts[part],
              before: '£',
              short: true,
              numeric: true,
            }),
          )}
        </fieldset>`,
    };
  },
  places: (state, area) => {
    const { words } = state;
    const percent = { hint: words.places.percentHint, after: '%', short: true, numeric: true } as const;
    return {
      title: words.places.title,
      fields: html`
        ${textField(state, 'payLocal', { label: words.places.payLocal(area), ...percent })}
        <details${state.draft.staffAll || state.draft.staffLocal ? html` open` : ''}>
          <summary>${words.places.orStaff}</summary>
          ${textField(state, 'staffAll', { label: words.places.staffAll, short: true, numeric: true })}
          ${textField(state, 'staffLocal', { label: words.places.staffLocal(area), short: true, numeric: true })}
        </details>
        ${textField(state, 'boughtLocal', { label: words.places.boughtLocal(area), ...percent })}
        ${textField(state, 'otherLocal', {
          label: words.places.otherLocal(area),
          ...percent,
          hint: `${words.places.optional} ${words.places.percentHint}`,
        })}`,
    };
  },
  about: (state) => {
    const { words } = state;
    return {
      title: words.about.title,
      fields: html`
        ${textField(state, 'postcode', { label: words.about.postcode, hint: words.about.postcodeHint, short: true })}
        ${radios(state, 'headOffice', {
          legend: words.about.headOffice,
          choices: [
            ['yes', words.yes],
            ['no', words.no],
            ['dk', words.doNotKnow],
          ],
        })}
        ${quality(state)}
        ${textField(state, 'employees', {
          label: words.about.employees,
          hint: words.about.optional,
          short: true,
          numeric: true,
        })}
        <fieldset aria-describedby="kinds-hint">
          <legend>${words.about.kinds}</legend>
          <p class="hint" id="kinds-hint">${words.about.optional}</p>
          <div class="choices">
            ${tickBox(state, 'kindSmall', words.about.kindSmall)}
            ${tickBox(state, 'kindCharity', words.about.kindCharity)}
            ${tickBox(state, 'kindSocial', words.about.kindSocial)}
          </div>
        </fieldset>
        ${showTo(state)}`,
    };
  },
};

function quality(state: FormState): Markup {
  const { quality: said } = state.words;
  return radios(state, 'quality', { legend: said.question, choices: choicesOf(said, qualityValues) });
}

function showTo(state: FormState): Markup {
  const { showTo: said } = state.words;
  return radios(state, 'showTo', {
    legend: said.question,
    hint: said.hint,
    choices: choicesOf(said, audienceValues),
  });
}

const qualityValues = ['records', 'estimate', 'guess'] as const satisfies (keyof Words['quality'])[];
const audienceValues = ['nobody', 'buyer', 'anyone'] as const satisfies (keyof Words['showTo'])[];

function choicesOf<Value extends string>(
  said: Readonly<Record<Value, string>>,
  values: readonly Value[],
): (readonly [string, string])[] {
  return values.map((value) => [value, said[value]]);
}
