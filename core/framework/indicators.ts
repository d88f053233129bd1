import data from '../data/indicators.json' with { type: 'json' };
import type { Source } from '../explain/explained.ts';
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';
import { resolveCitation } from './documents.ts';
import { type DataAtHand, type IndicatorRecord, indicatorsSchema } from './indicator-schema.ts';

const file = 'indicators.json';

/** An indicator of the report's bank, with what Local Pound advises on how to collect it. */
export interface Indicator extends Omit<IndicatorRecord, 'needs'> {
  readonly needs: readonly DataAtHand[];
  /** The report for name, place and standing; then Local Pound for data and collecting. */
  readonly sources: readonly [Source, Source];
}

const bank = once(() => {
  const checked = checkData(file, indicatorsSchema, data);
  const { document, place, adviceDocument, advicePlace } = checked;
  for (const list of [checked.indicators, checked.dataAtHand]) {
    checkUnique(
      file,
      list.map(({ id }) => id),
    );
  }
  const dataById = new Map(checked.dataAtHand.map((kind) => [kind.id, kind]));
  const advice = resolveCitation(file, {
    document: adviceDocument,
    place: advicePlace,
    verified: true,
  });
  const indicators = checked.indicators.map((record): Indicator => {
    const report = resolveCitation(file, {
      document,
      place: `${place} ${record.characteristic}`,
      verified: true,
    });
    const needs = record.needs.map((id) => {
      const kind = dataById.get(id);
      if (kind === undefined) throw new Error(`core/data/${file} is broken. ${record.id} needs "${id}"`);
      return kind;
    });
    return { ...record, needs, sources: [report, advice] };
  });
  return { indicators, dataAtHand: checked.dataAtHand };
});

/**
 * The whole indicator bank in the order of the source: characteristics 1 to 7, the three key ones of
 * each first. Source: Powerful Communities, Strong Economies (Locality, 2017), chapter 6; what data an
 * indicator needs and how to collect it is Local Pound's advice.
 */
export function indicators(): readonly Indicator[] {
  return bank().indicators;
}

/** The indicator of the bank with this id; undefined when there is none. */
export function indicatorById(id: string): Indicator | undefined {
  return indicators().find((indicator) => indicator.id === id);
}

/** The kinds of data that indicators are made from, such as the payroll. */
export function dataAtHand(): readonly DataAtHand[] {
  return bank().dataAtHand;
}

/** The name as shown to people: where the source breaks off, it says so. */
export function indicatorName({ name, breaksOff }: Pick<Indicator, 'name' | 'breaksOff'>): string {
  return breaksOff === undefined ? name : `${name} [${breaksOff}; cut off in the source]`;
}
