import type { Area } from './area.ts';
import { addressOf, overlap } from './area.ts';
import { HostError } from './host-error.ts';
import type { OpenExcel } from './objects/wire-object.ts';
import { AddinService, CustomFunctionsService, Workbook } from './objects/workbook.ts';
import { type Batch, processBatch, type Roots } from './process-batch.ts';
import type { SheetModel, WorkbookModel } from './workbook-model.ts';

/** Excel on the web takes and gives at most this much at a time. */
export const mostBytes = 5 * 1024 * 1024;

/** `delayForCellEdit` as it stands in the flags of a request. */
const delayFlag = 64;

/** The event under which all events of the Excel API come; others are of ribbons and dialogues. */
const richApiMessage = 33;

/** What office.js sends over its bridge. */
interface Message {
  readonly methodId: number;
  readonly callbackId?: string;
  readonly params?: {
    readonly id?: number;
    readonly keys?: readonly string[];
    readonly values?: readonly unknown[];
    readonly apiArgs?: readonly unknown[];
  };
}

/** What office.js is answered, by the number of its callback. */
export interface Reply {
  readonly callbackId: string;
  readonly payload: unknown;
}

export interface Counts {
  readonly syncs: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly largestIn: number;
  readonly largestOut: number;
  /** Syncs that changed something: each is one step for the undo button. */
  readonly undoSteps: number;
  /** Kinds of events that are listened to at the moment. */
  readonly listening: number;
}

export interface HostOptions {
  /** The highest version of the Excel API that this Excel has. */
  readonly excelApi?: string;
}

/**
 * Excel for Mac, as far as Microsoft's own office.js can tell: it answers the messages that office.js
 * sends over its bridge, on a workbook model. Real Excel has rules that are easily forgotten in
 * tests; this one keeps them and fails where real Excel would.
 */
export class OfficeHost implements OpenExcel {
  readonly book: WorkbookModel;
  /** Names of services that office.js asked for beside the workbook. */
  readonly services = new Set<string>();
  /** Told of events to push to the page. */
  onEvents: (callbackId: string, entries: readonly unknown[]) => void = () => {};
  /** Set before a batch, to fail the next one with this error, as when a workbook is closed. */
  failNext: HostError | undefined;

  /** Settled when office.js says that it can run custom functions, which is the last thing it does at its start. */
  readonly ready: Promise<void>;
  functionsAreReady: () => void = () => {};

