import assert from 'node:assert/strict';
import { computePrepared, prepareLm3 } from '../../../core/index.ts';
import { project } from '../lm3-suppliers.ts';
import { interleavedMedians } from '../medians.ts';
import { answeredStrata } from './answered-strata.ts';
import { seededNumbers } from './numbers.ts';
import { percentileBootstrap } from './rival-intervals.ts';

const resamples = 2000;

/** LM3 of 140,000 prepared suppliers with interval and bounds, beside a bootstrap that gives an interval alone. */
export const bootstrap = {
  name: 'bootstrap',
  title: '140,000 prepared suppliers to LM3 with bounds and prediction interval',
  peer: `percentile bootstrap of the answers, ${resamples.toLocaleString('en-GB')} resamples`,
  goal: '<= 0.02',
  run() {
    const prepared = prepareLm3(project());
    const strata = answeredStrata(prepared);
    const outcome = computePrepared(prepared);
    assert(outcome.ok && outcome.value.interval?.method === 'prediction');
    const next = seededNumbers(20_261_124);
    return interleavedMedians(
      () => computePrepared(prepared),
      () => percentileBootstrap(strata, resamples, next),
      { runs: 5, warmUps: 1 },
    );
  },
};
