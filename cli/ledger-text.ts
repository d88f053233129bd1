import {
  columnLetters,
  formatCount,
  formatGbp,
  formatShare,
  mergeReasonWords,
  placingWords,
  roleWords,
  type Spend,
  type SpendSource,
  type SpendSum,
  spendDeprivation,
  supplierTypeWords,
  surenessWords,
} from '../core/index.ts';
import { columns } from './output.ts';
import { wrapped } from './wrap.ts';

const listedCategories = 10;
const listedDistricts = 10;
const listedLeaks = 10;
const listedMerges = 5;
const longestName = 42;

/** Spend exports as text that fits 80 columns: how they were read, the sums, and what to look at. */
export function ledgerText(spend: Spend): string {
  const sections = [
    head(spend),
    sourcesText(spend.sources),
    sumsText(spend),
    monthText(spend),
    categoryText(spend),
    districtText(spend),
    deprivationText(spend),
    concentrationText(spend),
    typeText(spend),
    kindText(spend),
    mergeText(spend),
    leakText(spend),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function head({ lines, suppliers, names, credits, sources }: Spend): string {
  const blank = sources.reduce((sum, { blankRows }) => sum + blankRows, 0);
  const merged = names > suppliers.length ? ` (${formatCount(names)} names)` : '';
  const back = `${formatCount(credits.lines)} of them ${credits.lines === 1 ? 'is a credit' : 'are credits'}, ${formatGbp(credits.pence / 100)} in all, taken off ${credits.lines === 1 ? 'its supplier' : 'their suppliers'}.`;
  return [
    `${formatCount(lines)} payments to ${formatCount(suppliers.length)} suppliers${merged}${sources.length > 1 ? `, from ${formatCount(sources.length)} tables` : ''}.`,
    ...(credits.lines > 0 ? [back] : []),
    `${formatCount(blank)} blank ${blank === 1 ? 'row was' : 'rows were'} passed over.`,
  ].join('\n');
}

/** Files that are read alike stand together: a year of months is told once. */
function sourcesText(sources: readonly SpendSource[]): string {
  const alike = new Map<string, SpendSource[]>();
  for (const source of sources) {
    const key = readBy(source);
    const known = alike.get(key);
    if (known) known.push(source);
    else alike.set(key, [source]);
  }
  return [...alike].map(([key, group]) => sourceText(key, group)).join('\n');
}

function sourceText(how: string, group: readonly SpendSource[]): string {
  const [{ file, sheet } = { file: '', sheet: undefined }] = group;
  const name = file.replace(/^.*[\\/]/, '') + (sheet === undefined ? '' : `, sheet ${sheet}`);
  const where = group.length > 1 ? `${name} and ${formatCount(group.length - 1)} more` : name;
  const lines = group.reduce((sum, source) => sum + source.lines, 0);
  const pence = group.reduce((sum, source) => sum + source.pence, 0);
  return wrapped(`${where}: ${formatCount(lines)} payments, ${formatGbp(pence / 100)}. ${how}`, '  ');
}

/** What was taken for what, with how sure it is where it is not sure. */
function readBy({ recognition }: SpendSource): string {
  const said = recognition.columns
    .filter(({ role }) => role !== 'payer' && role !== 'transaction' && role !== 'charityNumber')
    .map(({ role, heading, column, sureness }) => {
      const name = heading === null ? `column ${columnLetters(column)}` : `"${heading}"`;
      return `${roleWords[role].toLowerCase()} ${name}${sureness === 'high' ? '' : ` (${surenessWords[sureness]})`}`;
    });
  const basis =
    recognition.amountBasis === 'net'
      ? ' Amounts are without VAT.'
      : recognition.amountBasis === 'gross'
        ? ' Amounts include VAT.'
        : '';
  return `Read by ${said.join(', ')}.${basis}`;
}

function sumsText({ total }: Spend): string {
  const share = (pence: number) => (total.pence > 0 && pence !== 0 ? formatShare(pence / total.pence) : '');
  return columns([
    ['Total', formatGbp(total.pence / 100), ''],
    ['Local', formatGbp(total.local / 100), share(total.local)],
    ['Not local', formatGbp(total.notLocal / 100), share(total.notLocal)],
    ['Cannot tell', formatGbp(total.cannotTell / 100), share(total.cannotTell)],
  ]);
}

const isPlaced = ({ local, notLocal }: SpendSum): boolean => local !== 0 || notLocal !== 0;

/** The share that is local, where anything is placed. */
function localShare(spend: Spend, { local, pence }: SpendSum): string[] {
  if (!isPlaced(spend.total)) return [];
  return [pence > 0 && local > 0 ? `${formatShare(local / pence)} local` : '0% local'];
}

function monthText(spend: Spend): string {
  if (spend.byMonth.length < 2) return '';
  const rows = spend.byMonth.map(({ month, ...sum }) => [
    `  ${month ?? '(no date)'}`,
    formatCount(sum.lines),
    formatGbp(sum.pence / 100),
    ...localShare(spend, sum),
  ]);
  return ['By month', columns(rows)].join('\n');
}

function categoryText(spend: Spend): string {
  const told = spend.byCategory.filter(({ category }) => category !== null);
  if (told.length === 0) return '';
  const rows = spend.byCategory
    .slice(0, listedCategories)
    .map(({ category, suppliers, ...sum }) => [
      `  ${shortened(category ?? '(no category)', longestName)}`,
      formatGbp(sum.pence / 100),
      ...localShare(spend, sum),
    ]);
  const more = spend.byCategory.length - rows.length;
  return [
    `By category${more > 0 ? `, the largest ${formatCount(rows.length)} of ${formatCount(spend.byCategory.length)}` : ''}`,
    columns(rows),
  ].join('\n');
}

function districtText({ byDistrict, total }: Spend): string {
  if (!byDistrict.some(({ district }) => district !== null)) return '';
  const rows = byDistrict
    .slice(0, listedDistricts)
    .map(({ district, suppliers, pence }) => [
      `  ${shortened(district?.name ?? '(place not known)', longestName)}`,
      formatCount(suppliers),
      formatGbp(pence / 100),
      total.pence > 0 && pence > 0 ? formatShare(pence / total.pence) : '',
    ]);
  const more = byDistrict.length - rows.length;
  return [
    `By district (suppliers, spend)${more > 0 ? `, the largest ${formatCount(rows.length)} of ${formatCount(byDistrict.length)}` : ''}`,
    columns(rows),
  ].join('\n');
}

function deprivationText(spend: Spend): string {
  const reach = spendDeprivation(spend);
  if (!reach) return '';
  const { mostDeprivedFifth, mostDeprivedTenth, label, limits } = reach;
  return [
    wrapped(
      `${formatShare(mostDeprivedFifth.value)} of the money that was placed reached the most deprived fifth of districts, ${formatShare(mostDeprivedTenth.value)} the most deprived tenth.`,
    ),
    wrapped(`${label}. ${limits.join(' ')}`, '  ', '  '),
  ].join('\n');
}

function concentrationText({ concentration }: Spend): string {
  const { suppliers, reach } = concentration;
  if (suppliers === 0) return '';
  const parts = reach.map(
    ({ share, suppliers: count }) =>
      `${formatCount(count)} ${count === 1 ? 'makes' : 'make'} ${formatShare(share)}`,
  );
  return wrapped(
    `Of ${formatCount(suppliers)} suppliers that can be told apart, ${parts.join(', ')} of what they were paid.`,
  );
}

function typeText({ supplierTypes, total }: Spend): string {
  if (!supplierTypes) return '';
  const rows = supplierTypes.map(({ type, pence, suppliers }) => [
    `  ${type === null ? 'The file does not say' : supplierTypeWords[type]}`,
    formatCount(suppliers),
    formatGbp(pence / 100),
    total.pence > 0 && pence > 0 ? formatShare(pence / total.pence) : '',
  ]);
  return ['Kinds of supplier, as the file tells (suppliers, spend)', columns(rows)].join('\n');
}

function kindText({ kinds }: Spend): string {
  if (kinds.length === 0) return '';
  const rows = kinds.map(({ kind, lines, pence }) => [
    `  ${shortened(kind.name, longestName)}`,
    formatCount(lines),
    formatGbp(pence / 100),
  ]);
  return ['No plain purchases (lines, spend); they are in every sum above', columns(rows)].join('\n');
}

function mergeText({ merges, likelySame }: Spend): string {
  const merged = merges
    .slice(0, listedMerges)
    .map(({ name, supplier, reason }) =>
      wrapped(`"${name}" with "${supplier}": ${mergeReasonWords[reason]}`, '    ', '  '),
    );
  const alike = likelySame
    .slice(0, listedMerges)
    .map(({ name, other }) => wrapped(`"${name}" and "${other}"`, '    ', '  '));
  return [
    ...(merges.length > 0
      ? [
          `${formatCount(merges.length)} ${merges.length === 1 ? 'spelling was' : 'spellings were'} counted with another${more(merges.length)}`,
          ...merged,
        ]
      : []),
    ...(likelySame.length > 0
      ? [
          `${formatCount(likelySame.length)} ${likelySame.length === 1 ? 'pair' : 'pairs'} may be one supplier and were not counted together${more(likelySame.length)}`,
          ...alike,
        ]
      : []),
  ].join('\n');
}

const more = (count: number): string => (count > listedMerges ? `, such as` : '');

function leakText(spend: Spend): string {
  const rows = spend.suppliers
    .filter(({ placing, pence }) => placing !== 'local' && pence > 0)
    .slice(0, listedLeaks)
    .map(({ name, pence, placing }) => [
      `  ${shortened(name, longestName)}`,
      formatGbp(pence / 100),
      ...(isPlaced(spend.total) ? [placingWords[placing].toLowerCase()] : []),
    ]);
  return rows.length === 0 ? '' : ['Largest that are not known to be local', columns(rows)].join('\n');
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
