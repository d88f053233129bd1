import { deprivationData } from '../../area/deprivation.ts';
import { districtData } from '../../area/districts.ts';
import type { Spend } from '../../ledger/spend.ts';
import { supplierTypeWords } from '../../ledger/supplier-type.ts';
import { ledgerSuppliers } from '../../lm3/ledger-project.ts';
import type { Lm3Project } from '../../lm3/project.ts';
import type { Issue } from '../../workbook/issue.ts';
import { problemsSheet } from '../explained-lists.ts';
import { listSheet } from '../list-sheet.ts';
import { otherAreasSheet } from '../lm3-inputs/other-areas-sheet.ts';
import { otherCostsSheet } from '../lm3-inputs/other-costs-sheet.ts';
import { payrollSheet } from '../lm3-inputs/payroll-sheet.ts';
import { projectSheet } from '../lm3-inputs/project-sheet.ts';
import { inputRowsOf } from '../lm3-inputs/rows.ts';
import { settingsSheet } from '../lm3-inputs/settings-sheet.ts';
import type { MoreColumns } from '../lm3-inputs/sheet-parts.ts';
import { staffSurveySheet } from '../lm3-inputs/staff-survey-sheet.ts';
import { suppliersSheet } from '../lm3-inputs/suppliers-sheet.ts';
import { type RunStamp, stampSheet } from '../run-stamp.ts';
import type { CellSpec, SheetSpec, WorkbookSpec } from '../workbook-spec.ts';
import {
  kindsSheet,
  leakSheet,
  likelySheet,
  mergesSheet,
  payeesOfKindsSheet,
  recognitionSheet,
} from './check-sheets.ts';
import { categorySheet, deprivationSheet, districtSheet, monthSheet, typeSheet } from './sum-sheets.ts';
import { placingWords } from './words.ts';

/** What a ledger workbook says beside the figures. */
export interface LedgerWorkbookNotes {
  /** Licences of the data used, each a sentence. */
  readonly licences?: readonly string[];
  readonly issues?: readonly Issue[];
  readonly stamp?: RunStamp;
}

/**
 * A workbook that LM3 reads as it stands, made from spend exports: the suppliers filled in, with what
 * they sell, where they are and why, and beside them every sum and every decision that was made on the
 * way, so that a person can check and change it.
 */
export function ledgerWorkbook(
  spend: Spend,
  project: Lm3Project,
  { licences = [], issues = spend.issues, stamp }: LedgerWorkbookNotes = {},
): WorkbookSpec {
  const inputs = inputRowsOf(project);
  return {
    title: `Suppliers for LM3: ${project.name}`,
    sheets: [
      projectSheet(inputs),
      payrollSheet(inputs),
      otherCostsSheet(inputs),
      suppliersSheet(inputs, whereColumns(spend)),
      settingsSheet(inputs),
      staffSurveySheet(inputs),
      otherAreasSheet(inputs),
      categorySheet(spend),
      monthSheet(spend),
      districtSheet(spend),
      ...deprivationSheet(spend),
      ...typeSheet(spend, supplierTypeWords),
      leakSheet(spend),
      mergesSheet(spend),
      likelySheet(spend),
      kindsSheet(spend),
      payeesOfKindsSheet(spend),
      recognitionSheet(spend),
      methodSheet(spend, licences),
      ...(issues.length > 0 ? [problemsSheet({ issues })] : []),
      ...(stamp ? [stampSheet(stamp)] : []),
    ],
    names: [],
  };
}

/** Columns beside the suppliers that LM3 passes over: where each is, and what says so. */
function whereColumns(spend: Spend): MoreColumns {
  const text = (value: string): CellSpec => ({ value, style: 'text' });
  return {
    headings: [
      { text: 'Where', note: 'Cannot tell counts as not local until you say otherwise under Local.' },
      { text: 'What says so' },
      { text: 'District' },
      { text: 'Postcode' },
      { text: 'Company number' },
      { text: 'Payments' },
    ],
    rows: ledgerSuppliers(spend).map(({ of, placing }) => {
      const place = of.places.find((one) => one.placing === placing);
      return [
        text(placingWords[placing]),
        text([place?.reason, place?.assumption].filter(Boolean).join('; ')),
        text(place?.district?.name ?? ''),
        text(place?.postcode ?? ''),
        text(of.companyNumber ?? ''),
        { value: of.lines, style: 'count' },
      ];
    }),
  };
}

/** How the figures came about, in the order of the work, and whose data they are. */
function methodSheet(spend: Spend, licences: readonly string[]): SheetSpec {
  const gross = spend.sources.filter(({ recognition }) => recognition.amountBasis === 'gross').length;
  const steps = [
    [
      'Reading',
      'Columns are found by their headings, and by what the cells look like where no heading tells. See How it was read.',
    ],
    [
      'Amounts',
      gross > 0
        ? `Amounts of ${gross} of ${spend.sources.length} files include VAT: no column without it was found.`
        : 'Amounts without VAT are taken where a file has them. Sums are in whole pence and exact.',
    ],
    [
      'Suppliers',
      'Spellings of one supplier are counted together, by company number first. Each is on the sheet Merges with its reason, and can be kept apart.',
    ],
    [
      'Kinds of line',
      'Redacted names, names that stand for many, people, public bodies and recharges are recognised by the rules on Kinds of line. They stay in every sum here; LM3 counts what the Settings sheet says.',
    ],
    [
      'Where',
      'By your list first, then by the postcode in the file, then by your list of postcodes. Without any of them: cannot tell, which LM3 counts as not local.',
    ],
    [
      'Not told',
      'Where the work is done from. A registered office or the address for payments may be elsewhere: ask the supplier.',
    ],
  ];
  return listSheet(
    'Method and licences',
    'LedgerMethod',
    [
      { heading: 'Step', width: 20 },
      { heading: 'How', width: 130 },
    ],
    [
      ...steps,
      ...licences.map((licence) => ['Licence', licence]),
      ...placeSources(spend),
      [
        'Licence',
        'The spend files keep the licence of who published them. Councils in England publish theirs under the Open Government Licence.',
      ],
    ],
    'The whole of the LM3 method is in docs/method/lm3.md of Local Pound.',
  );
}

/** Whose data say where districts are and how deprived they are, where a district was found. */
function placeSources({ byDistrict }: Spend): string[][] {
  if (!byDistrict.some(({ district }) => district !== null)) return [];
  const districts = districtData().about;
  const deprivation = deprivationData().about;
  return [
    ['Districts', `${districts.source}. ${districts.licence}.`],
    [
      'Deprivation',
      `${deprivation.source}, from ${deprivation.indices}. ${deprivation.licence}. ${deprivation.link}`,
    ],
  ];
}
