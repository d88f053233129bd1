import {
  areaKindWords,
  leaveOutWords,
  meanWords,
  payEnteredWords,
  supplierPlaceWords,
  taxModeWords,
  vatWords,
} from '../../lm3/setting-words.ts';
import { lm3Sheets, settingItems } from '../../lm3/workbook-layout.ts';
import type { PlacedCell, SheetSpec } from '../workbook-spec.ts';
import { answerAddress, type ItemHelp, itemSheet } from './item-sheet.ts';
import type { InputRows } from './rows.ts';
import { headingRow, oneOf, share, shareMessage, yesNo } from './sheet-parts.ts';

type SettingItem = keyof typeof settingItems;

/** The address of one answer on the Settings sheet, for formulas. */
export const settingAnswer = (item: SettingItem): string =>
  answerAddress(lm3Sheets.settings.name, settingItems, item);

/** The choices of tax have commas in them, which a list inside a rule cannot hold: they stand here. */
const taxChoices = { column: 'E', heading: 'Choices for tax and National Insurance' };

export function settingsSheet({ settings }: Pick<InputRows, 'settings'>): SheetSpec {
  const sheet = itemSheet(
    {
      name: lm3Sheets.settings.name,
      title: 'Settings',
      subtitle:
        'This sheet may stay as it is: the standard choices are filled in. Every change is printed on the result.',
      table: 'SettingsChosen',
    },
    settingItems,
    settings,
    settingHelp,
  );
  const choices = Object.values(taxModeWords).map(
    (value, index): PlacedCell => ({
      address: `${taxChoices.column}${headingRow + 1 + index}`,
      value,
      style: 'text',
    }),
  );
  return {
    ...sheet,
    widths: [...sheet.widths, 3, 44],
    cells: [
      ...sheet.cells,
      { address: `${taxChoices.column}${headingRow}`, value: taxChoices.heading, style: 'heading' },
      ...choices,
    ],
  };
}

const taxRange = `'${lm3Sheets.settings.name}'!$${taxChoices.column}$${headingRow + 1}:$${taxChoices.column}$${headingRow + Object.keys(taxModeWords).length}`;

const netHelp = (what: string): ItemHelp => ({
  what: `${what} Your own figure; there is no standard one. Leave all four empty unless you have evidence.`,
  style: 'inputShare',
  rule: share,
  message: shareMessage,
});

const settingHelp: Record<SettingItem, ItemHelp> = {
  taxMode: {
    what: 'Standard: pay after tax and National Insurance, which are left out of all rounds. Results of different choices must not be compared.',
    rule: { kind: 'listFrom', range: taxRange },
  },
  payEntered: {
    what: 'Leave empty if pay was entered as the choice above works with it: after tax if tax is left out, else before tax. If not, say so here and fill in the tax on the Payroll sheet.',
    rule: oneOf(payEnteredWords),
  },
  vat: {
    what: 'Standard: amounts without the VAT that you get back. This is printed on the result; amounts are not changed.',
    rule: oneOf(vatWords),
  },
  supplierPlace: {
    what: 'Standard: the place the work is done from. By head office, suppliers without an entry in that column go by their place of work.',
    rule: oneOf(supplierPlaceWords),
  },
  meanOfAnswers: {
    what: 'How answers stand for silent suppliers. Standard: a large supplier’s answer weighs more.',
    rule: oneOf(meanWords),
  },
  largestChased: {
    what: 'If you chased the largest suppliers for answers, enter how many. They are then compared with each other only. Standard: 0.',
    style: 'count',
    rule: { kind: 'decimal', from: 0, to: 1e7 },
    message: 'Enter a whole number, 0 or more.',
  },
  categoryStrata: {
    what: 'Whether silent suppliers are taken to be like answering ones of their own category, where three or more of it answered. Standard: Yes.',
    rule: yesNo,
  },
  leaveOut: {
    what: `Kinds of payment that do not count, with commas between, or Nothing. The kinds are: ${Object.values(leaveOutWords).join(', ')}. Standard: ${leaveOutWords.internalRecharge}.`,
  },
  target: {
    what: 'An LM3 that you want to reach. The result then says what silent suppliers must be like for it. May stay empty.',
    style: 'inputRatio',
    rule: { kind: 'decimal', from: 1, to: 3 },
    message: 'Enter a number from 1 to 3, or leave the cell empty.',
  },
  areaKind: {
    what: 'What kind of area it is. LM3s of unlike areas are not compared. May stay empty.',
    rule: oneOf(areaKindWords),
  },
  population: {
    what: 'How many people live in the area. May stay empty.',
    style: 'count',
    rule: { kind: 'decimal', from: 1, to: 1e9 },
    message: 'Enter a number of people, or leave the cell empty.',
  },
  radiusKm: {
    what: 'The distance in kilometres, if the area is a radius round a point.',
    style: 'inputRatio',
    rule: { kind: 'decimal', from: 0, to: 2000 },
    message: 'Enter a distance in kilometres, or leave the cell empty.',
  },
  deadweight: netHelp('The share that would have happened anyway.'),
  displacement: netHelp('The share that was taken from others in the area.'),
  leakage: netHelp('The share that benefits people outside the group it is meant for.'),
  substitution: netHelp('The share that replaces something else you did before.'),
};