  readonly #api: string;
  readonly #roots: Roots;
  readonly #counts = {
    syncs: 0,
    bytesIn: 0,
    bytesOut: 0,
    largestIn: 0,
    largestOut: 0,
    undoSteps: 0,
    listening: 0,
  };
  #writes = 0;
  #isUserEditing = false;
  #edited: (() => void)[] = [];
  #listener: string | undefined;
  #changes: { sheet: SheetModel; area: Area }[] = [];
  readonly #asked = new Map<number, (answer: readonly unknown[]) => void>();
  #calls = 0;

  constructor(book: WorkbookModel, { excelApi = '1.17' }: HostOptions = {}) {
    this.book = book;
    this.#api = excelApi;
    this.ready = new Promise((resolve) => {
      this.functionsAreReady = resolve;
    });
    this.#roots = {
      workbook: new Workbook(this),
      kept: new Map(),
      service: (name) => {
        this.services.add(name);
        return name.includes('CustomFunctions') ? new CustomFunctionsService(this) : new AddinService(this);
      },
    };
  }

  get counts(): Counts {
    return { ...this.#counts };
  }

  /** The user begins to type into a cell: nothing is done for add-ins until that ends. */
  beginCellEdit(): void {
    this.#isUserEditing = true;
  }
  endCellEdit(): void {
    this.#isUserEditing = false;
    for (const go of this.#edited.splice(0)) go();
  }

  /** The user types something into a cell, and whoever listens is told. */
  userTypes(sheetName: string, address: string, write: (sheet: SheetModel) => void): void {
    const sheet = this.book.sheet(sheetName);
    write(sheet);
    this.#tell([changed(sheet, address)]);
  }

  wrote(sheet?: SheetModel, cells?: Area): void {
    if (sheet?.isProtected)
      throw new HostError(
        'AccessDenied',
        'You cannot perform the requested operation: the sheet is protected.',
      );
    if (sheet && cells && sheet.merged.some((one) => overlap(one, cells) && !contains(cells, one)))
      throw new HostError('InvalidOperation', 'A part of a merged cell cannot be changed.');
    this.#writes += 1;
    if (sheet && cells) this.#changes.push({ sheet, area: cells });
  }

  listens(more: 1 | -1): void {
    this.#counts.listening += more;
  }

  answered(results: readonly unknown[]): void {
    for (const result of results) {
      if (!Array.isArray(result)) continue;
      const [id] = result as unknown[];
      const asked = this.#asked.get(Number(id));
      this.#asked.delete(Number(id));
      asked?.(result);
    }
  }

  /**
   * Calls a custom function as a cell would; `[id, ok, value or message, code]` is what the runtime
   * answers. Codes: 1 #N/A, 5 #DIV/0!, 6 #NUM!, 7 #VALUE!.
   */
  callFunction(
    functionName: string,
    parameterValues: readonly unknown[],
    address = 'Sheet1!A1',
  ): Promise<readonly unknown[]> {
    this.#calls += 1;
    const invocationId = this.#calls;
    const answer = new Promise<readonly unknown[]>((resolve) => this.#asked.set(invocationId, resolve));
    this.#tell([
      [1, 1000, '', JSON.stringify({ invocationId, functionName, parameterValues, address, flags: 0 })],
    ]);
    return answer;
  }

  /** Answers one message of the bridge; undefined where office.js wants no answer. */
  async receive(json: string): Promise<Reply | undefined> {
    const message = JSON.parse(json) as Message;
    const payload = await this.#answer(message, json.length);
    return message.callbackId === undefined ? undefined : { callbackId: message.callbackId, payload };
  }

  async #answer({ methodId, callbackId, params }: Message, bytes: number): Promise<unknown> {
    if (methodId === 5) return this.#context();
    if (methodId === 4) {
      params?.keys?.forEach((key, at) => {
        this.book.settings.set(key, params.values?.[at]);
      });
      return [0];
    }
    if (methodId === 2) {
      if (params?.id === richApiMessage) this.#listener = callbackId;
      return [0];
    }
    if (methodId === 1 && params?.id === 93) return this.#execute(params.apiArgs ?? [], bytes);
    return [0];
  }

  async #execute(given: readonly unknown[], bytes: number): Promise<unknown> {
    const args = (Array.isArray(given[0]) ? given[0] : given) as readonly unknown[];
    const batch = JSON.parse(String(args[4])) as Batch;
    // Requests of office.js for itself, such as that custom functions are ready, have no rules of a workbook.
    const refusal = isOfWorkbook(batch) ? await this.#rules(bytes, Number(args[6])) : undefined;
    if (refusal) return refusal;
    this.#writes = 0;
    this.#changes = [];
    const answer = JSON.stringify(processBatch(batch, this.#roots));
    if (this.#writes > 0) this.#counts.undoSteps += 1;
    this.#counts.bytesOut += answer.length;
    this.#counts.largestOut = Math.max(this.#counts.largestOut, answer.length);
    if (answer.length > mostBytes) return refused('ResponsePayloadSizeLimitExceeded');
    const told = this.#changes.map(({ sheet, area }) => changed(sheet, addressOf(area), 'ThisLocalAddin'));
    if (told.length > 0) queueMicrotask(() => this.#tell(told));
    return [[0, [200, [], answer]]];
  }

  /** What stands in the way of a batch, if anything does; waits where it asked to. */
  async #rules(bytes: number, flags: number): Promise<unknown> {
    this.#counts.syncs += 1;
    this.#counts.bytesIn += bytes;
    this.#counts.largestIn = Math.max(this.#counts.largestIn, bytes);
    if (bytes > mostBytes) return refused('RequestPayloadSizeLimitExceeded');
    if (this.#isUserEditing) {
      if ((flags & delayFlag) === 0) return refused('InvalidOperationInCellEditMode');
      await new Promise<void>((resolve) => this.#edited.push(resolve));
    }
    if (!this.failNext) return undefined;
    const { code, message } = this.failNext;
    this.failNext = undefined;
    return refused(code, message);
  }

  #tell(entries: readonly unknown[]): void {
    if (this.#listener !== undefined) this.onEvents(this.#listener, entries);
  }

  /** Where office.js is, as it asks at its start: each place of the list has its meaning. */
  #context(): unknown[] {
    const version = this.#api;
    const requirements = {
      ExcelApi: version,
      SharedRuntime: '1.2',
      CustomFunctionsRuntime: '1.4',
      CustomFunctions: '1.9',
      RichApiRuntime: '1.9',
      RibbonApi: '1.2',
      DelayForCellEdit: '1.1',
    };
    const context: unknown[] = [
      [[...this.book.settings.keys()], [...this.book.settings.values()]],
      'local-pound',
      2,
      16,
      0,
      0,
      0,
      65_535,
      'en-US',
      'en-GB',
      0,
      `file:///${this.book.fileName}`,
      0,
      1,
      '',
      '1.1',
      'correlation',
      'instance',
      false,
      true,
      JSON.stringify(requirements),
      '',
      '16.89.0',
      0,
    ];
    return context;
  }
}

const isOfWorkbook = ({ ObjectPaths }: Batch): boolean =>
  Object.values(ObjectPaths).some(({ ObjectPathType: type }) => type === 1 || type === 6);

const contains = (outer: Area, inner: Area): boolean =>
  outer.row <= inner.row &&
  outer.column <= inner.column &&
  outer.row + outer.rows >= inner.row + inner.rows &&
  outer.column + outer.columns >= inner.column + inner.columns;

/** The event of changed cells; it goes to whoever listens on the sheet or on the workbook. */
const changed = (sheet: SheetModel, address: string, triggerSource = 'Unknown') => [
  65_536,
  10,
  'Workbook',
  JSON.stringify({
    address,
    changeType: 'RangeEdited',
    source: 'Local',
    worksheetId: sheet.id,
    triggerSource,
  }),
];

const refused = (code: string, message = code): unknown => [
  [
    0,
    [
      200,
      [],
      JSON.stringify({ Results: [], Error: { Code: code, Message: message, Location: '', ActionIndex: 0 } }),
    ],
  ],
];
