import type { Issue } from '../../core/index.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import type { Adjustment, Ask, Computed } from '../engine/messages.ts';
import { HostProblem, type WorkbookChoice, type WorkbookPort } from '../host/port.ts';
import { filePicker, filesDroppedOn } from './choose-file.ts';
import { openStage } from './view.ts';
import { busyView } from './views/busy.ts';
import { failureView } from './views/failure.ts';
import { problemsView } from './views/problems.ts';
import { resultView } from './views/result.ts';
import { startView } from './views/start.ts';

/** A workbook that has been computed, with the engine that still holds it for the report. */
interface Session {
  readonly name: string;
  readonly sample: boolean;
  readonly engine: Engine;
  readonly computed: Extract<Computed, { ok: true }>;
}

/** Shorter than this, a sign of work would only flicker. Milliseconds. */
const quietTime = 200;

/**
 * Runs the pane on the page: start, work, then a result or a list of problems. A result stays at hand
 * until the next one is there, so nothing is lost by starting again.
 */
export function startPane(page: Document, port: WorkbookPort): void {
  const stage = openStage(page);
  const pickFile = filePicker(page, (file) => run({ kind: 'file', file }));
  let last: Session | undefined;
  /** Looks up codes, with or without a workbook; opened for the first search. */
  let codes: Engine | undefined;
  let working: { readonly stop: () => void } | undefined;

  filesDroppedOn(page, (files) => {
    if (working) return;
    const [file] = files;
    if (files.length > 1) showProblems('', [oneFileAtATime(files.length)]);
    else if (file) run({ kind: 'file', file });
  });

  function showStart(): void {
    const back = last && { name: last.computed.result.name, show: showResult };
    stage.show(
      startView({
        pickFile,
        trySample: () => run({ kind: 'sample' }),
        find: (activity) => {
          codes ??= openEngine();
          return answerOf(codes.ask('findCode', activity));
        },
        announce: stage.announce,
        back,
      }),
    );
  }

  async function run(choice: WorkbookChoice): Promise<void> {
    working?.stop();
    const name = choice.kind === 'file' ? choice.file.name : 'the sample';
    const engine = openEngine();
    const busy = busyView(name, cancel);
    const timer = setTimeout(() => stage.show(busy), quietTime);
    let stopped = false;
    const end = () => {
      clearTimeout(timer);
      working = undefined;
    };
    working = {
      stop: () => {
        stopped = true;
        engine.close();
        end();
      },
    };
    try {
      const workbook = await port.open(choice);
      const computed = await engine.compute(workbook, (share) => busy.progress(share, stage.announce));
      if (stopped) return;
      end();
      if (computed.ok) {
        last?.engine.close();
        last = { name: workbook.name, sample: choice.kind === 'sample', engine, computed };
        showResult();
      } else {
        engine.close();
        showProblems(workbook.name, computed.issues);
      }
    } catch (error) {
      if (stopped) return;
      end();
      engine.close();
      if (error instanceof HostProblem) showProblems(name, [error.issue]);
      else showFailure(error);
    }
  }

  function cancel(): void {
    working?.stop();
    showStart();
    stage.announce('Cancelled. Nothing was changed.');
  }

  function showResult(): void {
    if (!last) {
      showStart();
      return;
    }
    const { name, sample, computed, engine } = last;
    const ask: Ask = (kind, asked) => answerOf(engine.ask(kind, asked));
    const adjust = async (changes: Adjustment) => {
      const result = { ...(await ask('adjust', changes)), issues: computed.issues };
      if (last?.engine === engine) last = { ...last, computed: { ...last.computed, result } };
      return result;
    };
    stage.show(
      resultView({
        ...computed,
        ask,
        adjust,
        fileName: name,
        sample,
        saveReport: () =>
          port.save({
            fileName: reportName(name, 'LM3 report.xlsx'),
            makeFile: () => engine.ask('report', null),
          }),
        savePlan: (options) =>
          port.save({
            fileName: reportName(name, 'whom to ask.csv'),
            makeFile: () => engine.ask('planFile', options),
          }),
        pickFile,
        startAgain: showStart,
        announce: stage.announce,
      }),
    );
  }

  /** What was asked for; when the program fails, that is shown and whoever asked waits no more. */
  function answerOf<T>(asked: Promise<T>): Promise<T> {
    return asked.catch((error: unknown) => {
      showFailure(error);
      // The view that asked is gone from the page.
      return new Promise<never>(() => {});
    });
  }

  function showProblems(name: string, issues: readonly Issue[]): void {
    stage.show(problemsView({ name, issues, pickFile, startAgain: showStart, announce: stage.announce }));
  }

  function showFailure(error: unknown): void {
    // One that is broken would fail again.
    codes?.close();
    codes = undefined;
    stage.show(failureView(error, showStart));
  }

  showStart();
}

/** What is saved is named after its workbook, without the ending. */
const reportName = (name: string, what: string): string =>
  `${name.replace(/\.[A-Za-z]{1,5}$/, '')} - ${what}`;

function oneFileAtATime(count: number): Issue {
  return {
    severity: 'error',
    where: {},
    found: `${count} files at once`,
    expected: 'one workbook at a time',
    mend: 'Drop them one after the other.',
  };
}
