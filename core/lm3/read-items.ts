import { type Cell, cellText } from '../workbook/cell.ts';
import { type ItemRow, Items } from '../workbook/items.ts';
import { comparable, shareOf, yesOrNo } from '../workbook/read-table.ts';
import { shortText, shortTextExpected } from '../workbook/short-text.ts';
import {
  choice,
  defined,
  notNegative,
  oneOf,
  shareExpected,
  type WorkbookReading,
  wholeNumber,
} from '../workbook/workbook-reading.ts';
import type { Lm3ProjectInput } from './project.ts';
import {
  areaKindWords,
  leaveOutWords,
  meanWords,
  methodWords,
  nonResponseWords,
  payEnteredWords,
  supplierPlaceWords,
  taxModeWords,
  vatWords,
} from './setting-words.ts';
import type { PaymentKind } from './settings.ts';
import { lm3Sheets, projectColumns, projectItems, settingItems } from './workbook-layout.ts';

type ProjectFields = Omit<
  Lm3ProjectInput,
  'payroll' | 'otherDirectCosts' | 'suppliers' | 'settings' | 'staffSurvey' | 'areas'
>;

/** What stands on the Project sheet. */
export function readProjectItems(reading: WorkbookReading): ProjectFields {
  const issuesBefore = reading.issues.length;
  const items = new Items(reading, reading.table(lm3Sheets.project, projectColumns, true));
  const text = (item: string) => items.value(item, shortText, shortTextExpected);
  const share = (item: string) => items.value(item, shareOf, shareExpected);
  const name = text(projectItems.name);
  // Where the sheet itself was not understood, that has been said already.
  if (!items.isAnswered(projectItems.name) && reading.issues.length === issuesBefore) {
    missingItem(reading, projectItems.name, items.row(projectItems.name));
  }
  return defined({
    name: name ?? '',
    area: text(projectItems.area),
    period: text(projectItems.period),
    scope: text(projectItems.scope),
    income: items.value(projectItems.income, notNegative, 'an amount in GBP of 0 or more'),
    method: items.choice(projectItems.method, methodWords),
    nonResponse: items.choice(projectItems.nonResponse, nonResponseWords),
    proxies: defined({
      localStaff: share(projectItems.localStaff),
      nonLocalStaff: share(projectItems.nonLocalStaff),
    }),
  }) as ProjectFields;
}

/** What stands on the Settings sheet; nothing where there is none. */
export function readSettingItems(reading: WorkbookReading): {
  readonly settings: NonNullable<Lm3ProjectInput['settings']>;
  readonly payEntered: 'net' | 'gross' | undefined;
  readonly fields: Pick<Lm3ProjectInput, 'target' | 'areaKind' | 'population' | 'radiusKm' | 'net'>;
} {
  const items = new Items(reading, reading.table(lm3Sheets.settings, projectColumns, false));
  const settings = defined({
    taxMode: items.choice(settingItems.taxMode, taxModeWords),
    vat: items.choice(settingItems.vat, vatWords),
    supplierPlace: items.choice(settingItems.supplierPlace, supplierPlaceWords),
    meanOfAnswers: items.choice(settingItems.meanOfAnswers, meanWords),
    largestChased: items.value(settingItems.largestChased, wholeNumber, 'a whole number of 0 or more'),
    categoryStrata: items.value(settingItems.categoryStrata, yesOrNo, 'Yes or No'),
    leaveOut: items.value(
      settingItems.leaveOut,
      kindsLeftOut,
      `"Nothing", or one or more of ${oneOf(leaveOutWords)}, with commas between`,
    ),
  });
  const fields = defined({
    target: items.value(settingItems.target, fromOneToThree, 'an LM3 from 1 to 3'),
    areaKind: items.choice(settingItems.areaKind, areaKindWords),
    population: items.value(settingItems.population, wholeNumber, 'a number of people'),
    radiusKm: items.value(settingItems.radiusKm, positive, 'a distance in km above 0'),
    net: netOf(items),
  });
  return { settings, payEntered: items.choice(settingItems.payEntered, payEnteredWords), fields };
}

const netKeys = ['deadweight', 'displacement', 'leakage', 'substitution'] as const;

/** The net panel is there once one of its shares is; a share left empty counts as nothing. */
function netOf(items: Items): Lm3ProjectInput['net'] {
  const shares = netKeys.map((key) => items.value(settingItems[key], shareOf, shareExpected));
  if (shares.every((share) => share === undefined)) return undefined;
  const [deadweight = 0, displacement = 0, leakage = 0, substitution = 0] = shares;
  return { deadweight, displacement, leakage, substitution };
}

function kindsLeftOut(cell: Cell): PaymentKind[] | undefined {
  if (comparable(cellText(cell)) === 'nothing') return [];
  const kinds = cellText(cell)
    .split(',')
    .map((part) => choice(part, leaveOutWords));
  const known = kinds.filter((kind) => kind !== undefined);
  return known.length === kinds.length ? known : undefined;
}

function fromOneToThree(cell: Cell): number | undefined {
  const number = notNegative(cell);
  return number !== undefined && number >= 1 && number <= 3 ? number : undefined;
}

export function positive(cell: Cell): number | undefined {
  const number = notNegative(cell);
  return number !== undefined && number > 0 ? number : undefined;
}

function missingItem(reading: WorkbookReading, item: string, row: ItemRow | undefined): void {
  reading.issues.push({
    severity: 'error',
    where: row ? { sheet: row.sheet, cell: row.address('answer') } : { sheet: lm3Sheets.project.name },
    found: row ? 'an empty cell' : `no line "${item}"`,
    expected: `an answer for "${item}"`,
    mend: row ? 'Fill in this cell.' : `Add a line with the item "${item}" and its answer.`,
  });
}
