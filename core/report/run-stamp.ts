import { listSheet } from './list-sheet.ts';
import type { SheetSpec } from './workbook-spec.ts';

/** What made a report, when and from what. Nothing in it names a person or a machine. */
export interface RunStamp {
  /** Version of Local Pound. */
  readonly version: string;
  /** The moment the report was made; core has no clock, so the face hands it over. */
  readonly madeAt: Date;
  /** The file that was read. Its folders are cut off: they may hold the name of a person. */
  readonly fileName?: string;
  /** SHA-256 of that file, in hexadecimal. */
  readonly inputsSha256?: string;
}

/** The sheet that says what made the report. */
export function stampSheet({ version, madeAt, fileName, inputsSha256 }: RunStamp): SheetSpec {
  const lines = [
    ['Program', 'Local Pound'],
    ['Version', version],
    ['Made at', inWords(madeAt)],
    ...(fileName === undefined ? [] : [['Made from the file', fileName.replace(/^.*[\\/]/u, '')]]),
    ...(inputsSha256 === undefined ? [] : [['SHA-256 of that file', inputsSha256]]),
  ];
  return listSheet(
    'Run stamp',
    'RunStamp',
    [
      { heading: 'What', width: 30 },
      { heading: 'This report', width: 80 },
    ],
    lines,
    'The same file and the same version give the same figures. No person and no machine is named here.',
  );
}

/** Seconds are enough, and one zone for everyone: `2026-11-24 12:00:00 UTC`. */
const inWords = (moment: Date): string => `${moment.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
