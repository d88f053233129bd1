import type { Area } from '../area.ts';
import { invalidArgument } from '../host-error.ts';
import type { SheetModel, ValidationModel } from '../workbook-model.ts';
import { type OpenExcel, WireObject } from './wire-object.ts';

type Rule = Readonly<Record<string, unknown>>;

/** What may be typed into a block of cells. */
export class DataValidation extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(excel);
  }
  get rule(): Rule {
    return modelOf(this).rule;
  }
  set rule(rule: Rule) {
    this.excel.wrote(this.sheet);
    const kinds = Object.keys(rule);
    if (kinds.length !== 1 || !['list', 'decimal', 'wholeNumber', 'custom'].includes(kinds[0] ?? ''))
      throw invalidArgument(`A rule of the kinds ${kinds.join(', ')}.`);
    modelOf(this).rule = rule;
  }
  get errorAlert(): Rule {
    return modelOf(this).errorAlert ?? {};
  }
  set errorAlert(alert: Rule) {
    this.excel.wrote(this.sheet);
    if (String(alert.message ?? '').length > 255) throw invalidArgument('A message of over 255 characters.');
    modelOf(this).errorAlert = alert;
  }
}

function modelOf({ sheet, area }: DataValidation): ValidationModel {
  const same = (one: Area) =>
    one.row === area.row &&
    one.column === area.column &&
    one.rows === area.rows &&
    one.columns === area.columns;
  const found = sheet.validations.find((one) => same(one.area));
  if (found) return found;
  const made: ValidationModel = { area, rule: {} };
  sheet.validations.push(made);
  return made;
}
