import { isLocal } from '../../lm3/local-supplier.ts';
import { agencyAsSuppliers } from '../../lm3/pay.ts';
import type { Lm3Project, StaffAnswer, Supplier } from '../../lm3/project.ts';
import type { Lm3Result } from '../../lm3/result.ts';
import { type Round3, round3 } from '../../lm3/round-3.ts';
import { type SpendParts, spendParts } from '../../lm3/rounds.ts';
import { leaveOutWords } from '../../lm3/setting-words.ts';
import { fewestAnswersForStaffMean, shareOfAnswer } from '../../lm3/staff-survey.ts';
import { type SupplierTally, tallyTable } from '../../lm3/strata.ts';
import { supplierTable } from '../../lm3/supplier-table.ts';

/**
 * What the engine knows of a project that its result does not list: everything that the formulas of
 * a report have to come to.
 */
export interface ReportFacts {
  readonly project: Lm3Project;
  readonly result: Lm3Result;
  readonly tally: SupplierTally;
  readonly parts: SpendParts;
  readonly third: Round3;
  readonly chain: boolean;
  /** Whether the strata are local and non-local only, so that a formula can tell a supplier's own. */
  readonly plainStrata: boolean;
  /** In the order of the project's suppliers. */
  readonly suppliers: readonly CountedSupplier[];
  /** In the order of the project's lines of pay beside staff. */
  readonly extras: readonly CountedExtra[];
  readonly staff: readonly [StaffFacts, StaffFacts];
}

export interface CountedSupplier {
  readonly supplier: Supplier;
  readonly local: boolean;
  /** `counts`, or why it does not. */
  readonly standing: string;
  /** GBP. */
  readonly counted: number;
  /** Counted from 1 in the table of strata; 0 for suppliers that do not count. */
  readonly stratum: number;
}

export interface CountedExtra {
  readonly extra: Lm3Project['payroll']['extras'][number];
  readonly stratum: number;
}

/** One group of staff as the survey and the proxies see it. */
export interface StaffFacts {
  readonly local: boolean;
  readonly followed: boolean;
  readonly answers: readonly SurveyAnswer[];
  readonly mode: 'proxy' | 'mean of answers' | 'person by person';
  /** GBP. */
  readonly counted: number;
  /** GBP that the re-spend share is applied to. */
  readonly respendable: number;
  readonly proxy: number;
}

export interface SurveyAnswer {
  /** Counted from 1 over the whole survey. */
  readonly number: number;
  readonly answer: StaffAnswer;
  /** 0 to 1. */
  readonly share: number;
}

export function reportFacts(project: Lm3Project, result: Lm3Result): ReportFacts {
  const { table, leftOut } = supplierTable(agencyAsSuppliers(project), project.settings);
  const tally = tallyTable(table, leftOut);
  const parts = spendParts(project, tally);
  const strata = new Map<Supplier, number>();
  table.stratum.forEach((stratum, place) => {
    strata.set(table.supplierAt(place), stratum + 1);
  });
  const ofAgencies = agencyStrata(project, strata);
  const chain = project.method === 'chain';
  return {
    project,
    result,
    tally,
    parts,
    third: round3(project, tally, parts),
    chain,
    plainStrata: tally.strata.map(({ id }) => id).join() === 'local,nonLocal' && !mayFormStrata(project),
    suppliers: project.suppliers.map((supplier) => {
      const standing = standingOf(supplier, project);
      return {
        supplier,
        local: isLocal(supplier, project.settings),
        standing,
        counted: standing === counts ? supplier.spend : 0,
        stratum: strata.get(supplier) ?? 0,
      };
    }),
    extras: project.payroll.extras.map((extra) => ({
      extra,
      stratum: extra.kind === 'agencyStaff' ? (ofAgencies.shift() ?? 0) : 0,
    })),
    staff: [staffFacts(project, parts, true), staffFacts(project, parts, false)],
  };
}

/** How a supplier that counts is marked, and others by the reason. */
export const counts = 'counts';
export const noSpend = 'no spend';
export const netCredit = 'Net credit';

function standingOf({ kind, spend }: Supplier, { settings }: Lm3Project): string {
  if (kind !== undefined && settings.leaveOut.includes(kind)) return leaveOutWords[kind];
  if (spend < 0) return netCredit;
  return spend > 0 ? counts : noSpend;
}

/** Whether a new answer or another amount could change the strata. */
function mayFormStrata({ settings, suppliers }: Lm3Project): boolean {
  return (
    settings.largestChased > 0 ||
    (settings.categoryStrata && suppliers.some(({ category }) => category !== undefined))
  );
}

/** Agencies come after the suppliers, in their own order; those without an amount have no stratum. */
function agencyStrata({ payroll, suppliers }: Lm3Project, strata: ReadonlyMap<Supplier, number>): number[] {
  const own = new Set(suppliers);
  const found = [...strata].filter(([supplier]) => !own.has(supplier)).map(([, stratum]) => stratum);
  return payroll.extras
    .filter(({ kind }) => kind === 'agencyStaff')
    .map(({ amount }) => (amount > 0 ? (found.shift() ?? 0) : 0));
}

function staffFacts(project: Lm3Project, parts: SpendParts, local: boolean): StaffFacts {
  const answers = project.staffSurvey.flatMap((answer, index): SurveyAnswer[] =>
    answer.local === local
      ? [{ number: index + 1, answer, share: shareOfAnswer(answer, project.settings.taxMode) ?? 0 }]
      : [],
  );
  const respendable = parts.respendablePay[local ? 'local' : 'nonLocal'].value;
  return {
    local,
    followed: local || project.method !== 'chain',
    answers,
    mode:
      answers.length === 0 || respendable === 0
        ? 'proxy'
        : answers.length >= fewestAnswersForStaffMean
          ? 'mean of answers'
          : 'person by person',
    counted: parts[local ? 'localStaff' : 'nonLocalStaff'].value,
    respendable,
    proxy: project.proxies[local ? 'localStaff' : 'nonLocalStaff'],
  };
}
