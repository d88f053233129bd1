import type {
  ActivityChoices,
  AdviceSection,
  AnchorResult,
  Answer,
  AreaComparison,
  ChaseList,
  ColumnMapping,
  DeprivationReach,
  EnabledComparison,
  EnabledResult,
  EnabledSummary,
  Explained,
  Issue,
  Leaks,
  Lm3Project,
  Lm3Result,
  Outcome,
  PeriodChange,
  PlaceHit,
  PlanOptionsInput,
  Question,
  ReadAnswer,
  ShownColumn,
  Spend,
  SurveyDesign,
  SurveyPlan,
  TakenNames,
  TenantResult,
  ToAsk,
  WhatIf,
  WhatIfChange,
} from '../../core/index.ts';
import type { CellsPiece, OpenedCells, SheetPiece, SheetsPlan, WorkbookPart } from '../host/port.ts';

/** What the pane changes of an open project, without its workbook. What is left out stays as it is. */
export interface Adjustment {
  /** An LM3 to reach; null takes it away. */
  readonly target?: number | null;
  /** Shares of what would have happened anyway; null takes them away. */
  readonly net?: NonNullable<Lm3Project['net']> | null;
}

/** A result with what the pane needs beside it to offer more. */
export interface Lm3Found {
  readonly result: Lm3Result;
  readonly chase: ChaseList;
  /** Names of other areas that the workbook tells of. */
  readonly otherAreas: readonly string[];
}

/** A tenant's figure without its workings, which are asked for one tenant at a time. */
type FigureShown<Figure> = Omit<Figure, 'workings' | 'lowWorkings' | 'highWorkings'>;
export type TenantShown = Omit<TenantResult, 'fte' | 'gva' | 'crossCheck' | 'warnings'> & {
  readonly fte: FigureShown<TenantResult['fte']>;
  readonly gva: FigureShown<TenantResult['gva']>;
};
export type AnchorShown = Omit<AnchorResult, 'tenants'> & { readonly tenants: readonly TenantShown[] };

/** The enabled contribution of tenants, without what thousands of them would make too much to hand over. */
export interface EnabledFound {
  readonly result: Omit<EnabledResult, 'anchors' | 'workings'> & { readonly anchors: readonly AnchorShown[] };
  readonly summary: EnabledSummary;
  readonly toAsk: readonly ToAsk[];
  /** The chart by anchor, as a drawing of its own. */
  readonly chart: string;
}

/** A tenant by its place: which anchor, and which of its tenants. */
export interface TenantPlace {
  readonly anchor: number;
  readonly tenant: number;
}

/** Totals of tenants as the report of 2017 would have them: FTE, GBP a year, and the same rounded. */
export type PublishedTotals = Pick<EnabledResult['totals'], 'fte' | 'gvaGbp'> &
  Pick<EnabledResult, 'headline'>;

/** One figure of a tenant with how it was come by. */
export interface NamedWorkings {
  readonly title: string;
  readonly tree: Explained;
}

/** A survey plan without the names of those drawn, which stand in the list of whom to ask. */
export type PlanShown = Omit<SurveyPlan, 'designs'> & {
  readonly designs: readonly Omit<SurveyDesign, 'drawn' | 'workings'>[];
};

/** The figures that a what-if is shown by, without the whole results and the project behind them. */
export type WhatIfShown = Omit<WhatIf, 'before' | 'after' | 'project'> & {
  readonly before: WhatIfFigures;
  readonly after: WhatIfFigures;
};
export type WhatIfFigures = Pick<Lm3Result, 'lm3' | 'lm2' | 'round1' | 'round2' | 'round3' | 'total'>;

/** Suppliers that money may be moved from and to, the largest of each kind. */
export interface MovableSuppliers {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Pay to staff who live outside the area, GBP. */
  readonly payOutside: number;
}

/** An earlier period beside the one that is open, with what drove the change. */
export interface PeriodsShown {
  readonly periods: readonly PeriodShown[];
  readonly change: PeriodChange;
  /** Choices in which the two differ. */
  readonly issues: readonly Issue[];
}
export interface PeriodShown extends Pick<Lm3Result, 'lm3' | 'lm2' | 'bounds' | 'responseRate'> {
  readonly label: string;
}

