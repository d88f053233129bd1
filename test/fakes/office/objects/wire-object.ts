import type { Area } from '../area.ts';
import { HostError } from '../host-error.ts';
import type { SheetModel, WorkbookModel } from '../workbook-model.ts';

/** What the objects of the API share: the workbook, and who is told of writes. */
export interface OpenExcel {
  readonly book: WorkbookModel;
  /** Counts a write, and refuses it on a protected sheet. Cells that were changed are told to whoever listens. */
  wrote(sheet?: SheetModel, cells?: Area): void;
  /** Told that an event is listened to, or not any more. */
  listens(more: 1 | -1): void;
  /** Told that the runtime of custom functions has started. */
  functionsAreReady(): void;
  /** Told of every answer of a custom function. */
  answered(results: readonly unknown[]): void;
}

/**
 * An object of Excel's API. Only getters, setters and methods of a class are members that office.js
 * can reach, by their names in camelCase; fields are the fake's own.
 */
export abstract class WireObject {
  constructor(readonly excel: OpenExcel) {}

  /** What office.js keeps as the object's id. */
  wireId: string | undefined;
  /** Whether office.js may go on using the object in later batches by a reference. */
  keeps = false;
}

/** A collection, as far as all of them are alike. */
export abstract class WireCollection<Item extends WireObject> extends WireObject {
  abstract all: () => readonly Item[];
  abstract keyOf: (item: Item) => string;

  get items(): readonly Item[] {
    return this.all();
  }
  get count(): number {
    return this.all().length;
  }
  getCount(): number {
    return this.all().length;
  }
  getItem(key: string): Item {
    const found = this.getItemOrNullObject(key);
    if (!found) throw new HostError('ItemNotFound', `The requested resource doesn't exist: ${key}.`);
    return found;
  }
  getItemOrNullObject(key: string): Item | null {
    const low = key.toLowerCase();
    return this.all().find((item) => this.keyOf(item).toLowerCase() === low || item.wireId === key) ?? null;
  }
  getItemAt(index: number): Item {
    const item = this.all()[index];
    if (!item) throw new HostError('InvalidArgument', `There is no item ${index}.`);
    return item;
  }
}
