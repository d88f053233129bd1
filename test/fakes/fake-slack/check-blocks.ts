import { blockLimits as limits } from './block-limits.ts';
import { checkList, checkString, checkTextObject, checkUnique, codePoints, wrong } from './block-rules.ts';
import { checkDataTable, checkDataVisualization } from './check-data-blocks.ts';
import { checkElement, checkOption } from './check-elements.ts';
import { type Json, listOf, objectOf, stringOf } from './json.ts';

/** Why Slack would refuse a message or a view. */
export interface BlockRefusal {
  readonly error: 'invalid_blocks' | 'msg_blocks_too_long' | 'invalid_blocks_format' | 'invalid_arguments';
  /** What is wrong, each with a JSON pointer to where. */
  readonly messages: readonly string[];
}

/** Why Slack would refuse these blocks in a message; nothing when they are fine. */
export function refuseMessageBlocks(blocks: unknown): BlockRefusal | undefined {
  if (blocks === undefined) return undefined;
  if (!Array.isArray(blocks)) return { error: 'invalid_blocks_format', messages: [] };
  const messages = [...checkCounts(listOf(blocks)), ...checkBlocks(blocks, limits.message.blocks, '/blocks')];
  if (messages.length > 0) return { error: 'invalid_blocks', messages };
  const payload = codePoints(JSON.stringify(blocks));
  return payload > limits.message.payload
    ? { error: 'msg_blocks_too_long', messages: [`the blocks have ${payload} characters`] }
    : undefined;
}

/** Why Slack would refuse this view of a modal or of the App Home; nothing when it is fine. */
export function refuseView(value: unknown, type: 'modal' | 'home' = 'modal'): BlockRefusal | undefined {
  const view = objectOf(value);
  const text = (name: 'title' | 'submit' | 'close', optional: boolean) =>
    checkTextObject(view[name], `/view/${name}`, { ...limits.view[name], plainOnly: true, optional });
  const messages = [
    ...(view.type === type ? [] : wrong(`unsupported type: ${String(view.type)}`, '/view/type')),
    ...(type === 'modal' ? [...text('title', false), ...text('submit', true), ...text('close', true)] : []),
    ...checkString(view.private_metadata, '/view/private_metadata', limits.view.private_metadata, true),
    ...checkString(view.callback_id, '/view/callback_id', limits.view.callback_id, true),
    ...checkBlocks(view.blocks, limits.view.blocks.max_items, '/view/blocks'),
    ...(type === 'modal' &&
    view.submit === undefined &&
    listOf(view.blocks).some(({ type }) => type === 'input')
      ? wrong('missing required field: submit', '/view')
      : []),
  ];
  return messages.length > 0 ? { error: 'invalid_arguments', messages } : undefined;
}

/** Why Slack would refuse the options that an app offers for typed letters. */
export function refuseOptions({ options, option_groups: groups }: Json): string[] {
  const list = (given: unknown, at: string): string[] =>
    checkList(given, at, { min_items: 0, max_items: limits.select.options.max_items }, checkOption);
  if (groups === undefined) return list(options, '/options');
  return checkList(groups, '/option_groups', limits.select.option_groups, (group, at) => [
    ...checkTextObject(group.label, `${at}/label`, { ...limits.option_group.label, plainOnly: true }),
    ...list(group.options, `${at}/options`),
  ]);
}

function checkBlocks(blocks: unknown, most: number, at: string): string[] {
  return [
    ...checkList(blocks, at, { max_items: most, min_items: 0 }, checkBlock),
    ...checkUnique(
      listOf(blocks).map(({ block_id }) => block_id),
      'block_id',
      at,
    ),
  ];
}