/** What a person said of a spend export, beyond what the file says. */
export interface SpendChoices {
  readonly mapping: ColumnMapping;
  /** Null while nobody has said where local is. */
  readonly area: AreaChoice | null;
  /** Names that are not to be merged with others. */
  readonly keepApart: readonly string[];
}

/** Where local is: districts or groups of them, or a circle round a postcode, or both together. */
export interface AreaChoice {
  readonly places: readonly PlaceFound[];
  readonly circle?: { readonly postcode: string; readonly radiusKm: number };
}

/** One table of payments: how it was read, and the columns it has. */
export type SpendTable = Omit<Spend['sources'][number], 'recognition'> & {
  readonly columns: readonly ShownColumn[];
  /** Whether some column was not told by its heading for certain. */
  readonly unsure: boolean;
};

/** Spend exports added up, without what hundreds of thousands of suppliers would make too much to hand over. */
export interface SpendFound {
  readonly spend: Omit<Spend, 'sources' | 'suppliers' | 'issues'>;
  readonly tables: readonly SpendTable[];
  /** The largest ones. */
  readonly suppliers: Spend['suppliers'];
  readonly suppliersInAll: number;
  /** Not local, or not known to be, the largest first. */
  readonly leaks: Spend['suppliers'];
  /** What local means here, such as "Calderdale" or "by your list"; undefined while nothing says it. */
  readonly localMeans?: string;
  /** Lists of suppliers that were put in, in words. */
  readonly lists: readonly string[];
  /** Whether any payment has a postcode, from the file or a list. */
  readonly hasPostcodes: boolean;
  readonly chart: string;
  /** Where the money went by district, while an area is chosen. */
  readonly map?: string;
  /** What reached the most deprived districts, where any money is placed. */
  readonly deprivation?: DeprivationReach;
  /** What has to be said of the data used. */
  readonly licences: readonly string[];
}

/** A place that what was typed may mean. */
export type PlaceFound = Pick<PlaceHit, 'code' | 'name' | 'note' | 'districts'>;

/** A workbook as it lies on disk. */
export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Blob;
}

/** What the cells that were handed over are of. */
export interface TakenCells {
  readonly name: string;
  readonly as: OpenedCells['as'];
  readonly issues: readonly Issue[];
}

/** What the pane keeps in the workbook, so that work can be taken up again. */
export interface PaneSettings {
  /** What was read last. */
  readonly part?: WorkbookPart;
  /** What was said of payments. */
  readonly choices?: SpendChoices;
  /** Whether the first LM3 of payments was being looked at. */
  readonly firstLm3?: boolean;
  readonly adjustment?: Adjustment;
}

/** Settings as they lie in a workbook; an issue says why they cannot be used. */
export interface KeptSettings {
  readonly settings: Outcome<PaneSettings>;
  /** False for those of a newer version, which must not be lost. */
  readonly mayReplace: boolean;
}

/** An answer to a question, without how its passages were found. */
export type AnswerShown = Pick<Answer, 'asked' | 'text' | 'sources' | 'covered'>;

/** What was said of a case so far; fields that were asked for and are not known are only in `asked`. */
export interface RouteAnswers {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly asked: readonly string[];
}

/** The next question of the route adviser, or the advice when nothing more matters. */
export type RoutesShown = { readonly question: Question } | { readonly sections: readonly AdviceSection[] };

type File = Uint8Array<ArrayBuffer>;

interface Job<Asked, Answer> {
  readonly asked: Asked;
  readonly answer: Answer;
}

