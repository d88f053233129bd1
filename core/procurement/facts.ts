import type { RouteCase } from './case.ts';
import { type CpvReading, readCpv } from './cpv.ts';
import { type Authority, type ContractType, type RowOnDate, thresholdOn, triggerOn } from './thresholds.ts';
import { all, any, not, type Truth } from './truth.ts';
import { type TestedValue, testedValue } from './value.ts';

/** First days of the law that decides. */
export const regimeDates = {
  pcr: '2015-02-26',
  psr: '2024-01-01',
  pa: '2025-02-24',
  localPower: '2026-02-04',
} as const;

/** A case with everything that follows from it. Unknown answers stay unknown. */
export interface Facts {
  readonly case: RouteCase;
  readonly date: string;
  readonly cpv: CpvReading | undefined;
  readonly value: TestedValue | undefined;
  readonly isPsr: Truth;
  readonly isPa: Truth;
  readonly isPcr: Truth;
  readonly lightTouch: Truth;
  readonly reservable: Truth;
  readonly services: Truth;
  readonly threshold: RowOnDate | undefined;
  /** At or above the threshold. */
  readonly above: Truth;
  readonly below: Truth;
  readonly notifiable: Truth;
  readonly svaDuty: Truth;
  readonly localPower: Truth;
  /** A council or parish council. */
  readonly council: Truth;
}

/** What the value would be tested against if one unknown answer were this. */
interface Candidate {
  readonly authority: Authority;
  readonly type: ContractType;
}

/** Derives the values of section "Derived values" in docs/method/procurement.md from a case. */
export function factsOf(routeCase: RouteCase): Facts {
  const { nation, buyer, instrument, callOff } = routeCase;
  const date = routeCase.startDate;
  const cpv = routeCase.cpv ? readCpv(routeCase.cpv) : undefined;
  const value = testedValue(routeCase);
  const service = serviceOf(routeCase, cpv);
  const council = isOneOf(buyer, ['best_value_authority', 'parish_council']);
  const isPsr = all(
    date >= regimeDates.psr,
    is(nation, 'england'),
    is(service, 'psr_health'),
    isOneOf(buyer, ['best_value_authority', 'nhs_body']),
  );
  const outside = is(nation, 'scotland');
  const isPa = all(date >= regimeDates.pa, not(isPsr), not(outside));
  const isPcr = all(date < regimeDates.pa, not(isPsr), not(outside));
  const lightTouch = cpv?.lightTouch ?? isOneOf(service, ['light_touch', 'psr_health']);
  const services = isOneOf(service, ['psr_health', 'light_touch', 'other_services']);

  const candidates = candidatesOf(buyer, service, instrument === 'concession');
  const rows = candidates.flatMap(({ authority, type }) => thresholdOn(date, authority, type) ?? []);
  const alone = rows.length > 0 && rows.every(({ row }) => row === rows[0]?.row) ? rows[0] : undefined;
  const reached = rows.map((row) => reaches(value, row));
  // A value that nobody can estimate counts as above: PA 2023 Sch 3 para 5.
  const tested = value === undefined ? true : reached.length > 0 ? agreed(reached) : undefined;
  const above = isPsr === true ? false : isPsr === undefined ? all(tested, undefined) : tested;
  const below = isPsr === true ? false : not(above);

  const central = isOneOf(buyer, ['central_government', 'nhs_body']);
  const row12 = thresholdOn(date, central === true ? 'central' : 'sub-central', 'goods_services');
  return {
    case: routeCase,
    date,
    cpv,
    value,
    isPsr,
    isPa,
    isPcr,
    lightTouch,
    reservable: lightTouch === false ? false : cpv?.reservable,
    services,
    threshold: isPsr === true ? undefined : alone,
    above,
    below,
    notifiable: all(
      isPa,
      below,
      isOneOf(instrument, ['contract', 'unsure']),
      not(is(buyer, 'school')),
      not(is(nation, 'ni')),
      value &&
        reachesTrigger(
          value,
          triggerOn(date, 'notifiable_below_threshold', central === true ? 'central' : 'sub-central')
            ?.amount_gbp,
        ),
    ),
    svaDuty: all(
      is(nation, 'england'),
      not(isPsr),
      services,
      not(callOff ?? false),
      any(above, all(isPa, lightTouch, row12 && reaches(value, row12))),
    ),
    localPower: all(is(nation, 'england'), council, isPa, below, date >= regimeDates.localPower),
    council,
  };
}

/** The service as the code has it where the two disagree: the list in the regulations decides. */
function serviceOf({ service }: RouteCase, cpv: CpvReading | undefined): RouteCase['service'] {
  if (cpv === undefined) return service;
  if (cpv.family !== 'services') return cpv.family;
  if (cpv.lightTouch === true && service !== 'psr_health') return 'light_touch';
  return service === 'goods' || service === 'works' ? 'other_services' : service;
}

function candidatesOf(
  buyer: RouteCase['buyer'],
  service: RouteCase['service'],
  concession: boolean,
): Candidate[] {
  const authorities: Authority[] =
    buyer === 'unknown'
      ? ['sub-central', 'central']
      : buyer === 'central_government' || buyer === 'nhs_body'
        ? ['central']
        : ['sub-central'];
  const types: ContractType[] = concession ? concessionTypes(service) : contractTypes(service);
  return authorities.flatMap((authority) => types.map((type) => ({ authority, type })));
}

function contractTypes(service: RouteCase['service']): ContractType[] {
  if (service === 'unknown') return ['goods_services', 'light_touch', 'works'];
  if (service === 'works') return ['works'];
  return service === 'light_touch' || service === 'psr_health' ? ['light_touch'] : ['goods_services'];
}

function concessionTypes(service: RouteCase['service']): ContractType[] {
  if (service === 'unknown') return ['concession', 'light_touch_concession'];
  return service === 'light_touch' || service === 'psr_health' ? ['light_touch_concession'] : ['concession'];
}

/** "At or above" the row, on the row's own VAT basis. */
function reaches(value: TestedValue | undefined, { row }: RowOnDate): Truth {
  if (value === undefined) return true;
  return (row.vat_basis === 'excl' ? value.excl : value.incl).value >= row.amount_gbp;
}

function reachesTrigger(value: TestedValue, amount: number | undefined): Truth {
  return amount === undefined ? false : value.incl.value >= amount;
}

/** The one answer that all possible rows give. */
function agreed(reached: readonly Truth[]): Truth {
  return reached.every((truth) => truth === reached[0]) ? reached[0] : undefined;
}

/** Whether an answer is this one; unknown when there is none. */
export function is<Value extends string>(answer: Value | 'unknown', value: Value): Truth {
  return answer === 'unknown' ? undefined : answer === value;
}

export function isOneOf<Value extends string>(answer: Value | 'unknown', values: readonly Value[]): Truth {
  return answer === 'unknown' ? undefined : values.includes(answer);
}
