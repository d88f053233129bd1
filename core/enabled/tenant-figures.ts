import {
  employmentFromGva,
  enabledEmployment,
  type FoundFte,
  type TenantFacts,
} from './enabled-employment.ts';
import { type FoundGva, gvaFromJobs, gvaFromMoney } from './enabled-gva.ts';
import type { Reading } from './reading.ts';

/** Both figures of a tenant, undefined where there is nothing to work one out from. */
export interface TenantFigures<Value> {
  readonly fte: FoundFte<Value> | undefined;
  readonly gva: FoundGva<Value> | undefined;
  /** FTE by a route of its own, from which GVA can be checked where turnover gave it. */
  readonly jobsToCheck: FoundFte<Value> | undefined;
}

/** Works both figures out, in the order of the adopted rules. */
export function tenantFigures<Value>(facts: TenantFacts, read: Reading<Value>): TenantFigures<Value> {
  const direct = enabledEmployment(facts, read);
  const money = gvaFromMoney(facts, read);
  const fte = direct ?? (money && employmentFromGva(facts, money, read));
  return {
    fte,
    gva: money ?? (fte && gvaFromJobs(facts, fte, read)),
    jobsToCheck: money?.method === 'turnover' ? direct : undefined,
  };
}
