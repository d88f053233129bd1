import { type Cell, cellText, type Row } from '../../workbook/cell.ts';

/** Where the columns of a postcode directory are, counted from 0. */
export interface DirectoryColumns {
  readonly postcode: number;
  readonly district: number;
  /** When the postcode went out of use; empty while it is live. */
  readonly ended?: number;
  /** Either degrees, or metres of the National Grid. */
  readonly position:
    | { readonly kind: 'degrees'; readonly lat: number; readonly lon: number }
    | { readonly kind: 'grid'; readonly east: number; readonly north: number };
}

/**
 * Names of columns in ONSPD and NSPL, of which those of districts carry the year (`oslaua`, `laua`,
 * `lad25cd`), and in tables made from Code-Point Open. Of several names for the postcode the one with
 * a single space is the best.
 */
const names = {
  postcode: [/^pcds$/, /^postcode$/, /^pcd8$/, /^pcd7$/, /^pcd2?$/],
  district: [/^(oslaua|laua|lad\d\dcd|ladcd|lad_code|admin_district_code)$/],
  ended: [/^doterm$/],
  lat: [/^lat(itude)?$/],
  lon: [/^(long|lon|longitude)$/],
  east: [/^(oseast1m|east1m|eastings?)$/],
  north: [/^(osnrth1m|north1m|northings?)$/],
} as const satisfies Record<string, readonly RegExp[]>;

/** Columns of Code-Point Open, whose files have no headings: ten columns that begin with a postcode. */
const codePointOpen: DirectoryColumns = {
  postcode: 0,
  district: 8,
  position: { kind: 'grid', east: 2, north: 3 },
};

const looksLikePostcode = /^[A-Z]{1,2}\d[A-Z\d]? *\d[A-Z]{2}$/;

/** The columns that a row of headings names; undefined when it is not one of a postcode directory. */
export function directoryColumns({ cells }: Row): DirectoryColumns | undefined {
  const headings = cells.map((cell) => cellText(cell).toLowerCase());
  const find = (key: keyof typeof names): number =>
    names[key].reduce(
      (found, name) => (found >= 0 ? found : headings.findIndex((heading) => name.test(heading))),
      -1,
    );
  const [postcode, district, ended, lat, lon, east, north] = [
    find('postcode'),
    find('district'),
    find('ended'),
    find('lat'),
    find('lon'),
    find('east'),
    find('north'),
  ];
  const degrees = lat >= 0 && lon >= 0;
  if (postcode < 0 || district < 0 || !(degrees || (east >= 0 && north >= 0))) return undefined;
  return {
    postcode,
    district,
    ...(ended < 0 ? {} : { ended }),
    position: degrees ? { kind: 'degrees', lat, lon } : { kind: 'grid', east, north },
  };
}

/** The columns of a file without headings, told by its first row; undefined when it is none that is known. */
export function columnsWithoutHeadings({ cells }: Row): DirectoryColumns | undefined {
  const is = (at: number, pattern: RegExp): boolean => pattern.test(cellText(cells[at] ?? null));
  const fits = is(0, looksLikePostcode) && is(2, /^\d+$/) && is(3, /^\d+$/) && is(4, /^[EWS]\d{8}$/);
  return fits && cells.length === 10 ? codePointOpen : undefined;
}

/** True when a row is the first of a postcode directory that is known. */
export const isDirectoryRow = (row: Row): boolean =>
  (directoryColumns(row) ?? columnsWithoutHeadings(row)) !== undefined;

/** A cell of a directory as a number; undefined when it holds none. */
export function numberOf(cell: Cell | undefined): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string' || cell.trim() === '') return undefined;
  const value = Number(cell);
  return Number.isFinite(value) ? value : undefined;
}