/** All that the page asks of the worker: what it hands over, what comes back. */
export interface Work {
  /** Issues come beforehand; null when they stand in the way. */
  readonly compute: Job<WorkbookFile, Found | null>;
  /** Takes cells of a workbook that comes in pieces. */
  readonly take: Job<CellsPiece, null>;
  /** Computes what was taken, as `compute` does a file. */
  readonly computeTaken: Job<TakenCells, Found | null>;
  readonly adjust: Job<Adjustment, Lm3Result>;
  /** The report as the bytes of an .xlsx file. */
  readonly report: Job<null, Outcome<File>>;
  /** The report as new sheets beside others whose names are given; its cells are then asked for in pieces. */
  readonly reportSheets: Job<TakenNames, Outcome<SheetsPlan>>;
  readonly reportPiece: Job<number, SheetPiece>;
  readonly readSettings: Job<string, KeptSettings>;
  readonly writeSettings: Job<PaneSettings, string>;
  /** The settings as a sheet to be looked at and handed on. */
  readonly settingsSheet: Job<{ readonly settings: PaneSettings; readonly taken: TakenNames }, SheetsPlan>;
  readonly plan: Job<PlanOptionsInput, Outcome<PlanShown>>;
  /** Everyone to ask, as the bytes of a CSV file. */
  readonly planFile: Job<PlanOptionsInput, File>;
  readonly whatIf: Job<readonly WhatIfChange[], Outcome<WhatIfShown>>;
  readonly movable: Job<null, MovableSuppliers>;
  readonly leaks: Job<null, Leaks>;
  readonly areas: Job<null, AreaComparison>;
  /** The workbook of an earlier period beside the one that is open. */
  readonly periods: Job<WorkbookFile, Outcome<PeriodsShown>>;
  /** The same for tenants. */
  readonly years: Job<WorkbookFile, Outcome<EnabledComparison>>;
  /** Puts in what tenants answered on their forms, and computes again. */
  readonly forms: Job<readonly WorkbookFile[], Outcome<EnabledFound>>;
  /** Totals in the mode that enters turnover as GVA, as the report of 2017 did. */
  readonly asPublished: Job<null, PublishedTotals>;
  /** How the figures of one tenant were come by, with the ends of their ranges. */
  readonly tenantWorkings: Job<TenantPlace, readonly NamedWorkings[]>;
  readonly question: Job<{ readonly text: string; readonly previous?: string }, AnswerShown>;
  readonly routeStep: Job<RouteAnswers, Outcome<RoutesShown>>;
  readonly routeAnswer: Job<{ readonly field: string; readonly typed: string }, ReadAnswer>;
  readonly findCode: Job<string, ActivityChoices>;
  /** Adds the payments up again as a person said; issues stand in the way of columns that cannot be. */
  readonly spendAgain: Job<SpendChoices, Outcome<SpendFound>>;
  /** Puts in a list of suppliers with their postcodes, or of those that are local, and adds up again. */
  readonly spendList: Job<WorkbookFile, Outcome<SpendFound>>;
  /** Districts, counties and regions that what was typed may mean, the best first. */
  readonly places: Job<string, readonly PlaceFound[]>;
  /** The LM3 that the payments alone give: nobody has answered yet. It is then what is open. */
  readonly firstLm3: Job<null, Outcome<Lm3Found>>;
}

export type Kind = keyof Work;

/** Asks the worker one thing. Fails with an EngineFailure when the program itself does. */
export type Ask = <K extends Kind>(kind: K, asked: Work[K]['asked']) => Promise<Work[K]['answer']>;

/** A question of the page; its number comes back with every answer. */
export type ToWorker = {
  readonly [K in Kind]: { readonly number: number; readonly kind: K; readonly asked: Work[K]['asked'] };
}[Kind];

/** What the worker tells the page. */
export type FromWorker = { readonly number: number } & (
  | { readonly kind: 'progress'; readonly share: number }
  /** A part of the list of problems; a long list comes in several, so that none holds the page up. */
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'answer'; readonly answer: Work[Kind]['answer'] }
  /** A mistake of the program itself. */
  | { readonly kind: 'failed'; readonly reason: string }
);

/** What a workbook turned out to be, and what came of it. */
export type Found =
  | ({ readonly kind: 'lm3' } & Lm3Found)
  | ({ readonly kind: 'tenants' } & EnabledFound)
  | ({ readonly kind: 'spend' } & SpendFound);

/** What became of a workbook. The project itself stays in the worker, however large it is. */
export type Computed =
  | { readonly ok: true; readonly found: Found; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };
