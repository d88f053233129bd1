import limits from '../../fixtures/slack/block-kit-limits.json' with { type: 'json' };

/** Lower than the fixture where other sources say so; a bot must stay under the lowest. */
const floors = {
  tableRows: 101,
  tableContent: 10_000,
  sectionText: 3000,
  headerText: 150,
  payload: 13_200,
  blocks: 50,
};

type Json = Record<string, unknown>;

/** What Slack would refuse, as its messages with JSON pointers; empty when the blocks are fine. */
export function refusedBlocks(blocks: unknown): string[] {
  if (blocks === undefined) return [];
  if (!Array.isArray(blocks)) return ['blocks must be an array [json-pointer:/blocks]'];
  const found =
    blocks.length > floors.blocks
      ? [`no more than ${floors.blocks} items allowed [json-pointer:/blocks]`]
      : [];
  if (JSON.stringify(blocks).length > floors.payload) found.push('msg_blocks_too_long');
  return [...found, ...blocks.flatMap((block, index) => checkBlock(block as Json, `/blocks/${index}`))];
}

function checkBlock(block: Json, at: string): string[] {
  switch (block.type) {
    case 'section':
      return checkText(block.text, floors.sectionText, `${at}/text`);
    case 'header':
      return checkText(block.text, floors.headerText, `${at}/text`);
    case 'actions':
      return (block.elements as Json[]).flatMap((element, index) =>
        checkButton(element, `${at}/elements/${index}`),
      );
    case 'data_table':
      return checkTable(block, at);
    case 'context':
    case 'divider':
      return [];
    default:
      return [`unsupported type: ${String(block.type)} [json-pointer:${at}/type]`];
  }
}

function checkText(text: unknown, most: number, at: string): string[] {
  const value = (text as Json | undefined)?.text;
  if (typeof value !== 'string' || value === '') return [`must not be empty [json-pointer:${at}/text]`];
  return [...value].length > most
    ? [`must be less than ${most + 1} characters [json-pointer:${at}/text]`]
    : [];
}

function checkButton(button: Json, at: string): string[] {
  const { label, value } = {
    label: (button.text as Json).text as string,
    value: (button.value as string) ?? '',
  };
  return [
    ...(label.length > 75 ? [`must be less than 76 characters [json-pointer:${at}/text]`] : []),
    ...(value.length > 2000 ? [`must be less than 2001 characters [json-pointer:${at}/value]`] : []),
    ...(typeof button.action_id === 'string'
      ? []
      : [`missing required field: action_id [json-pointer:${at}]`]),
  ];
}

function checkTable(table: Json, at: string): string[] {
  const rows = table.rows as Json[][];
  const columns = rows[0]?.length ?? 0;
  const content = rows.flat().reduce((total, cell) => total + [...String(cell.text ?? '')].length, 0);
  return [
    ...(typeof table.caption === 'string' && table.caption !== ''
      ? []
      : [`missing required field: caption [json-pointer:${at}]`]),
    ...(rows.length < limits.data_table.rows.min_items || rows.length > floors.tableRows
      ? [`rows out of range [json-pointer:${at}/rows]`]
      : []),
    ...(columns > limits.data_table.columns.max_items ? [`too many columns [json-pointer:${at}/rows]`] : []),
    ...(rows.some((row) => row.length !== columns)
      ? [`rows differ in length [json-pointer:${at}/rows]`]
      : []),
    ...(rows.flat().some((cell) => cell.type === 'raw_text' && cell.text === '')
      ? [`empty cell [json-pointer:${at}/rows]`]
      : []),
    ...(content > floors.tableContent ? [`too much text [json-pointer:${at}/rows]`] : []),
  ];
}
