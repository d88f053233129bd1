import {
  chaseList,
  computePrepared,
  type Lm3Project,
  type Lm3Result,
  lm3Report,
  type Outcome,
  type PreparedLm3,
  prepareLm3,
  type RunStamp,
  reportTooLarge,
  type WorkbookSpec,
} from '../../core/index.ts';
import type { Lm3File } from '../../spreadsheet/lm3-file.ts';
import type { Adjustment, Lm3Found } from '../engine/messages.ts';
import { unexpected } from './unexpected.ts';

/** The project that is open in the worker, with its result as it stands. */
export class OpenProject {
  #file: Lm3File;
  #prepared: PreparedLm3 | undefined;

  constructor(
    file: Lm3File,
    private readonly stamp: () => RunStamp,
  ) {
    this.#file = file;
  }

  get project(): Lm3Project {
    return this.#file.project;
  }

  /** The suppliers in strata, made when they are first needed: a change here never touches them. */
  get prepared(): PreparedLm3 {
    this.#prepared ??= prepareLm3(this.project);
    return { ...this.#prepared, project: this.project };
  }

  found(): Lm3Found {
    return {
      result: withoutIssues(this.#file.result),
      chase: chaseList(this.project),
      otherAreas: this.project.areas.map(({ name }) => name),
    };
  }

  /** Computes again with something changed, and keeps the change for the report. */
  adjust(changes: Adjustment): Lm3Result {
    const project = adjusted(this.project, changes);
    const outcome = computePrepared({ ...this.prepared, project });
    if (!outcome.ok) throw unexpected(outcome.issues);
    this.#file = { project, result: { ...outcome.value, issues: this.#file.result.issues } };
    return withoutIssues(outcome.value);
  }

  report(): Outcome<WorkbookSpec> {
    const { project, result } = this.#file;
    const tooLarge = reportTooLarge(project);
    if (tooLarge) return { ok: false, issues: [tooLarge] };
    return { ok: true, value: lm3Report(project, result, this.stamp()), issues: [] };
  }
}

/** The page has the problems of the workbook already, which may be thousands. */
const withoutIssues = (result: Lm3Result): Lm3Result => ({ ...result, issues: [] });

function adjusted({ target, net, ...rest }: Lm3Project, changes: Adjustment): Lm3Project {
  const newTarget = changes.target === undefined ? target : changes.target;
  const newNet = changes.net === undefined ? net : changes.net;
  return { ...rest, ...(newTarget == null ? {} : { target: newTarget }), ...(newNet ? { net: newNet } : {}) };
}
