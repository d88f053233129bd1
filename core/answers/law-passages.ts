import type { Source } from '../explain/explained.ts';
import { resolveCitation } from '../framework/documents.ts';
import { procurementLaw, procurementMyths, procurementRoutes, thenAndNow } from '../procurement/data.ts';
import type { LawEntry, Route, ThenAndNow } from '../procurement/schema.ts';
import { figuresOn } from './law-lines.ts';
import type { Passage } from './passage.ts';

/** Everything that is held about procurement law, as passages that carry their law with them. */
export function lawPassages(): Passage[] {
  return [
    ...procurementLaw().entries.map((entry) => entryPassage('procurement-law.json', entry)),
    ...procurementMyths().entries.map((entry) => entryPassage('procurement-myths.json', entry)),
    ...thenAndNow().map(thenAndNowPassage),
    ...procurementRoutes().map(routePassage),
  ];
}

/** The topics of the files of law, in words for people. */
export function lawTopics(): string[] {
  return [procurementLaw().topic, procurementMyths().topic];
}

const cite = (file: string, id: string, sources: LawEntry['sources']): Source[] =>
  sources.map((citation) => resolveCitation(`${file}, ${id},`, citation));

function entryPassage(file: string, entry: LawEntry): Passage {
  const { id, kind, title, body, asks, synonyms, sources } = entry;
  const { mark, verified, unverified_points, thresholds, nations, valid_from, valid_to } = entry;
  return {
    id,
    kind,
    title,
    // For finding alone: an answer fills in the figures of its own day.
    body: figuresOn(body),
    asks,
    synonyms,
    names: [],
    sources: cite(file, id, sources),
    law: {
      text: body,
      mark,
      verified,
      unverified: unverified_points,
      thresholds,
      nations,
      validFrom: valid_from,
      validTo: valid_to,
      health: sources.some(({ document }) => document === 'psr-2023'),
    },
  };
}

function thenAndNowPassage(entry: ThenAndNow): Passage {
  const {
    id,
    name,
    report,
    law_then,
    law_now,
    put_right,
    asks,
    synonyms,
    mark,
    verified,
    unverified_points,
    thresholds,
  } = entry;
  const body = `${name}, then and now. The 2017 report says: ${report} The law then: ${law_then} Now: ${law_now} To put right: ${put_right}`;
  return {
    id,
    kind: 'then-and-now',
    title: `${name}, then and now`,
    body,
    asks,
    synonyms,
    names: [],
    sources: cite('procurement-then-and-now.json', id, entry.sources),
    law: {
      text: body,
      mark,
      verified,
      unverified: unverified_points,
      thresholds,
      nations: ['england'],
      validFrom: null,
      validTo: null,
      health: false,
    },
  };
}

const regimeTitles: Readonly<Record<Route['regime'], string>> = {
  PCR2015: 'Public Contracts Regulations 2015',
  PA2023: 'Procurement Act 2023 and its regulations',
  PSR2023: 'Health Care Services (Provider Selection Regime) Regulations 2023',
  none: 'Legislation and guidance',
};

const longestRoute = 720;

function routePassage(route: Route): Passage {
  const {
    id,
    name,
    regime,
    legal_basis,
    summary,
    conditions,
    next_steps,
    sources,
    verified,
    asks,
    synonyms,
  } = route;
  const [link] = sources;
  const source: Source = {
    title: regimeTitles[regime],
    place: legal_basis,
    verified: verified === 'verified',
    ...(link === undefined ? {} : { link }),
  };
  const body = withConditions(
    `${name}: ${lowerFirst(summary)}`,
    conditions,
    ` Next step: ${lowerFirst(next_steps[0] ?? '')}.`,
  );
  return {
    id: `route-${id}`,
    kind: 'route',
    title: `Route: ${name}`,
    body,
    asks,
    synonyms,
    names: [],
    sources: [source],
    law: {
      text: body,
      mark: 'V',
      verified: verified === 'verified',
      unverified: route.unverified_points,
      thresholds: thresholdsOf(route),
      nations: route.nations,
      validFrom: route.valid_from,
      validTo: route.valid_to,
      health: regime === 'PSR2023',
    },
  };
}

/** As many conditions as an answer has room for; it says when there are more. */
function withConditions(opening: string, conditions: readonly string[], ending: string): string {
  const fitting: string[] = [];
  let length = opening.length + ending.length + ' It asks for: .'.length;
  for (const condition of conditions) {
    length += condition.length + 2;
    if (length > longestRoute) break;
    fitting.push(lowerFirst(condition));
  }
  const more = conditions.length - fitting.length;
  const rest = more === 0 ? '' : `; and ${more} more, which localpound route lists`;
  return `${opening} It asks for: ${fitting.join('; ')}${rest}.${ending}`;
}

function thresholdsOf({ regime, id }: Route): NonNullable<Passage['law']>['thresholds'] {
  if (id === 'pa-concession') return ['concession'];
  if (regime !== 'PA2023' || id === 'pa-exempt-public-public') return [];
  return id === 'pa-light-touch' || id === 'pa-reserved-mutual'
    ? ['light_touch']
    : ['goods_services', 'light_touch'];
}

/** Names of laws and sums keep their capitals. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) &&
    !/^(British|English|England|Scotland|Wales|Welsh|Northern|Localism|Subsidy|Part|Sch)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
