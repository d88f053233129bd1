import { formatCount } from '../../core/index.ts';
import { refuse, refuseDamaged } from '../refusal.ts';
import type { Attributes } from '../xml/attributes.ts';
import { scanPart, type XlsxPackage } from './part.ts';
import { readRelationships } from './relationships.ts';

export interface SheetPart {
  readonly name: string;
  /** Hidden from whoever opens the workbook. */
  readonly hidden: boolean;
  readonly part: string;
}

/** Which sheets a workbook has, in the order of their tabs, and where things are. */
export interface WorkbookPart {
  /** Sheets of cells; chart, dialog and macro sheets hold none and are left out. */
  readonly sheets: readonly SheetPart[];
  readonly stringsPart: string | undefined;
  readonly stylesPart: string | undefined;
  /** Days count from 1904, as old Macs did, instead of 1900. */
  readonly from1904: boolean;
}

export function readWorkbookPart(pack: XlsxPackage): WorkbookPart {
  const { place, limits } = pack.reading;
  const part = readRelationships(pack, '').find(({ type }) => type === 'officeDocument')?.part;
  if (part === undefined) refuseDamaged(place, 'a package that does not say where its workbook is');
  const relationships = readRelationships(pack, part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetPart[] = [];
  const names = new Set<string>();
  const parts = new Set<string>();
  let from1904 = false;
  scanPart(pack, part, {
    open(name: string, attributes: Attributes, depth: number) {
      if (depth === 1 && name !== 'workbook') refuseDamaged(place, `<${name}> where the workbook should be`);
      if (depth === 2 && name === 'workbookPr') from1904 = isTrue(attributes.get('date1904'));
      if (depth !== 3 || name !== 'sheet') return;
      const sheetName = attributes.get('name') ?? '';
      const relationship = byId.get(attributes.getPrefixed('id') ?? '');
      if (sheetName === '' || relationship === undefined) {
        refuseDamaged(place, 'a workbook with a sheet that has no name or no content');
      }
      // Excel does not tell capitals from small letters in sheet names.
      if (names.has(sheetName.toLowerCase())) {
        refuseDamaged(place, `a workbook with two sheets named ${sheetName}`);
      }
      names.add(sheetName.toLowerCase());
      if (names.size > limits.sheets) {
        refuse(
          place,
          `more than ${formatCount(limits.sheets)} sheets`,
          'at most that many',
          'Copy the sheets that are needed into a new workbook and use that.',
        );
      }
      if (relationship.type !== 'worksheet') return;
      // One content under many names would be read over and over again.
      if (parts.has(relationship.part)) {
        refuseDamaged(place, `a workbook in which two sheets, ${sheetName} and another, share one content`);
      }
      parts.add(relationship.part);
      const state = attributes.get('state') ?? 'visible';
      sheets.push({ name: sheetName, hidden: state !== 'visible', part: relationship.part });
    },
    close() {},
    text() {},
  });
  const partOf = (type: string) => relationships.find((relationship) => relationship.type === type)?.part;
  return { sheets, from1904, stringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
