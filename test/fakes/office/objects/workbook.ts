import { parseAddress } from '../area.ts';
import type { NameModel } from '../workbook-model.ts';
import { Range } from './range.ts';
import { TableCollection } from './tables.ts';
import { type OpenExcel, WireCollection, WireObject } from './wire-object.ts';
import { WorksheetCollection } from './worksheet.ts';

/** What everything begins with. */
export class Workbook extends WireObject {
  get name(): string {
    return this.excel.book.fileName;
  }
  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.excel);
  }
  get tables(): TableCollection {
    return new TableCollection(this.excel);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.excel);
  }
  get settings(): SettingCollection {
    return new SettingCollection(this.excel);
  }
  get application(): Application {
    return new Application(this.excel);
  }
  getSelectedRange(): Range {
    const { activeSheet, selected } = this.excel.book;
    return new Range(this.excel, activeSheet, parseAddress(selected).area);
  }
}

class Application extends WireObject {
  get calculationMode(): string {
    return 'Automatic';
  }
  suspendApiCalculationUntilNextSync(): void {
    // The fake does not calculate.
  }
  suspendScreenUpdatingUntilNextSync(): void {
    // The fake has no screen.
  }
}

class NamedItemCollection extends WireCollection<NamedItem> {
  all = (): NamedItem[] => this.excel.book.names.map((name) => new NamedItem(this.excel, name));
  keyOf = ({ model }: NamedItem): string => model.name;

  add(name: string, refersTo: Range | string): NamedItem {
    this.excel.wrote();
    const target = typeof refersTo === 'string' ? refersTo : refersTo.address;
    return new NamedItem(this.excel, this.excel.book.addName(name, target));
  }
}

class NamedItem extends WireObject {
  override keeps = true;
  override wireId: string;

  constructor(
    excel: OpenExcel,
    readonly model: NameModel,
  ) {
    super(excel);
    this.wireId = model.name;
  }
  get name(): string {
    return this.model.name;
  }
  get formula(): string {
    return this.model.refersTo;
  }
  delete(): void {
    this.excel.wrote();
    const { names } = this.excel.book;
    names.splice(names.indexOf(this.model), 1);
  }
}

/** Settings of this add-in in this workbook. */
class SettingCollection extends WireCollection<Setting> {
  all = (): Setting[] => [...this.excel.book.settings.keys()].map((key) => new Setting(this.excel, key));
  keyOf = ({ place }: Setting): string => place;

  add(key: string, value: unknown): Setting {
    this.excel.wrote();
    this.excel.book.settings.set(key, value);
    return new Setting(this.excel, key);
  }
}

class Setting extends WireObject {
  override keeps = true;
  override wireId: string;

  constructor(
    excel: OpenExcel,
    readonly place: string,
  ) {
    super(excel);
    this.wireId = place;
  }
  get key(): string {
    return this.place;
  }
  get value(): unknown {
    return this.excel.book.settings.get(this.place);
  }
  delete(): void {
    this.excel.wrote();
    this.excel.book.settings.delete(this.place);
  }
}

/** Where the runtime of custom functions puts their results. */
export class CustomFunctionsService extends WireObject {
  setInvocationResults(results: readonly unknown[]): void {
    this.excel.answered(results);
  }
  setInvocationArrayResults(results: readonly unknown[]): void {
    this.excel.answered(results);
  }
  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.excel.functionsAreReady();
  }
  /** No features beyond what the package ships with. */
  _GetEnabledFeatures(): null {
    return null;
  }
}

/** Told of what the add-in is ready for; nothing of it concerns a workbook. */
export class AddinService extends WireObject {
  notifyActionHandlerReady(): void {
    // Nothing waits for it here.
  }
  /** office.js tells its host what it does; the host, not the page, would send it on. */
  sendTelemetryEvent(): void {
    // The fake sends nothing anywhere.
  }
}
