import { stat } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import {
  assessmentTemplate,
  impactTemplate,
  lm3Template,
  ownRulesTemplate,
  tenantForm,
  tenantsTemplate,
  type WorkbookSpec,
} from '../core/index.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { writeWhole } from './files.ts';
import { failWith, print } from './output.ts';

interface Options {
  readonly sample?: true;
  readonly force?: true;
  readonly anchor?: string;
  readonly tenant?: string;
  readonly characteristics?: readonly number[];
}

/** `template KIND FILE.xlsx`: a workbook to fill in. */
export function templateCommand(): Command {
  const template = new Command('template').description('Write a workbook to fill in.');
  kind(template, 'lm3', 'Workbook for LM3: project, payroll, other direct costs, suppliers.')
    .option('--sample', 'fill it with a fictional sample')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound template lm3 my-project.xlsx\n  localpound template lm3 sample.xlsx --sample',
    )
    .action((file: string, options: Options) =>
      write(file, options, lm3Template({ sample: options.sample === true }), `localpound lm3 ${file}`),
    );
  kind(template, 'tenants', 'Workbook for enabled contribution: anchors and their tenants.')
    .option('--sample', 'fill it with a fictional sample')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound template tenants our-tenants.xlsx\n  localpound template tenants sample.xlsx --sample',
    )
    .action((file: string, options: Options) =>
      write(
        file,
        options,
        tenantsTemplate({ sample: options.sample === true }),
        `localpound enabled ${file}`,
      ),
    );
  kind(template, 'tenant-form', 'Form of one page to send to a tenant: four questions, and hours.')
    .option('--anchor <name>', 'fill in the name of the landlord')
    .option('--tenant <name>', 'fill in the name of the tenant')
    .addHelpText(
      'after',
      '\nExample:\n  localpound template tenant-form form.xlsx --anchor "Exampleton Mill"',
    )
    .action((file: string, options: Options) => {
      const { anchor, tenant } = options;
      const form = tenantForm({
        ...(anchor === undefined ? {} : { anchor }),
        ...(tenant === undefined ? {} : { tenant }),
      });
      return write(file, options, form, `localpound enabled TENANTS.xlsx --answers ${file}`);
    });
  kind(template, 'own-rules', 'Worksheet for your contract procedure rules: bands, quotes and approvals.')
    .addHelpText('after', '\nExample:\n  localpound template own-rules our-rules.xlsx')
    .action((file: string, options: Options) =>
      write(file, options, ownRulesTemplate(), `localpound route --own-rules ${file}`),
    );
  kind(template, 'assessment', 'Workbook for a self-assessment on the seven characteristics.')
    .option('--sample', 'fill it with a fictional sample')
    .addHelpText('after', '\nExample:\n  localpound template assessment our-view.xlsx')
    .action((file: string, options: Options) =>
      write(
        file,
        options,
        assessmentTemplate({ sample: options.sample === true }),
        `localpound assess ${file}`,
      ),
    );
  kind(template, 'indicators', 'Impact plan in ten steps: indicators with baseline, target and actual.')
    .option('--sample', 'fill it with a fictional sample')
    .option('--characteristics <numbers>', 'of which characteristics: 2,5', characteristicNumbers)
    .addHelpText(
      'after',
      '\nExamples:\n  localpound template indicators our-plan.xlsx --characteristics 2,5\n  localpound template indicators sample.xlsx --sample',
    )
    .action((file: string, options: Options) =>
      write(
        file,
        options,
        impactTemplate({
          sample: options.sample === true,
          ...(options.characteristics ? { characteristics: options.characteristics } : {}),
        }),
        `localpound impact ${file}`,
      ),
    );
  return template;
}

const kind = (template: Command, name: string, description: string): Command =>
  template
    .command(name)
    .description(description)
    .argument('<file>', 'the .xlsx file to write')
    .option('--force', 'replace a file that exists');

function characteristicNumbers(text: string): number[] {
  const numbers = text.split(',').map((part) => Number(part.trim()));
  if (numbers.some((number) => !Number.isInteger(number) || number < 1 || number > 7)) {
    throw new InvalidArgumentError('Give numbers from 1 to 7 with commas between them, such as 2,5.');
  }
  return numbers;
}

async function write(file: string, options: Options, spec: WorkbookSpec, next: string): Promise<void> {
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
  const written = await writeWhole(file, await writeWorkbook(spec));
  if (!written.ok) return failWith(written.issues, false);
  print(`Wrote ${file}. Fill it in, then run: ${next}`);
}

async function holdsSomething(file: string): Promise<boolean> {
  try {
    return (await stat(file)).size > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