function checkCounts(blocks: readonly Json[]): string[] {
  const count = (type: string) => blocks.filter((block) => block.type === type).length;
  const markdown = blocks
    .filter(({ type }) => type === 'markdown')
    .reduce((total, { text }) => total + codePoints(stringOf(text) ?? ''), 0);
  return [
    ...(count('table') > limits.message.tables ? wrong('only one table allowed', '/blocks') : []),
    ...(count('data_visualization') > limits.message.charts
      ? wrong(`no more than ${limits.message.charts} data_visualization blocks allowed`, '/blocks')
      : []),
    ...(markdown > limits.message.markdown
      ? wrong(
          `markdown blocks must have less than ${limits.message.markdown + 1} characters together`,
          '/blocks',
        )
      : []),
  ];
}

function checkBlock(block: Json, at: string): string[] {
  const rule = blockRules[String(block.type)];
  if (!rule) return wrong(`unsupported type: ${String(block.type)}`, `${at}/type`);
  return [...checkString(block.block_id, `${at}/block_id`, limits.block_id, true), ...rule(block, at)];
}

const blockRules: Record<string, (block: Json, at: string) => string[]> = {
  header: ({ text }, at) => checkTextObject(text, `${at}/text`, { ...limits.header.text, plainOnly: true }),
  divider: () => [],
  section: (block, at) => {
    const { fields } = limits.section;
    if (block.text === undefined && block.fields === undefined)
      return wrong('must define either `text` or `fields`', at);
    return [
      ...checkTextObject(block.text, `${at}/text`, { ...limits.section.text, optional: true }),
      ...(block.fields === undefined
        ? []
        : checkList(block.fields, `${at}/fields`, fields, (field, fieldAt) =>
            checkTextObject(field, fieldAt, { max_length: fields.item_max_length }),
          )),
      ...(block.accessory === undefined ? [] : checkAccessory(objectOf(block.accessory), `${at}/accessory`)),
    ];
  },
  context: (block, at) =>
    checkList(block.elements, `${at}/elements`, limits.context.elements, (element, elementAt) =>
      element.type === 'image'
        ? checkImage(element, elementAt)
        : checkTextObject(element, elementAt, limits.section.text),
    ),
  actions: (block, at) => checkElements(block, at, limits.actions.elements),
  context_actions: (block, at) => checkElements(block, at, limits.context_actions.elements),
  image: (block, at) => [
    ...checkImage(block, at),
    ...checkTextObject(block.title, `${at}/title`, { max_length: 2000, plainOnly: true, optional: true }),
  ],
  markdown: ({ text }, at) => checkString(text, `${at}/text`, limits.markdown.text),
  rich_text: (block, at) => checkList(block.elements, `${at}/elements`, {}, () => []),
  input: (block, at) => [
    ...checkTextObject(block.label, `${at}/label`, { ...limits.input.label, plainOnly: true }),
    ...checkTextObject(block.hint, `${at}/hint`, { ...limits.input.hint, plainOnly: true, optional: true }),
    ...checkElement(objectOf(block.element), `${at}/element`),
  ],
  table: (block, at) => [
    ...checkList(block.rows, `${at}/rows`, { max_items: limits.table.rows }, () => []),
    ...(Array.isArray(block.rows) ? block.rows : []).flatMap((row: unknown, index) =>
      listOf(row).length > limits.table.columns
        ? wrong(`no more than ${limits.table.columns} items allowed`, `${at}/rows/${index}`)
        : [],
    ),
  ],
  data_table: checkDataTable,
  data_visualization: checkDataVisualization,
};

function checkElements(block: Json, at: string, count: { max_items: number }): string[] {
  return [
    ...checkList(block.elements, `${at}/elements`, count, checkElement),
    ...checkUnique(
      listOf(block.elements).map(({ action_id }) => action_id),
      'action_id',
      `${at}/elements`,
    ),
  ];
}

function checkAccessory(accessory: Json, at: string): string[] {
  return accessory.type === 'image' ? checkImage(accessory, at) : checkElement(accessory, at);
}

function checkImage(image: Json, at: string): string[] {
  return [
    ...checkString(image.alt_text, `${at}/alt_text`, limits.image.alt_text),
    ...(image.slack_file === undefined
      ? checkString(image.image_url, `${at}/image_url`, limits.image.image_url)
      : []),
  ];
}
