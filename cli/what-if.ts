import { Command } from 'commander';
import { describeIssue, leaks, parseWhatIfChanges, whatIf } from '../core/index.ts';
import { readBytes } from './files.ts';
import { computeBytes } from './lm3.ts';
import { failWith, print, printJson, tellIssues } from './output.ts';
import { leaksText, whatIfText } from './what-if-text.ts';

interface Options {
  readonly moveSupplier?: readonly string[];
  readonly moveAmount?: string;
  readonly from?: string;
  readonly to?: string;
  readonly share?: string;
  readonly localPay?: string;
  readonly area?: string;
  readonly leaks?: true;
  readonly json?: true;
}

/** What a new supplier is called that the user gave no name. */
const unnamed = 'A new local supplier';

/** `what-if FILE`: LM3 if money moved to local suppliers or staff, or with another area. */
export function whatIfCommand(): Command {
  return new Command('what-if')
    .description('What LM3 would be if money moved to local suppliers or staff, and where money leaks.')
    .argument('<file>', 'Local Pound workbook (.xlsx) or project in JSON')
    .option(
      '--move-supplier <name>',
      'move everything paid to this supplier (may be given several times)',
      (name: string, others: readonly string[] = []) => [...others, name],
    )
    .option('--move-amount <pounds>', 'move this much, with --from')
    .option('--from <name>', 'the supplier that --move-amount comes from')
    .option(
      '--to <name>',
      'the local supplier that gets it; "new" or "new: NAME" for one that you do not have yet',
    )
    .option('--share <share>', 'share that a new supplier re-spends in the area, such as 0.6 or 60%')
    .option(
      '--local-pay <pounds>',
      'pay that goes to staff who live in the area instead, such as 20000 or 10%',
    )
    .option('--area <name>', 'look from another area of the project')
    .option('--leaks', 'rank suppliers and categories by pounds leaving and by what moving them would add')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nThis is arithmetic on your own figures, not advice to award a contract: localpound route shows which routes are open.\n\nExamples:\n  localpound what-if my-project.xlsx --leaks\n  localpound what-if my-project.xlsx --move-supplier "Faraway Foods" --to new --share 0.6\n  localpound what-if my-project.xlsx --move-amount 10000 --from "Faraway Foods" --to "Corner Bakery"\n  localpound what-if my-project.xlsx --local-pay 20000',
    )
    .action(runWhatIf);
}

async function runWhatIf(file: string, options: Options, command: Command): Promise<void> {
  const asked = changesOf(options, (message) => command.error(`error: ${message}`, { exitCode: 2 }));
  const changes = parseWhatIfChanges(asked);
  if (!changes.ok) {
    const told = changes.issues.map(({ found, expected }) => `found ${found}; expected ${expected}`);
    command.error(`error: ${told.join('\n')}`, { exitCode: 2 });
  }
  const json = options.json === true;
  const bytes = await readBytes(file);
  const read = bytes.ok ? computeBytes(bytes.value, file) : bytes;
  if (!read.ok) return failWith(read.issues, json);
  const { project, result } = read.value;
  const changed = changes.value.length > 0 ? whatIf(project, changes.value) : undefined;
  if (changed && !changed.ok) return failWith(changed.issues, json);
  const leaking = options.leaks ? leaks(project) : undefined;
  if (leaking && !leaking.ok) return failWith(leaking.issues, json);

  const known = new Set(result.issues.map(describeIssue));
  const added = (changed?.value.issues ?? []).filter((issue) => !known.has(describeIssue(issue)));
  const issues = [...result.issues, ...added];
  if (json) {
    // The changed project would repeat every supplier; the figures are what was asked for.
    const { project: _changed, ...figures } = changed?.value ?? {};
    printJson({ ...figures, ...(leaking ? { leaks: leaking.value } : {}), issues });
  } else {
    const texts = [
      ...(changed ? [whatIfText(changed.value)] : []),
      ...(leaking ? [leaksText(leaking.value)] : []),
    ];
    print(texts.join('\n\n'));
  }
  tellIssues(issues);
}

/** Ends the command with what is wrong in how it was called. */
type Wrong = (message: string) => never;

/** The options as changes; their figures are checked after it. */
function changesOf(options: Options, wrong: Wrong): unknown[] {
  const { moveSupplier = [], moveAmount, from, to, share, localPay, area } = options;
  const moves = moveSupplier.length > 0 || moveAmount !== undefined;
  if ((moveAmount === undefined) !== (from === undefined)) wrong('--move-amount and --from belong together');
  if (moves && to === undefined) wrong('--to is missing: the local supplier that gets the money, or new');
  if (!moves && to !== undefined) wrong('--to needs --move-supplier, or --move-amount with --from');
  const target = to === undefined ? undefined : targetOf(to, share, wrong);
  if (share !== undefined && !(target && 'newSupplier' in target)) {
    wrong('--share is for a new supplier only: a supplier of the project re-spends what it answered');
  }
  const changes = [
    ...moveSupplier.map((name) => ({ kind: 'moveSpend', from: name, to: target })),
    ...(moveAmount === undefined
      ? []
      : [{ kind: 'moveSpend', from, amount: figure(moveAmount, '--move-amount', wrong), to: target }]),
    ...(localPay === undefined ? [] : [payOf(localPay, wrong)]),
    ...(area === undefined ? [] : [{ kind: 'area', name: area }]),
  ];
  if (changes.length === 0 && !options.leaks) {
    wrong('nothing to change: give --move-supplier, --move-amount, --local-pay, --area or --leaks');
  }
  return changes;
}

function targetOf(to: string, share: string | undefined, wrong: Wrong) {
  const asNew = /^new(?:\s*:\s*(.+))?$/i.exec(to.trim());
  if (!asNew) return { existing: to };
  const name = asNew[1] ?? unnamed;
  return share === undefined
    ? { newSupplier: name }
    : { newSupplier: name, respendShare: figure(share, '--share', wrong) };
}

function payOf(text: string, wrong: Wrong) {
  const value = figure(text, '--local-pay', wrong);
  return text.trim().endsWith('%')
    ? { kind: 'localPayShare', share: value }
    : { kind: 'localPay', amount: value };
}

/** `20000`, `20,000`, `£20,000`, `60%` as 0.6. */
function figure(text: string, option: string, wrong: Wrong): number {
  const plain = /^£?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(%?)$/.exec(text.trim());
  if (!plain || (plain[1] === undefined && plain[2] === undefined)) {
    return wrong(`${option}: found "${text}"; expected a number such as 20000, 0.6 or 60%`);
  }
  const value = Number(`${(plain[1] ?? '0').replaceAll(',', '')}${plain[2] ?? ''}`);
  return plain[3] === '%' ? value / 100 : value;
}
