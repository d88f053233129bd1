import * as z from 'zod';
import {
  columnMappingSchema,
  formatKm,
  formatShare,
  type Issue,
  roleWords,
  type WorkbookSpec,
} from '../../core/index.ts';
import type { KeptSettings, PaneSettings } from '../engine/messages.ts';
import { partInWords } from '../engine/part-words.ts';

/** Goes up when what is kept means something else than before. */
const schemaVersion = 1;

const share = z.number().min(0).max(1);

const settingsSchema = z.object({
  part: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('workbook') }),
      z.object({ kind: z.literal('range'), address: z.string().max(300) }),
      z.object({ kind: z.literal('table'), name: z.string().max(255) }),
      z.object({ kind: z.literal('sheet'), name: z.string().max(31) }),
    ])
    .exactOptional(),
  choices: z
    .object({
      mapping: columnMappingSchema,
      area: z
        .object({
          places: z.array(
            z.object({
              code: z.string(),
              name: z.string(),
              note: z.string(),
              districts: z.array(z.string()),
            }),
          ),
          circle: z.object({ postcode: z.string(), radiusKm: z.number().positive() }).exactOptional(),
        })
        .nullable(),
      keepApart: z.array(z.string()),
    })
    .exactOptional(),
  firstLm3: z.boolean().exactOptional(),
  adjustment: z
    .object({
      target: z.number().min(1).max(3).nullable().exactOptional(),
      net: z
        .object({ deadweight: share, displacement: share, leakage: share, substitution: share })
        .nullable()
        .exactOptional(),
    })
    .exactOptional(),
});

const versioned = z.object({ version: z.int().min(1), settings: z.unknown() });

/** What was kept, or why it cannot be used. Nothing is guessed from a part of it. */
export function readSettings(text: string): KeptSettings {
  const parsed = versioned.safeParse(jsonOf(text));
  if (!parsed.success) return refused(unreadable('settings that are damaged'), true);
  const { version, settings } = parsed.data;
  if (version > schemaVersion) return refused(newer(version), false);
  const read = settingsSchema.safeParse(settings);
  if (!read.success) return refused(unreadable('settings that are not complete'), true);
  return { settings: { ok: true, value: read.data, issues: [] }, mayReplace: true };
}

const refused = (issue: Issue, mayReplace: boolean): KeptSettings => ({
  settings: { ok: false, issues: [issue] },
  mayReplace,
});

export const writeSettings = (settings: PaneSettings): string =>
  JSON.stringify({ version: schemaVersion, settings });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const newer = (version: number): Issue => ({
  severity: 'warning',
  where: {},
  found: `settings of a newer version of Local Pound (${version}) in this workbook`,
  expected: `settings up to version ${schemaVersion}`,
  mend: 'They are left as they are. Load the add-in again to get the newer version; until then nothing is kept in this workbook.',
});

const unreadable = (found: string): Issue => ({
  severity: 'warning',
  where: {},
  found: `${found} in this workbook`,
  expected: 'what Local Pound keeps there',
  mend: 'Start again; what you choose is kept anew.',
});

/** The settings as a sheet: what is kept, in words, for whoever checks the figures. */
export function settingsWorkbook(settings: PaneSettings): WorkbookSpec {
  const rows = settingsInWords(settings);
  const name = 'Local Pound settings';
  return {
    title: name,
    names: [],
    sheets: [
      {
        name,
        widths: [34, 80],
        cells: [
          { address: 'A1', value: name, style: 'title' },
          {
            address: 'A2',
            value: `What the add-in keeps in this workbook, as it was when this sheet was made. Version ${schemaVersion}.`,
            style: 'subtitle',
          },
        ],
        tables: [
          {
            name: 'LocalPoundSettings',
            row: 4,
            column: 1,
            headings: [{ text: 'Setting' }, { text: 'Value' }],
            rows: rows.map(([setting, value]) => [
              { value: setting, style: 'label' },
              { value, style: 'text' },
            ]),
          },
        ],
        validations: [],
        freeze: { rows: 1, columns: 1 },
      },
    ],
  };
}

function settingsInWords({ part, choices, firstLm3, adjustment }: PaneSettings): [string, string][] {
  const said = Object.entries(choices?.mapping ?? {});
  const { places = [], circle } = choices?.area ?? {};
  return [
    ['Read', part ? partInWords(part) : 'nothing yet'],
    [
      'Columns as said',
      said.length === 0
        ? 'as they were recognised'
        : said.map(([role, column]) => `${roleWords[role as keyof typeof roleWords]}: ${column}`).join('; '),
    ],
    [
      'Local is',
      places.length === 0 && !circle
        ? 'not said'
        : places.map((place) => place.name).join(', ') || 'the circle',
    ],
    ...(circle
      ? [['Circle', `${formatKm(circle.radiusKm)} round ${circle.postcode}`] as [string, string]]
      : []),
    ['Names kept apart', choices?.keepApart.join('; ') || 'none'],
    ['Looked at', firstLm3 ? 'the first LM3 of payments' : 'the result'],
    ['Target for LM3', adjustment?.target == null ? 'none' : String(adjustment.target)],
    [
      'Would have happened anyway',
      adjustment?.net
        ? Object.entries(adjustment.net)
            .map(([what, value]) => `${what}: ${formatShare(value)}`)
            .join('; ')
        : 'nothing taken off',
    ],
  ];
}
