import { confidenceWords, formatCount, type Issue } from '../../../../core/index.ts';
import type { Ask, EnabledFound, WorkbookFile } from '../../../engine/messages.ts';
import { element } from '../../element.ts';
import { referencesTo } from '../../references.ts';
import { contentsOf, section } from '../../section.ts';
import type { View } from '../../view.ts';
import { assumptions } from '../assumptions.ts';
import { drawing } from '../drawing.ts';
import { elementsOf, type ResultActions, resultActions, sampleNotice, toCheck } from '../result-parts.ts';
import { sources } from '../sources.ts';
import { summaryInWords } from '../words.ts';
import { asPublished } from './as-published.ts';
import { forms } from './forms.ts';
import { tenantsHeadline } from './headline.ts';
import { anchorTable, askTable, authorityTable, tenantTable } from './tables.ts';
import { tenantWorkings } from './tenant-workings.ts';
import { years } from './years.ts';

export interface TenantsOptions extends EnabledFound, ResultActions {
  readonly issues: readonly Issue[];
  readonly fileName: string;
  readonly sample: boolean;
  readonly ask: Ask;
  /** Puts in forms of tenants and shows the new result; comes back with what stands in the way of one. */
  readonly putInForms: (files: readonly WorkbookFile[]) => Promise<readonly Issue[]>;
}

/** Enabled employment and GVA: the totals first, then by anchor and authority, then tenant by tenant. */
export function tenantsView(options: TenantsOptions): View {
  const { result, summary, issues, chart, toAsk, fileName, sample, ask, announce } = options;
  const { heading, element: hero } = tenantsHeadline(options, fileName);
  const references = referencesTo(result.sources, result.assumptions);
  const { part: workings, show: showWorkings } = tenantWorkings(
    (place) => ask('tenantWorkings', place),
    references,
    announce,
  );
  const parts = [
    section(
      'by-anchor',
      'By community anchor',
      element('div', { class: 'chart' }, drawing(chart)),
      anchorTable(result, announce),
      element(
        'dl',
        { class: 'confidence-key' },
        (['high', 'moderate', 'low', 'unknown'] as const).map((level) => keyLine(confidenceWords[level])),
      ),
    ),
    section('by-authority', 'By local authority', authorityTable(result, announce)),
    section(
      'to-ask',
      'What would raise confidence most',
      ...(toAsk.length === 0
        ? [element('p', {}, 'Every figure is complete primary data: there is nobody left to ask.')]
        : [
            element(
              'p',
              {},
              `Figures of ${formatCount(toAsk.length)} ${toAsk.length === 1 ? 'tenant' : 'tenants'} are estimated or missing. Answers count most in this order.`,
            ),
            askTable(toAsk, announce),
          ]),
    ),
    section('tenants', 'Tenants', tenantTable(result, showWorkings, announce)),
    workings,
    forms(options.putInForms, announce),
    years((file) => ask('years', file), announce),
    asPublished(result, () => ask('asPublished', null), announce),
    ...toCheck(issues, announce),
    summaryInWords(summary, announce),
    ...assumptions(result.assumptions),
    sources(references.documents),
  ];
  return {
    title: heading.textContent ?? 'Tenants',
    focus: heading,
    content: [
      ...sampleNotice(sample),
      hero,
      ...resultActions(options),
      contentsOf(parts),
      element('div', { class: 'parts' }, elementsOf(parts)),
    ],
  };
}

/** `High (dark blue): complete primary data` as a term and what it means. */
function keyLine(words: string): HTMLElement {
  const [term = '', meaning = ''] = words.split(/: (.*)/);
  return element('div', {}, element('dt', {}, term), element('dd', {}, meaning));
}
