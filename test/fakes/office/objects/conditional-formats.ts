import type { Area } from '../area.ts';
import { invalidArgument } from '../host-error.ts';
import type { LookModel, SheetModel } from '../workbook-model.ts';
import { type OpenExcel, WireObject } from './wire-object.ts';

/** Looks that follow what a cell says. */
export class ConditionalFormats extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(excel);
  }
  add(type: string): ConditionalFormat {
    if (type !== 'CellValue') throw invalidArgument(`The fake has no conditional format ${type}.`);
    this.excel.wrote(this.sheet);
    const look: LookModel = { area: this.area, type, format: new Map() };
    this.sheet.looks.push(look);
    return new ConditionalFormat(this.excel, look);
  }
}

class ConditionalFormat extends WireObject {
  override keeps = true;
  constructor(
    excel: OpenExcel,
    readonly look: LookModel,
  ) {
    super(excel);
  }
  get cellValue(): CellValueFormat {
    return new CellValueFormat(this.excel, this.look);
  }
}

class CellValueFormat extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly look: LookModel,
  ) {
    super(excel);
  }
  get rule(): Readonly<Record<string, unknown>> {
    return this.look.rule ?? {};
  }
  set rule(rule: Readonly<Record<string, unknown>>) {
    this.look.rule = rule;
  }
  get format(): LookFormat {
    return new LookFormat(this.excel, this.look);
  }
}

class LookFormat extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly look: LookModel,
  ) {
    super(excel);
  }
  get font(): LookPart {
    return new LookPart(this.excel, this.look, 'font');
  }
  get fill(): LookPart {
    return new LookPart(this.excel, this.look, 'fill');
  }
}

class LookPart extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly look: LookModel,
    readonly part: string,
  ) {
    super(excel);
  }
  get color(): unknown {
    return this.look.format.get(`${this.part}/color`);
  }
  set color(value: unknown) {
    this.look.format.set(`${this.part}/color`, value);
  }
  get bold(): unknown {
    return this.look.format.get(`${this.part}/bold`);
  }
  set bold(value: unknown) {
    this.look.format.set(`${this.part}/bold`, value);
  }
}
