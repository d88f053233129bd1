import type { Issue, Lm3Result, Outcome } from '../../core/index.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import type { Ask, PaneSettings, SpendChoices, SpendFound, WorkbookFile } from '../engine/messages.ts';
import { partInWords } from '../engine/part-words.ts';
import {
  HostProblem,
  type LiveWorkbook,
  type MadeFile,
  type WorkbookChoice,
  type WorkbookPort,
} from '../host/port.ts';
import { type ReadyWorkbook, readyWorkbooks } from '../ready-workbooks.ts';
import { filePicker, filesDroppedOn } from './choose-file.ts';
import { followChanges, reportInto, settingsInto } from './live-session.ts';
import { nothingSaid, orProblem, type Session, settingsOf, takenUp, titleOf } from './session.ts';
import { tabsIn } from './tabs.ts';
import { openStage, type View } from './view.ts';
import { busyView } from './views/busy.ts';
import { changedNote } from './views/changed-note.ts';
import { failureView } from './views/failure.ts';
import { problemsView } from './views/problems.ts';
import { startView } from './views/start.ts';

/** What shows results is loaded when the first one is on its way, so that the first page is there at once. */
const resultViews = () => import('./views/results.ts');

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
  let isResultShown = false;
  /** Kept, so that answers are still there when somebody comes back to them. */
  let questionsAsked: View | undefined;
  /** False where a newer version has kept something in the workbook. */
  let mayKeep = true;

  filesDroppedOn(page, (files) => {
    if (working) return;
    const [file] = files;
    if (files.length > 1) showProblems('', [oneFileAtATime(files.length)]);
    else if (file) run({ kind: 'file', file });
  });

  const tabs = tabsIn(page, (tab) => {
    if (tab === 'ask') showQuestions();
    else showFigures();
  });

  /** What was there before the questions: the result, or the start. */
  function showFigures(): void {
    tabs.show('figures');
    if (last) void showResult();
    else showStart();
  }

  function showQuestions(): void {
    working?.stop();
    isResultShown = false;
    tabs.show('ask');
    const ask: Ask = (kind, asked) => answerOf(helper().ask(kind, asked));
    void answerOf(import('./views/ask.ts')).then(({ askView }) => {
      questionsAsked ??= askView(ask, stage.announce);
      stage.show(questionsAsked);
    });
  }

  function showStart(): void {
    isResultShown = false;
    tabs.show('figures');
    const back = last && { name: titleOf(last), show: () => void showResult() };
    const options = {
      pickFile,
      trySample: (which: ReadyWorkbook) => void run({ kind: 'sample', which }),
      find: (activity: string) => answerOf(helper().ask('findCode', activity)),
      announce: stage.announce,
      back,
    };
    const { live } = port;
    if (!live) {
      stage.show(startView(options));
      return;
    }
    void answerOf(import('./views/start-in-excel.ts')).then(({ startInExcelView }) =>
      stage.show(
        startInExcelView({
          ...options,
          contents: () => live.contents(),
          read: (part) => void run({ kind: 'open', part }),
          kept: () => keptIn(live),
          goOn: (settings, part) => void run({ kind: 'open', part }, settings),
          settingsInto: (settings) => settingsInto(live, helper(), settings),
        }),
      ),
    );
  }

  /** For what needs no workbook. */
  function helper(): Engine {
    codes ??= openEngine();
    return codes;
  }

  /** What the workbook around the pane remembers. */
  async function keptIn(live: LiveWorkbook): Promise<Outcome<PaneSettings> | undefined> {
    const text = await live.settings();
    if (text === undefined) return undefined;
    const read = await helper().ask('readSettings', text);
    mayKeep = read.mayReplace;
    return read.settings;
  }

  async function run(choice: WorkbookChoice, settings: PaneSettings = {}): Promise<void> {
    working?.stop();
    const name = nameOf(choice);
    const engine = openEngine();
    // Fetched while the workbook is being read.
    const views = resultViews();
    views.catch(() => {
      // Told where it is waited for.
    });
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
        const { found, issues } = computed;
        last = {
          name: workbook.name,
          ...('bytes' in workbook ? { workbook: workbook.bytes } : {}),
          sample: choice.kind === 'sample',
          part: 'part' in workbook ? workbook.part : undefined,
          engine,
          found,
          issues,
          choices: nothingSaid,
          adjustment: {},
          isFirstLm3: false,
        };
        if (settings.part) last = await takenUp(last, settings);
        else if (found.kind === 'spend') await readAsRemembered(last, found);
        await showResult();
      } else {
        engine.close();
        showProblems(workbook.name, computed.issues);
      }
    } catch (error) {
      if (stopped) return;
      end();
      engine.close();
      if (error instanceof HostProblem) showProblems(name, [error.issue], error.details);
      else showFailure(error);
    }
  }

  function cancel(): void {
    working?.stop();
    showStart();
    stage.announce('Cancelled. Nothing was changed.');
  }

  async function showResult(show: (view: View) => void = stage.show): Promise<void> {
    const session = last;
    if (!session) {
      showStart();
      return;
    }
    isResultShown = true;
    const { name, sample, engine, found, issues } = session;
    keep(session);
    const views = await answerOf(resultViews());
    const ask: Ask = (kind, asked) => answerOf(engine.ask(kind, asked));
    const save = (what: string, makeFile: MadeFile['makeFile']) =>
      port.save({ fileName: nameFor(name, what), makeFile });
    const { live } = port;
    const intoWorkbook = live && reportInto(live, engine);
    const common = {
      ask,
      intoWorkbook,
      fileName: name,
      sample,
      pickFile,
      startAgain: showStart,
      announce: stage.announce,
    };
    const makeReport = async () => orProblem(await engine.ask('report', null));
    if (found.kind === 'tenants') {
      const saveReport = () => save('enabled report.xlsx', makeReport);
      const putInForms = async (files: readonly WorkbookFile[]) => {
        const outcome = await ask('forms', files);
        if (!outcome.ok) return outcome.issues;
        last = { ...session, found: { kind: 'tenants', ...outcome.value }, issues: outcome.issues };
        await showResult();
        stage.announce('The forms were put in. This is the new result.');
        return [];
      };
      show(views.tenantsView({ ...common, ...found, issues, saveReport, putInForms }));
      return;
    }
    if (found.kind === 'spend') {
      show(
        views.spendView({
          ...common,
          ...found,
          issues,
          choices: session.choices,
          saveWorkbook: () => save('for LM3.xlsx', makeReport),
          again: (choices, whatNow) => addUpAgain(session, choices, whatNow),
          async putInList(file) {
            const outcome = await ask('spendList', file);
            if (!outcome.ok) return outcome.issues;
            last = { ...session, found: { kind: 'spend', ...outcome.value }, issues: outcome.issues };
            await showResult();
            stage.announce('The list was put in. This is the new result.');
            return [];
          },
          async firstLm3() {
            const outcome = await ask('firstLm3', null);
            if (!outcome.ok) return showProblems(name, outcome.issues);
            last = {
              ...session,
              isFirstLm3: true,
              found: { kind: 'lm3', ...outcome.value },
              issues: outcome.issues,
            };
            await showResult();
          },
        }),
      );
      return;
    }
    const withIssues = (result: Lm3Result): Lm3Result => ({ ...result, issues });
    show(
      views.resultView({
        ...common,
        ...found,
        result: withIssues(found.result),
        async adjust(changes) {
          const result = await ask('adjust', changes);
          if (last?.engine === engine) {
            last = { ...last, adjustment: { ...last.adjustment, ...changes }, found: { ...found, result } };
            keep(last);
          }
          return withIssues(result);
        },
        saveReport: () => save('LM3 report.xlsx', makeReport),
        savePlan: (options) => save('whom to ask.csv', () => engine.ask('planFile', options)),
        ...(session.workbook === undefined ? {} : { workbook: session.workbook }),
        show: (file) => run({ kind: 'file', file }),
      }),
    );
  }

  /** Keeps in the workbook around the pane where the person is, so that it can be taken up again. */
  function keep(session: Session): void {
    const { live } = port;
    if (!live || !session.part || !mayKeep) return;
    void session.engine
      .ask('writeSettings', settingsOf(session))
      .then((text) => live.keepSettings(text))
      .catch(() => {
        // Nothing is lost now; it is only not there the next time.
      });
  }

  /** Reads the open workbook again and puts the new result where the last one is. */
  async function workOutAgain(): Promise<void> {
    const session = last;
    if (!session?.part || working || !isResultShown) return;
    const engine = openEngine();
    const fail = (issues: readonly Issue[]) => {
      engine.close();
      stage.note(changedNote(issues, stage.announce, () => void workOutAgain()));
    };
    try {
      const workbook = await port.open({ kind: 'open', part: session.part });
      const computed = await engine.compute(workbook, () => {});
      if (last?.engine !== session.engine || !isResultShown) {
        engine.close();
        return;
      }
      if (!computed.ok) {
        fail(computed.issues);
        return;
      }
      const { found, issues } = computed;
      const fresh = {
        ...session,
        engine,
        found,
        issues,
        choices: nothingSaid,
        adjustment: {},
        isFirstLm3: false,
      };
      last = await takenUp(fresh, settingsOf(session));
      session.engine.close();
      await showResult(stage.renew);
      stage.announce(`The workbook was changed. ${titleOf(last)} was worked out again.`);
    } catch (error) {
      if (error instanceof HostProblem) fail([error.issue]);
      else showFailure(error);
    }
  }

  /** Adds payments up as the person said and shows them; comes back with what stands in the way. */
  async function addUpAgain(
    session: Session,
    choices: SpendChoices,
    whatNow: string,
  ): Promise<readonly Issue[]> {
    const { rememberedColumns } = await answerOf(resultViews());
    const outcome = await answerOf(session.engine.ask('spendAgain', choices));
    if (!outcome.ok) return outcome.issues;
    const found = { kind: 'spend' as const, ...outcome.value };
    if (choices.mapping !== session.choices.mapping)
      rememberedColumns.keep(headingsOf(found), choices.mapping);
    last = { ...session, found, issues: outcome.issues, choices };
    await showResult();
    stage.announce(whatNow);
    return [];
  }

  /** What was said before of a file with the same headings, if it still serves. */
  async function readAsRemembered(session: Session, found: SpendFound): Promise<void> {
    const { rememberedColumns } = await answerOf(resultViews());
    const mapping = rememberedColumns.of(headingsOf(found));
    if (!mapping) return;
    const choices = { ...session.choices, mapping };
    const outcome = await answerOf(session.engine.ask('spendAgain', choices));
    if (!outcome.ok) return;
    last = { ...session, found: { kind: 'spend', ...outcome.value }, issues: outcome.issues, choices };
  }

  /** What was asked for; when the program fails, that is shown and whoever asked waits no more. */
  function answerOf<T>(asked: Promise<T>): Promise<T> {
    return asked.catch((error: unknown) => {
      showFailure(error);
      // The view that asked is gone from the page.
      return new Promise<never>(() => {});
    });
  }

  function showProblems(name: string, issues: readonly Issue[], details?: string): void {
    isResultShown = false;
    stage.show(
      problemsView({ name, issues, details, pickFile, startAgain: showStart, announce: stage.announce }),
    );
  }

  function showFailure(error: unknown): void {
    // One that is broken would fail again.
    codes?.close();
    codes = undefined;
    stage.show(failureView(error, showStart));
  }

  showStart();
  if (port.live) {
    const promise = page.querySelector('.site-footer p');
    if (promise)
      promise.textContent = 'Your workbook stays in Excel. Nothing of it is sent or stored anywhere else.';
    followChanges(port.live, workOutAgain);
  }
}

function nameOf(choice: WorkbookChoice): string {
  if (choice.kind === 'file') return choice.file.name;
  if (choice.kind === 'sample') return readyWorkbooks[choice.which].fileName;
  return partInWords(choice.part);
}

const headingsOf = ({ tables: [first] }: SpendFound): string[] =>
  first?.columns.map(({ heading }) => heading) ?? [];

/** What is saved is named after its workbook, without the ending. */
const nameFor = (name: string, what: string): string => `${name.replace(/\.[A-Za-z]{1,5}$/, '')} - ${what}`;

function oneFileAtATime(count: number): Issue {
  return {
    severity: 'error',
    where: {},
    found: `${count} files at once`,
    expected: 'one workbook at a time',
    mend: 'Drop them one after the other.',
  };
}
