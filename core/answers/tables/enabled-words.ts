import type { Explained } from '../../explain/explained.ts';
import { pilotData } from '../../framework/pilot-areas.ts';
import type { PilotArea, PilotOrganisation } from '../../framework/pilot-schema.ts';
import { formatCount, formatShare, formatWholeGbp } from '../../units/format.ts';
import { type Anchor, type Column, chosenAnchors, gva, hasFigures, jobs, source } from './enabled-columns.ts';
import { average, difference, given, quotient, sum } from './sums.ts';
import { listWords, type TableAnswer } from './table-answer.ts';

/** Answers from Table 1 in words, each with its sums. */

export function noFigures(
  areas: readonly PilotArea[],
  organisations: readonly PilotOrganisation[],
): TableAnswer {
  const names = listWords([...organisations, ...areas].map(({ name }) => name));
  const held = pilotData()
    .organisations.filter(hasFigures)
    .map(({ name }) => name);
  return {
    text: `That is not covered: no enabled jobs or GVA were published for ${names}. The nearest there is: Table 1 has ten anchors in five areas (none in Dorset): ${held.join(', ')}.`,
    sources: [source()],
    covered: false,
  };
}

const input = (column: Column, anchor: Anchor): Explained =>
  given(`${column.id}.${anchor.id}`, `${column.label}: ${anchor.name}`, column.value(anchor), column.unit, [
    source(),
  ]);

export function one([anchor]: readonly Anchor[]): TableAnswer | undefined {
  if (anchor === undefined) return undefined;
  const { enabled, name } = anchor;
  return {
    text: `Tenants of ${name}: ${jobs.words(enabled.fte)} and ${gva.words(enabled.gvaGbp)} of GVA. How the figures were made: jobs by ${enabled.fteMethod}; GVA by ${enabled.gvaMethod}; confidence ${enabled.confidence}. They are the tenants' jobs, not the anchor's own, and estimates unless the confidence is high.`,
    sources: [source()],
    covered: true,
  };
}

export function side(anchors: readonly Anchor[]): TableAnswer {
  const lines = anchors.map(
    ({ name, enabled }) =>
      `${name}: ${jobs.words(enabled.fte)}, ${gva.words(enabled.gvaGbp)} GVA, confidence ${enabled.confidence}`,
  );
  const caution = anchors.some(({ enabled }) => enabled.confidence === 'moderate')
    ? ' Most figures are estimates of unlike confidence, so the report finds direct comparison difficult.'
    : '';
  const together =
    anchors.length < 2 || anchors.length > 4
      ? ''
      : ` Together ${jobs.words(anchors.reduce((all, { enabled }) => all + enabled.fte, 0))} and ${gva.words(anchors.reduce((all, { enabled }) => all + enabled.gvaGbp, 0))}.`;
  return {
    text: `Enabled jobs and GVA. ${lines.join('. ')}.${together}${caution}`,
    sources: [source()],
    covered: true,
  };
}

function totals(
  anchors: readonly Anchor[],
  column: Column,
  name: string,
): { words: string; workings: Explained } {
  const workings = sum(
    column.id,
    `${column.label}, ${name}`,
    anchors.map((anchor) => input(column, anchor)),
  );
  const parts = anchors.map((anchor) => `${anchor.name} ${column.words(column.value(anchor))}`);
  return {
    words: `${column.words(workings.value)}${anchors.length > 1 ? ` (${parts.join(' + ')})` : ` (${parts.join('')})`}`,
    workings,
  };
}

const ofBorough: Readonly<Record<string, string>> = {
  Hackney: ' Not to be mixed up with the 127,000 jobs in the borough as a whole.',
};

export function total(anchors: readonly Anchor[], columns: readonly Column[], area: string): TableAnswer {
  const sums = columns.map((column) => ({ column, ...totals(anchors, column, area) }));
  const [first] = sums;
  const text = sums.map(({ column, words }) => `${column.label}, ${area}: ${words}.`).join(' ');
  const count = anchors.length === 1 ? 'one anchor' : `${anchors.length} anchors`;
  return {
    text: `${text} That is ${count} in ${area} with figures in Table 1, added up by Local Pound.${columns.includes(jobs) ? (ofBorough[area] ?? '') : ''}`,
    sources: [source()],
    covered: true,
    ...(sums.length === 1 && first && { workings: first.workings }),
  };
}

function sumsByArea(
  areas: readonly PilotArea[],
  column: Column,
): { name: string; value: number; count: number }[] {
  return areas.flatMap((area) => {
    const anchors = chosenAnchors([area], []);
    if (anchors.length === 0) return [];
    return [
      { name: area.name, value: totals(anchors, column, area.name).workings.value, count: anchors.length },
    ];
  });
}

export function byArea(areas: readonly PilotArea[], columns: readonly Column[]): TableAnswer {
  const lines = columns.map((column) => {
    const sums = sumsByArea(areas, column);
    const each = sums.map(
      ({ name, value, count }) =>
        `${name} ${column.words(value)} (${count} ${count === 1 ? 'anchor' : 'anchors'})`,
    );
    const together = sums.reduce((all, { value }) => all + value, 0);
    return `${column.label}: ${each.join('; ')}; together ${column.words(together)}.`;
  });
  return {
    text: `${lines.join(' ')} Added up from Table 1 by Local Pound.`,
    sources: [source()],
    covered: true,
  };
}

