import type { Explained } from '../explain/explained.ts';
import { difference, given, sum } from '../explain/explained.ts';
import { payAssumptions } from './pay-assumptions.ts';
import type { Lm3Project, Supplier } from './project.ts';
import type { Settings } from './settings.ts';
import { lm3Sources } from './sources.ts';

/** Pay of one group of staff, in GBP, on the two bases that the tax mode may keep apart. */
export interface GroupPay {
  /** What counts in rounds 1 and 2. */
  readonly counted: Explained;
  /** What the re-spend share of round 3 is applied to. */
  readonly respendable: Explained;
}

/** Whether pay was entered after tax (`net`) or before it (`gross`): as stated, or what the mode works with. */
export function payOnRecord(
  payroll: { readonly entered?: 'net' | 'gross' | undefined },
  taxMode: Settings['taxMode'],
): 'net' | 'gross' {
  return payroll.entered ?? (taxMode === 'leftOut' ? 'net' : 'gross');
}

/**
 * Pay of the staff who live in the area, or of those who do not, directors included.
 *
 * Source: docs/method/lm3.md, Tax and National Insurance.
 */
export function groupPay(project: Lm3Project, local: boolean): GroupPay {
  const { taxMode } = project.settings;
  const { net, gross } = bases(project, local);
  const directors = directorsPay(project, local);
  const withDirectors = (pay: Explained, which: string): Explained =>
    directors.length === 0
      ? pay
      : sum(
          {
            id: `${idOf(local)}.${which}`,
            label: `${labelOf(local)}, with directors`,
            unit: 'GBP',
            formula: 'staff + directors',
          },
          [pay, ...directors],
        );
  const counted = taxMode === 'leftOut' ? net : gross;
  const respendable = taxMode === 'leakage' ? gross : net;
  const countedPay = withDirectors(counted, 'withDirectors');
  return {
    counted: countedPay,
    respendable: respendable === counted ? countedPay : withDirectors(respendable, 'respendable'),
  };
}

const idOf = (local: boolean): string => (local ? 'pay.local' : 'pay.nonLocal');
const labelOf = (local: boolean): string => `Pay to staff who live ${local ? 'in' : 'outside'} the area`;

function bases(project: Lm3Project, local: boolean): { net: Explained; gross: Explained } {
  const { payroll, settings } = project;
  const group = local ? 'local' : 'nonLocal';
  const entered = payOnRecord(payroll, settings.taxMode);
  const total = payroll.local + payroll.nonLocal;
  const naming = {
    id: idOf(local),
    label: labelOf(local),
    unit: 'GBP' as const,
    sources: [lm3Sources.proxies],
    assumptions: total === 0 ? [] : payAssumptions(project),
  };
  const plain = given({ ...naming, formula: 'as entered' }, payroll[group]);
  if (!payroll.tax) return { net: plain, gross: plain };
  const tax = given(
    {
      id: `${idOf(local)}.tax`,
      label: 'Tax and National Insurance of these staff',
      unit: 'GBP',
      formula: 'as entered',
    },
    payroll.tax[group],
  );
  if (entered === 'net') {
    const gross = sum(
      {
        ...naming,
        id: `${idOf(local)}.gross`,
        label: `${labelOf(local)}, before tax`,
        formula: 'pay after tax + tax',
      },
      [plain, tax],
    );
    return { net: plain, gross };
  }
  const net = difference(
    {
      ...naming,
      id: `${idOf(local)}.net`,
      label: `${labelOf(local)}, after tax`,
      formula: 'pay before tax - tax',
    },
    plain,
    tax,
  );
  return { net, gross: plain };
}

function directorsPay({ payroll }: Lm3Project, local: boolean): Explained[] {
  return payroll.extras
    .filter((extra) => extra.kind === 'directors' && extra.local === local)
    .map((extra, index) =>
      given(
        {
          id: `${idOf(local)}.directors${index + 1}`,
          label: `Directors: ${extra.name}`,
          unit: 'GBP',
          formula: 'as entered, on the same basis as other pay',
        },
        extra.amount,
      ),
    );
}

/** All suppliers of a project. An agency is a supplier: it is paid for the work, and re-spends part of it. */
export function agencyAsSuppliers({
  payroll,
  suppliers,
}: Pick<Lm3Project, 'payroll' | 'suppliers'>): readonly Supplier[] {
  const agencies = payroll.extras.filter((extra) => extra.kind === 'agencyStaff');
  if (agencies.length === 0) return suppliers;
  return [
    ...suppliers,
    ...agencies.map(({ name, amount, local }) => ({
      name,
      spend: amount,
      local,
      respendShare: null,
      where: 'payroll, agency staff',
    })),
  ];
}

/**
 * Employer's pension and National Insurance, GBP: in round 1 and not local. Employer's National
 * Insurance is left out where tax is.
 */
export function employerCosts({ payroll, settings }: Lm3Project): Explained | undefined {
  const kinds =
    settings.taxMode === 'leftOut' ? ['employerPension'] : ['employerPension', 'employerNationalInsurance'];
  const counted = payroll.extras.filter((extra) => kinds.includes(extra.kind));
  if (counted.length === 0) return undefined;
  return sum(
    {
      id: 'employerCosts',
      label: 'Employer’s pension and National Insurance',
      unit: 'GBP',
      formula: 'sum of the lines',
      assumptions: [
        {
          id: 'employerCosts',
          text: 'What the employer pays on top of pay counts in round 1 and leaves the area.',
          because: 'It is a cost of employing people that they cannot spend.',
          effect: 'Leaving it out makes round 1 smaller and LM3 larger.',
          source: lm3Sources.adopted,
        },
      ],
    },
    counted.map((extra, index) =>
      given(
        { id: `employerCosts.${index + 1}`, label: extra.name, unit: 'GBP', formula: 'as entered' },
        extra.amount,
      ),
    ),
  );
}
