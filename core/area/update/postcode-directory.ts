import { cellText, quoteCell, type Row } from '../../workbook/cell.ts';
import type { Issue } from '../../workbook/issue.ts';
import type { LatLon } from '../lat-lon.ts';
import { fromNationalGrid } from '../national-grid.ts';
import type { PostcodeRecord } from '../pack-postcodes.ts';
import {
  columnsWithoutHeadings,
  type DirectoryColumns,
  directoryColumns,
  numberOf,
} from './directory-columns.ts';

/** What was met in the files of a directory. */
export interface DirectoryCounts {
  readonly live: number;
  readonly terminated: number;
  readonly withoutPosition: number;
  readonly withoutDistrict: number;
  /** Northern Ireland, the Channel Islands and the Isle of Man. */
  readonly leftOut: number;
  readonly unreadable: number;
}

/** Land of Great Britain and its waters: a position outside it is a fault of the file. */
const britain = { south: 49.8, north: 61, west: -8.7, east: 2 } as const;
const leftOutAreas = /^(BT|JE|GY|IM)\d/;
const listedFaults = 5;

/**
 * Takes the rows of a postcode directory, file by file: ONSPD, NSPL or Code-Point Open. Northern Ireland
 * is left out: its rows of the ONS directories have a licence of their own for commercial use.
 */
export class PostcodeDirectory {
  readonly issues: Issue[] = [];
  readonly #take: (record: PostcodeRecord) => boolean;
  #file = '';
  #columns: DirectoryColumns | undefined;
  #refused = false;
  #counts = { live: 0, terminated: 0, withoutPosition: 0, withoutDistrict: 0, leftOut: 0, unreadable: 0 };

  constructor(take: (record: PostcodeRecord) => boolean) {
    this.#take = take;
  }

  get counts(): DirectoryCounts {
    return this.#counts;
  }

  /** Call before the rows of each file. */
  open(file: string): void {
    this.#file = file;
    this.#columns = undefined;
    this.#refused = false;
  }

  row(row: Row): void {
    if (this.#refused) return;
    if (this.#columns === undefined) {
      this.#columns = directoryColumns(row);
      if (this.#columns) return;
      this.#columns = columnsWithoutHeadings(row);
      if (!this.#columns) {
        this.#refused = true;
        this.issues.push(notADirectory(this.#file, row));
        return;
      }
    }
    this.#record(row, this.#columns);
  }

  #record({ number, cells }: Row, columns: DirectoryColumns): void {
    const postcode = cellText(cells[columns.postcode] ?? null).toUpperCase();
    if (leftOutAreas.test(postcode)) {
      this.#counts.leftOut += 1;
      return;
    }
    const district = cellText(cells[columns.district] ?? null);
    const position = positionIn(cells, columns);
    const terminated = columns.ended !== undefined && cellText(cells[columns.ended] ?? null) !== '';
    if (position === 'wrong') {
      this.#fault(number, postcode, 'a position outside Great Britain');
      return;
    }
    const taken = this.#take({
      postcode,
      terminated,
      ...(/^[EWS]\d{8}$/.test(district) && { district }),
      ...(position && { position }),
    });
    if (!taken) {
      this.#fault(number, '', quoteCell(cells[columns.postcode] ?? null));
      return;
    }
    this.#counts[terminated ? 'terminated' : 'live'] += 1;
    if (!position) this.#counts.withoutPosition += 1;
    if (district === '') this.#counts.withoutDistrict += 1;
  }

  #fault(row: number, postcode: string, found: string): void {
    this.#counts.unreadable += 1;
    if (this.#counts.unreadable > listedFaults) return;
    this.issues.push({
      severity: 'warning',
      where: { file: this.#file, row },
      found: postcode === '' ? found : `${postcode} with ${found}`,
      expected: 'a postcode with its place in Great Britain',
      mend: 'The row was left out. Check that the file is whole and as it was downloaded.',
    });
  }
}

/** Undefined where a directory says that it has no position (0, 0 or latitude 99.999999). */
function positionIn(cells: Row['cells'], { position }: DirectoryColumns): LatLon | undefined | 'wrong' {
  let at: LatLon;
  if (position.kind === 'degrees') {
    const [lat, lon] = [numberOf(cells[position.lat]), numberOf(cells[position.lon])];
    if (lat === undefined || lon === undefined || lat > 99 || (lat === 0 && lon === 0)) return undefined;
    at = { lat, lon };
  } else {
    const [east, north] = [numberOf(cells[position.east]), numberOf(cells[position.north])];
    if (east === undefined || north === undefined || (east === 0 && north === 0)) return undefined;
    if (east < 0 || east > 700_000 || north < 0 || north > 1_300_000) return 'wrong';
    at = fromNationalGrid(east, north);
  }
  const { south, north, west, east } = britain;
  return at.lat < south || at.lat > north || at.lon < west || at.lon > east ? 'wrong' : at;
}

function notADirectory(file: string, { number, cells }: Row): Issue {
  return {
    severity: 'error',
    where: { file, row: number },
    found: `the first row ${cells.slice(0, 6).map(quoteCell).join(', ')}`,
    expected:
      'the headings of ONSPD or NSPL (such as pcds, doterm, lad25cd, lat, long), or a file of Code-Point Open',
    mend: 'Unzip the directory as it was downloaded and name its CSV files, or their folder.',
  };
}
