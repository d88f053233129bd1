import {
  type Assumption,
  type Explained,
  given,
  product,
  quotient,
  type Source,
  sum,
} from '../explain/explained.ts';
import { exactSum } from '../units/sum.ts';
import type { Foundations } from './foundations.ts';
import type { Tenant } from './project.ts';

/** A figure that a tenant gives, as its workings name it. */
export interface Told {
  readonly field: keyof Tenant;
  readonly label: string;
  /** Whether the name of the tenant follows the label. */
  readonly named?: true;
  readonly unit: Explained['unit'];
  readonly formula: string;
  readonly assumptions?: readonly Assumption[];
}

/** A step of the calculation, as the workings name it. */
export interface Step {
  /** Follows the place of the tenant. */
  readonly id: string;
  readonly label: string;
  readonly named?: true;
  readonly unit: Explained['unit'];
  readonly formula: string;
  readonly sources?: readonly Source[];
}

/**
 * The calculation is written once and read in two ways: as numbers, for ten thousand tenants at a
 * time, and as the tree of its workings, for the tenant that somebody looks at.
 */
export interface Reading<Value> {
  told(tenant: Tenant, what: Told): Value;
  /** A reference figure that all tenants share. */
  shared(node: Explained): Value;
  product(step: Step, tenant: Tenant, one: Value, other: Value, assumptions?: readonly Assumption[]): Value;
  quotient(step: Step, tenant: Tenant, over: Value, under: Value, assumptions?: readonly Assumption[]): Value;
  sum(step: Step, tenant: Tenant, parts: readonly Value[]): Value;
  /** The same figure, resting on something more. */
  resting(value: Value, assumptions: readonly Assumption[]): Value;
}

const labelOf = ({ label, named }: Told | Step, { name }: Tenant): string =>
  named ? `${label} of ${name}` : label;

const naming = (step: Step, tenant: Tenant, assumptions?: readonly Assumption[]) => ({
  id: `${tenant.where}.${step.id}`,
  label: labelOf(step, tenant),
  unit: step.unit,
  formula: step.formula,
  sources: step.sources,
  assumptions,
});

/** What the tenant gave, where the calculation has made sure that it gave it. */
const valueTold = (tenant: Tenant, { field }: Told): number => tenant[field] as number;

/** Reads the calculation as the tree of its workings. */
export const explained: Reading<Explained> = {
  told(tenant, what) {
    const id = `${tenant.where}.${what.field}`;
    const where = tenant.places?.[what.field]?.cell ?? id;
    const { unit, formula, assumptions } = what;
    return given(
      { id, label: labelOf(what, tenant), unit, formula, assumptions, where },
      valueTold(tenant, what),
    );
  },
  shared: (node) => node,
  product: (step, tenant, one, other, assumptions) =>
    product(naming(step, tenant, assumptions), [one, other]),
  quotient: (step, tenant, over, under, assumptions) =>
    quotient(naming(step, tenant, assumptions), over, under),
  sum: (step, tenant, parts) => sum(naming(step, tenant), parts),
  resting: (node, assumptions) => ({ ...node, assumptions }),
};

/** Reads the calculation as plain numbers, by the same operations in the same order. */
export class Numbers implements Reading<number> {
  /** @param foundations is told what each figure rests on, where somebody wants to know */
  constructor(private readonly foundations?: Foundations) {}

  told(tenant: Tenant, what: Told): number {
    this.foundations?.note(what.assumptions);
    return valueTold(tenant, what);
  }

  shared(node: Explained): number {
    this.foundations?.note(node.assumptions, node.sources);
    return node.value;
  }

  product(
    step: Step,
    _tenant: Tenant,
    one: number,
    other: number,
    assumptions?: readonly Assumption[],
  ): number {
    this.foundations?.note(assumptions, step.sources);
    return one * other;
  }

  quotient(
    step: Step,
    _tenant: Tenant,
    over: number,
    under: number,
    assumptions?: readonly Assumption[],
  ): number {
    this.foundations?.note(assumptions, step.sources);
    return over / under;
  }

  sum(step: Step, _tenant: Tenant, parts: readonly number[]): number {
    this.foundations?.note(undefined, step.sources);
    return exactSum(parts);
  }

  resting(value: number, assumptions: readonly Assumption[]): number {
    this.foundations?.note(assumptions);
    return value;
  }
}
