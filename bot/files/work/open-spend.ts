import {
  computeLm3,
  type Lm3Project,
  type Lm3Result,
  ledgerProject,
  type Outcome,
  type Spend,
  SpendTally,
} from '../../../core/index.ts';
import { readSpendFile, type SpendTableRead } from '../../../spreadsheet/spend-file.ts';
import { listsInWords } from '../../../spreadsheet/supplier-lists.ts';
import type { FileQuestion } from '../file-answer.ts';
import { monthsOf } from '../months.ts';
import { noSpendChoices } from '../spend-choices.ts';
import { type ChosenArea, chosenArea } from './area.ts';
import { readLists } from './lists.ts';

/** A spend export added up, and placed where an area is chosen. */
export interface OpenedSpend {
  readonly parts: readonly SpendTableRead[];
  readonly spend: Spend;
  readonly area?: ChosenArea | undefined;
  /** What local means, by the area or by a list of who is local. */
  readonly localMeans?: string | undefined;
  /** Lists of suppliers that were used, in words. */
  readonly lists: readonly string[];
  /** The suppliers as LM3 reads them. */
  readonly project: Lm3Project;
  /** Only where an area is chosen and money was spent. */
  readonly first?: Lm3Result | undefined;
}

/** Reads payments of any layout and adds them up as a person said. */
export async function openSpend(
  { bytes, fileName, spend: choices = noSpendChoices, lists = [] }: FileQuestion,
  onProgress: (share: number) => void,
): Promise<Outcome<OpenedSpend>> {
  const area = await chosenArea(choices);
  if (area && !area.ok) return area;
  const known = readLists(lists);
  if (!known.ok) return known;
  const { list } = known.value;
  const file = { name: fileName, bytes: bytes.length, pieces: () => piecesOf(bytes) };
  const read = await readSpendFile(file, { mapping: choices.columns, onProgress });
  if (!read.ok) return read;
  const tally = new SpendTally();
  for (const part of read.value) tally.add(part);
  const spend = tally.result({ ...known.value, ...(area ? { placeOf: area.value.placeOf } : {}) });
  const wrong = spend.issues.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) return { ok: false, issues: wrong };
  const name = fileName.replace(/\.[A-Za-z]{1,5}$/, '');
  const period = monthsOf(spend.byMonth);
  const localMeans = area?.value.name ?? (list ? byList : undefined);
  const { project, context } = ledgerProject(
    spend,
    {
      name,
      ...(localMeans === undefined ? {} : { area: localMeans }),
      ...(period === undefined ? {} : { period }),
    },
    list,
  );
  const first = localMeans !== undefined && spend.total.pence > 0 ? computeLm3(project, context) : undefined;
  return {
    ok: true,
    value: {
      parts: read.value,
      spend,
      project,
      area: area?.value,
      localMeans,
      lists: listsInWords(known.value),
      first: first?.ok ? first.value : undefined,
    },
    issues: [...read.issues, ...known.issues, ...(area?.issues ?? []), ...spend.issues],
  };
}

/** Follows "was paid in". */
const byList = 'the area that the list stands for';

const pieceBytes = 1024 * 1024;

async function* piecesOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
