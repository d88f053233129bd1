import { Command, CommanderError } from 'commander';
import packageFile from '../package.json' with { type: 'json' };
import { activityCommand } from './activity.ts';
import { areaCommand } from './area.ts';
import { askCommand } from './ask.ts';
import { assessCommand } from './assess.ts';
import { compareCommand } from './compare.ts';
import { dataCommand } from './data.ts';
import { enabledCommand } from './enabled.ts';
import { impactCommand } from './impact.ts';
import { indicatorCommand } from './indicator.ts';
import { ledgerCommand } from './ledger.ts';
import { lm3Command } from './lm3.ts';
import { planCommand } from './plan.ts';
import { routeCommand } from './route.ts';
import { serveCommand } from './serve.ts';
import { socialValueCommand } from './social-value.ts';
import { surveyCommand } from './survey.ts';
import { templateCommand } from './template.ts';
import { whatIfCommand } from './what-if.ts';

/** Exit codes: 0 done, 1 the input has errors (they are listed), 2 wrong usage. */
const wrongUsage = 2;

const program = new Command('localpound')
  .description('How much of each pound stays local: LM3 with its workings, and answers with sources.')
  .version(packageFile.version)
  .showHelpAfterError('(add --help for the options and examples)')
  .addHelpText(
    'after',
    `
Examples:
  localpound template lm3 my-project.xlsx      an empty workbook to fill in
  localpound lm3 my-project.xlsx               LM3 with what it rests on
  localpound ledger payments.csv --local local-suppliers.csv
  localpound plan my-project.xlsx              whom to ask, and what it is expected to bring
  localpound survey create my-project.xlsx     ask the suppliers; LM3 firms up as they answer
  localpound enabled our-tenants.xlsx          jobs and GVA of the tenants of community anchors
  localpound route                             which route lets us keep it local, question by question
  localpound area "HX1 1UJ" --from Bradford    district, position, distance; neighbours of a district
  localpound activity "yoga studio"            SIC code and employment density, with why
  localpound ask "what is the leaky bucket?"
  localpound indicator "lonely pensioners"     what to count, with what data, and its source
  localpound serve                             the pane and the ask page in a browser`,
  );

for (const command of [
  lm3Command(),
  ledgerCommand(),
  enabledCommand(),
  planCommand(),
  whatIfCommand(),
  compareCommand(),
  routeCommand(),
  activityCommand(),
  areaCommand(),
  askCommand(),
  indicatorCommand(),
  impactCommand(),
  assessCommand(),
  socialValueCommand(),
  surveyCommand(),
  templateCommand(),
  dataCommand(),
  serveCommand(),
]) {
  program.addCommand(command);
}
for (const command of [
  program,
  ...program.commands,
  ...program.commands.flatMap((parent) => parent.commands),
]) {
  command.exitOverride();
}

// A reader such as `head` that has seen enough closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help asked for is no mistake; commander has already printed what there is to say.
  process.exitCode = error.exitCode === 0 ? 0 : wrongUsage;
}
