import assert from 'node:assert/strict';
import { computeLm3, parseLm3Project } from '../../core/index.ts';
import { multiplier } from '../../excel-addin/functions/money.ts';
import { interleavedMedians } from './medians.ts';

const rows = 10_000;

interface Columns {
  readonly spend: unknown[][];
  readonly local: unknown[][];
  readonly respend: unknown[][];
}

/** Columns as Excel hands them over: each cell in a row of its own. */
function columns(): Columns {
  const column = (cell: (row: number) => unknown) => Array.from({ length: rows }, (_, row) => [cell(row)]);
  return {
    spend: column((row) => 100 + ((row * 7919) % 90_000)),
    local: column((row) => (row % 3 === 0 ? 'No' : 'Yes')),
    respend: column((row) => (row % 4 === 0 ? (row % 10) / 10 : '')),
  };
}

/** The same suppliers by the way that the command line takes for a project in JSON. */
function throughJson({ spend, local, respend }: Columns, payLocal: number): number {
  const project = parseLm3Project({
    name: 'Bench',
    payroll: { local: payLocal, nonLocal: 0 },
    suppliers: spend.map(([amount], row) => ({
      name: `Row ${row + 1}`,
      spend: amount,
      local: local[row]?.[0] === 'Yes',
      respendShare: respend[row]?.[0] === '' ? null : respend[row]?.[0],
    })),
  });
  const computed = project.ok ? computeLm3(project.value) : project;
  assert(computed.ok);
  return computed.value.lm3;
}

/**
 * MULTIPLIER over 10,000 rows, from Excel's cells to the figure, with pay that is new each time so that
 * no answer is a remembered one. The aim is under 100 ms.
 */
export const customFunction = {
  name: 'function',
  title: 'LOCALPOUND.MULTIPLIER over 10,000 rows, nothing remembered (aim: under 100 ms)',
  peer: 'the same suppliers as a project in JSON',
  goal: '<= 1',
  run() {
    const { spend, local, respend } = columns();
    let pay = 1000;
    assert.equal(multiplier(spend, local, respend, pay), throughJson({ spend, local, respend }, pay));
    return interleavedMedians(
      () => {
        pay += 1;
        return multiplier(spend, local, respend, pay);
      },
      () => throughJson({ spend, local, respend }, pay),
    );
  },
};