export function extremeArea(columns: readonly Column[], operation: 'most' | 'least'): TableAnswer {
  const lines = columns.map((column) => {
    const sums = sumsByArea(pilotData().areas, column).sort((a, b) =>
      operation === 'most' ? b.value - a.value : a.value - b.value,
    );
    const [first, ...others] = sums;
    return `${first?.name}: the ${operation}, ${column.words(first?.value ?? 0)} (${column.label}). Then ${others.map(({ name, value }) => `${name} ${column.words(value)}`).join(', ')}.`;
  });
  return {
    text: `${lines.join(' ')} Sums of the anchors of each area in Table 1; there are none in Dorset.`,
    sources: [source()],
    covered: true,
  };
}

export function extreme(
  anchors: readonly Anchor[],
  columns: readonly Column[],
  operation: 'most' | 'least',
): TableAnswer {
  const lines = columns.map((column) => {
    const ordered = [...anchors].sort(
      (a, b) => (operation === 'most' ? 1 : -1) * (column.value(b) - column.value(a)),
    );
    const [first, second, third] = ordered;
    const next = [second, third].flatMap((anchor) =>
      anchor ? [`${anchor.name} ${column.words(column.value(anchor))}`] : [],
    );
    return `${first?.name}: the ${operation}, ${first ? column.words(column.value(first)) : ''} (${column.label}).${next.length > 0 ? ` Then ${next.join(', ')}.` : ''}`;
  });
  const column = columns[0] ?? jobs;
  const [first] = [...anchors].sort(
    (a, b) => (operation === 'most' ? 1 : -1) * (column.value(b) - column.value(a)),
  );
  return { text: lines.join(' '), sources: [source()], covered: true, ...(first && { about: first.name }) };
}

export function averages(anchors: readonly Anchor[], columns: readonly Column[]): TableAnswer {
  const results = columns.map((column) => ({
    column,
    workings: average(
      column.id,
      `${column.label}, average`,
      anchors.map((anchor) => input(column, anchor)),
    ),
  }));
  const [first] = results;
  const text = results
    .map(
      ({ column, workings }) =>
        `${column.label}, average of ${anchors.length} anchors: ${column.words(workings.value)} (${column.words(workings.inputs[0]?.value ?? 0)} / ${anchors.length}).`,
    )
    .join(' ');
  return {
    text: `${text} From the rows of Table 1 as displayed. Royds alone makes up over half of the GVA, so an average says little.`,
    sources: [source()],
    covered: true,
    ...(results.length === 1 && first && { workings: first.workings }),
  };
}

export function differences(anchors: readonly Anchor[], columns: readonly Column[]): TableAnswer | undefined {
  const [one, two] = anchors;
  if (one === undefined || two === undefined) return undefined;
  const lines = columns.map((column) => {
    const [more, less] = column.value(one) >= column.value(two) ? [one, two] : [two, one];
    const { value } = difference(column.id, column.label, input(column, more), input(column, less));
    return `${column.label}, difference: ${column.words(value)} (${more.name} ${column.words(column.value(more))}, ${less.name} ${column.words(column.value(less))}).`;
  });
  return { text: lines.join(' '), sources: [source()], covered: true };
}

export function perJob(anchors: readonly Anchor[]): TableAnswer {
  const value = totals(anchors, gva, 'sum').workings;
  const count = totals(anchors, jobs, 'sum').workings;
  const workings = quotient('gva-per-job', 'GVA per full-time equivalent job', value, count, 'GBP');
  const names = anchors.length === 10 ? 'the ten anchors' : listWords(anchors.map(({ name }) => name));
  return {
    text: `${formatWholeGbp(workings.value)} of GVA per full-time equivalent job at tenants of ${names}: ${formatWholeGbp(value.value)} / ${formatCount(count.value)} FTE. Worked out by Local Pound from the rows of Table 1; the report gives no such ratio.`,
    sources: [source()],
    covered: true,
    workings,
  };
}

export function shareOfTotal(anchors: readonly Anchor[], columns: readonly Column[]): TableAnswer {
  const whole = pilotData().organisations.filter(hasFigures);
  const lines = columns.map((column) => {
    const part = totals(anchors, column, 'part').workings.value;
    const all = totals(whole, column, 'all').workings.value;
    return `${formatShare(Math.round((part / all) * 1000) / 1000)} of the total: ${column.words(part)} of ${column.words(all)} (${column.label}).`;
  });
  return {
    text: `${listWords(anchors.map(({ name }) => name))}: ${lines.join(' ')}`,
    sources: [source()],
    covered: true,
  };
}

/** "gva of leeds": of whole economies no GVA is held. */
export function notHeldFor(): TableAnswer {
  const anchors = pilotData().organisations.filter(hasFigures);
  return {
    text: `That is not covered: Local Pound holds GVA for the tenants of ten anchors only. The nearest there is Table 1: ${anchors.map((anchor) => `${anchor.name} ${gva.words(anchor.enabled.gvaGbp)}`).join('; ')}.`,
    sources: [source()],
    covered: false,
  };
}
