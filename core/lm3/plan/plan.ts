import type { Outcome } from '../../workbook/issue.ts';
import { computePrepared, type PreparedLm3, prepareLm3 } from '../lm3.ts';
import type { Lm3Project } from '../project.ts';
import type { Lm3Result } from '../result.ts';
import { budgetsOf } from './budgets.ts';
import { chaseSteps } from './chase-steps.ts';
import { designFor } from './design.ts';
import { type PlanOptionsInput, parsePlanOptions } from './options.ts';
import { planAssumptions } from './plan-assumptions.ts';
import { planReading } from './plan-reading.ts';
import { reachOf } from './reach.ts';
import { planSite } from './site.ts';
import type { PlanStart, SurveyPlan } from './survey-plan.ts';

/**
 * Plans the survey of a project: the fewest suppliers for shares of value, the best split of each
 * number of questionnaires between the largest and a random rest, and a chase list.
 *
 * Source: docs/method/lm3.md, Planning the survey.
 *
 * @returns issues instead of a plan when an option is out of range, or when the project has no LM3
 * @example ten silent suppliers of £100 in a round 1 of £1,000, five of them asked and sure to answer:
 *   the bounds are expected to lie 0.50 apart
 */
export function surveyPlan(project: Lm3Project, options: PlanOptionsInput = {}): Outcome<SurveyPlan> {
  return planPrepared(prepareLm3(project), options);
}

/** Plans the survey of a prepared project, as `surveyPlan` does. */
export function planPrepared(prepared: PreparedLm3, options: PlanOptionsInput = {}): Outcome<SurveyPlan> {
  const parsed = parsePlanOptions(options);
  const computed = computePrepared(prepared);
  if (!parsed.ok || !computed.ok) {
    return { ok: false, issues: [...parsed.issues, ...(computed.ok ? [] : computed.issues)] };
  }
  const { project, table } = prepared;
  const { answerRate, seed, listed } = parsed.value;
  const site = planSite(prepared, computed.value, parsed.value);
  const { ranks, ground, spread } = site;
  const { budgets, issues } = budgetsOf(parsed.value, ranks.askable.length);
  const now = startOf(computed.value, ranks.askable.length);
  const designs = budgets.map((budget) => designFor(budget, site));
  const plan: Omit<SurveyPlan, 'reading'> = {
    name: project.name,
    ...(project.area === undefined ? {} : { area: project.area }),
    ...(project.period === undefined ? {} : { period: project.period }),
    method: project.method,
    now,
    reach: reachOf(table, ranks, answerRate),
    designs,
    chase: chaseSteps(site, now, designs, listed),
    answerRate,
    spread: ground.kinds.map((kind) => ({
      kind,
      deviation: spread[kind].deviation,
      answers: spread[kind].answers,
    })),
    seed,
    assumptions: planAssumptions(site, parsed.value),
  };
  return {
    ok: true,
    value: { ...plan, reading: planReading(plan) },
    issues: [...parsed.issues, ...issues, ...computed.issues],
  };
}

function startOf(result: Lm3Result, askable: number): PlanStart {
  const { answers, responseRate, interval, halfWidth, bounds } = result;
  return {
    suppliers: answers.of,
    answers: answers.count,
    silent: answers.of - answers.count,
    askable,
    responseRate,
    halfWidth: interval?.method === 'complete' ? 0 : halfWidth,
    boundsWidth: bounds.high - bounds.low,
  };
}
