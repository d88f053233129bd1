import { extname, resolve } from 'node:path';
import { Command } from 'commander';
import {
  type Advice,
  type AdviceSection,
  adviceSections,
  adviseRoutes,
  britishDate,
  decisionRecord,
  decisionRecordMarkdown,
  decisionRecordWorkbook,
  disclaimer,
  isCalendarDate,
  type Outcome,
  type OwnRules,
  parseRouteCase,
  type RouteCase,
  thenAndNow,
  thenAndNowSections,
} from '../core/index.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { askCase } from './ask-route.ts';
import { runBatch } from './batch.ts';
import { readBytes, readJson, writeWhole } from './files.ts';
import { failWith, print, printJson, tell, tellIssues } from './output.ts';
import { readOwnRules } from './own-rules.ts';

interface Options {
  readonly case?: string;
  readonly batch?: string;
  readonly json?: true;
  readonly pack?: string;
  readonly ownRules?: string;
  readonly today?: string;
  readonly thenAndNow?: true;
}

/** `route`: which routes keep it local, lawfully, on the day. */
export function routeCommand(): Command {
  return new Command('route')
    .description(
      'Say which procurement routes are open for a purchase or a grant, and why. Not legal advice.',
    )
    .option('--case <file.json>', 'the answers in JSON; without it they are asked one by one')
    .option(
      '--batch <file.jsonl>',
      'one case in JSON a line; prints one result a line ("-" reads standard input)',
    )
    .option(
      '--own-rules <file>',
      'your contract procedure rules (.json, .xlsx or .csv), shown beside the law',
    )
    .option('--pack <out>', 'write the decision record: a workbook (.xlsx) or Markdown (.md)')
    .option('--today <date>', 'the day to take for today, YYYY-MM-DD')
    .option('--then-and-now', 'what became of each route of the 2017 report, and nothing else')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound route\n  localpound route --case youth-club.json\n  localpound route --case youth-club.json --own-rules our-rules.xlsx --pack record.xlsx\n  localpound route --batch cases.jsonl > results.jsonl',
    )
    .action(run);
}

async function run(options: Options, command: Command): Promise<void> {
  if (options.thenAndNow) return printThenAndNow(options.json === true);
  const today = options.today ?? britishDate(new Date());
  const wrong = wrongUsage(options, today);
  if (wrong !== undefined) command.error(`error: ${wrong}`, { exitCode: 2 });
  const json = options.json === true;
  const own = options.ownRules === undefined ? undefined : await readOwnRules(options.ownRules);
  if (own && !own.ok) return failWith(own.issues, json);
  if (options.batch !== undefined) {
    return runBatch(options.batch, (input) => {
      const advised = adviseInput(input, today, own?.value);
      return advised.ok ? advised.value.advice : { issues: advised.issues };
    });
  }
  const input = options.case === undefined ? await askCase(today) : await readCase(options.case);
  const advised = input.ok ? adviseInput(input.value, today, own?.value) : input;
  if (!advised.ok) return failWith(advised.issues, json);
  const { advice } = advised.value;
  if (options.pack !== undefined) {
    const written = await writePack(options.pack, advised.value, today);
    if (!written.ok) return failWith(written.issues, json);
    tell(`Wrote ${options.pack}`);
  }
  if (json) printJson(advice);
  else print(sectionsText(adviceSections(advice)));
  tellIssues([...(own?.issues ?? []), ...advice.issues]);
}

function wrongUsage(
  { case: file, batch, pack, today: given, json }: Options,
  today: string,
): string | undefined {
  if (file !== undefined && batch !== undefined) return 'give either --case or --batch';
  if (batch !== undefined && pack !== undefined) return '--batch prints results only; leave out --pack';
  if (given !== undefined && !isCalendarDate(today))
    return `--today needs a date as YYYY-MM-DD, found "${given}"`;
  if (pack !== undefined && !['.xlsx', '.md'].includes(extname(pack).toLowerCase())) {
    return '--pack needs a name that ends in .xlsx or .md';
  }
  if (pack !== undefined && file !== undefined && resolve(pack) === resolve(file)) {
    return 'the record would replace the case it is made from; choose another name';
  }
  return json && file === undefined && batch === undefined && process.stdin.isTTY
    ? '--json needs --case or --batch'
    : undefined;
}

function printThenAndNow(json: boolean): void {
  if (json) printJson(thenAndNow());
  else print(sectionsText([...thenAndNowSections(), { heading: 'Please note', lines: [disclaimer] }]));
}

interface Advised {
  readonly routeCase: RouteCase;
  readonly advice: Advice;
}

function adviseInput(input: unknown, today: string, ownRules: OwnRules | undefined): Outcome<Advised> {
  const routeCase = parseRouteCase(input, today);
  if (!routeCase.ok) return routeCase;
  const { issues, value } = routeCase;
  const advice = adviseRoutes(value, { issues, ...(ownRules && { ownRules }) });
  return { ok: true, value: { routeCase: value, advice }, issues };
}

/** The decision record, as the ending of the name says: a workbook or Markdown. */
async function writePack(
  path: string,
  { routeCase, advice }: Advised,
  today: string,
): Promise<Outcome<undefined>> {
  const record = decisionRecord(routeCase, advice, today);
  if (!record.ok) return record;
  const bytes =
    extname(path).toLowerCase() === '.md'
      ? new TextEncoder().encode(decisionRecordMarkdown(record.value))
      : await writeWorkbook(decisionRecordWorkbook(record.value));
  return writeWhole(path, bytes);
}

async function readCase(path: string): Promise<Outcome<unknown>> {
  const bytes = await readBytes(path);
  return bytes.ok ? readJson(bytes.value, path) : bytes;
}

function sectionsText(sections: readonly AdviceSection[]): string {
  return sections
    .map(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n');
}
