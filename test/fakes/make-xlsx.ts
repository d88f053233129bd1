import { makeZip, type ZipFile } from './make-zip.ts';

export interface XlsxParts {
  /** XML of each sheet, or only what goes between `<sheetData>` and its end. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** XML of the `<si>` elements. */
  readonly texts?: string;
  /** XML inside `<styleSheet>`. */
  readonly styles?: string;
  /** XML inside `<workbook>` before the sheets. */
  readonly workbook?: string;
  /** Attributes of the sheet of that name in the workbook, such as `state="hidden"`. */
  readonly sheetAttributes?: Readonly<Record<string, string>>;
  /** Files to add, or to put in place of those of the same name. */
  readonly files?: readonly ZipFile[];
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook written by hand, so that tests can put into it what no honest program would. */
export function makeXlsx(parts: XlsxParts): Uint8Array {
  return makeZip(xlsxFiles(parts));
}

/** The files of that workbook, for tests that pack them their own way. */
export function xlsxFiles(parts: XlsxParts): ZipFile[] {
  const sheets = Object.entries(parts.sheets ?? { Sheet1: '' });
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  const files: ZipFile[] = [
    {
      name: '[Content_Types].xml',
      content: `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: '_rels/.rels',
      content: `${xmlHead}<Relationships xmlns="${packageRelationships}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relationships}">${parts.workbook ?? ''}<sheets>${sheets
        .map(
          ([name], index) =>
            `<sheet name="${name}" sheetId="${index + 1}" ${parts.sheetAttributes?.[name] ?? ''} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${xmlHead}<Relationships xmlns="${packageRelationships}">${sheets
        .map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join(
          '',
        )}${parts.texts === undefined ? '' : relation('rIdTexts', 'sharedStrings', 'sharedStrings.xml')}${
        parts.styles === undefined ? '' : relation('rIdStyles', 'styles', '/xl/styles.xml')
      }</Relationships>`,
    },
    ...sheets.map(([, xml], index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: xml.startsWith('<?xml') || xml.startsWith('\ufeff') ? xml : sheetXml(xml),
    })),
  ];
  if (parts.texts !== undefined) {
    files.push({
      name: 'xl/sharedStrings.xml',
      content: `${xmlHead}<sst xmlns="${main}">${parts.texts}</sst>`,
    });
  }
  if (parts.styles !== undefined) {
    files.push({
      name: 'xl/styles.xml',
      content: `${xmlHead}<styleSheet xmlns="${main}">${parts.styles}</styleSheet>`,
    });
  }
  const replaced = new Set(parts.files?.map(({ name }) => name));
  return [...files.filter(({ name }) => !replaced.has(name)), ...(parts.files ?? [])];
}

/** A whole sheet round the rows, with anything that follows them. */
export function sheetXml(rows: string, after = ''): string {
  return `${xmlHead}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}
