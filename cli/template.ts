import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import { lm3Template } from '../core/index.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { writeWhole } from './files.ts';
import { failWith, print } from './output.ts';

/** `template lm3 FILE.xlsx`: a workbook to fill in. */
export function templateCommand(): Command {
  const template = new Command('template').description('Write a workbook to fill in.');
  template
    .command('lm3')
    .description('Workbook for LM3: project, payroll, other direct costs, suppliers.')
    .argument('<file>', 'the .xlsx file to write')
    .option('--sample', 'fill it with a fictional sample')
    .option('--force', 'replace a file that exists')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound template lm3 my-project.xlsx\n  localpound template lm3 sample.xlsx --sample',
    )
    .action(async (file: string, options: { sample?: true; force?: true }) => {
      if (!options.force && (await holdsSomething(file))) {
        failWith(
          [
            {
              severity: 'error',
              where: { file },
              found: 'a file of that name',
              expected: 'a new file, so that nothing you typed is lost',
              mend: 'Choose another name, or add --force to replace it.',
            },
          ],
          false,
        );
        return;
      }
      const written = await writeWhole(
        file,
        await writeWorkbook(lm3Template({ sample: options.sample === true })),
      );
      if (!written.ok) return failWith(written.issues, false);
      print(`Wrote ${file}. Fill it in, then run: localpound lm3 ${file}`);
    });
  return template;
}

async function holdsSomething(file: string): Promise<boolean> {
  try {
    return (await stat(file)).size > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
