import { type Json, listOf, objectOf, stringOf } from './json.ts';

/** What a person has put into a form, by the `action_id` of each field. */
export type FieldValues = Readonly<Record<string, unknown>>;

interface Field {
  readonly blockId: string;
  readonly element: Json;
  /** The block is an input that must be filled in. */
  readonly required: boolean;
}

/** Every element of a view or a message that keeps a value, in the order shown. */
export function fieldsOf(blocks: unknown): Field[] {
  return listOf(blocks).flatMap((block, index) => {
    const blockId = stringOf(block.block_id) ?? `b${index}`;
    const required = block.type === 'input' && block.optional !== true;
    const elements =
      block.type === 'input'
        ? [objectOf(block.element)]
        : [...listOf(block.elements), objectOf(block.accessory)];
    return elements
      .filter(({ type }) => typeof type === 'string' && type in keys)
      .map((element) => ({ blockId, element, required }));
  });
}

/** The `state` that Slack sends: what was put in, and else what each field began with. */
export function stateOf(blocks: unknown, values: FieldValues, options: ReadonlyMap<string, Json>): Json {
  const state: Record<string, Json> = {};
  for (const { blockId, element } of fieldsOf(blocks)) {
    const action = String(element.action_id);
    const given = action in values ? values[action] : initial(element);
    state[blockId] = { ...state[blockId], [action]: stateElement(element, given, options) };
  }
  return { values: state };
}

/** Labels of the inputs that must be filled in and are not. */
export function emptyInputs(blocks: unknown, state: Json): string[] {
  const values = objectOf(state.values);
  return fieldsOf(blocks)
    .filter(({ required }) => required)
    .filter(({ blockId, element }) => {
      const value = heldBy(objectOf(objectOf(values[blockId])[String(element.action_id)]));
      return (
        value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
      );
    })
    .map(({ element }) => String(element.action_id));
}

/** The field of a state element in which Slack keeps the value of each type. */
const keys: Readonly<Record<string, string>> = {
  plain_text_input: 'value',
  number_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  checkboxes: 'selected_options',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  file_input: 'files',
};

function heldBy(element: Json): unknown {
  return element[keys[String(element.type)] ?? 'value'];
}

/** A choice as Slack sends it, for a press on the field itself as well as for the state of all. */
export function stateElement(element: Json, given: unknown, options: ReadonlyMap<string, Json>): Json {
  const type = String(element.type);
  const key = keys[type] ?? 'value';
  const choose = (value: unknown): Json | undefined =>
    typeof value === 'object' && value !== null
      ? (value as Json)
      : (optionsOf(element).find((option) => option.value === value) ?? options.get(String(value)));
  if (key === 'selected_option') return { type, [key]: (given && choose(given)) || null };
  if (key === 'selected_options' || key === 'files') {
    const list = Array.isArray(given) ? given : given === undefined || given === null ? [] : [given];
    return { type, [key]: key === 'files' ? list : list.map(choose).filter((one) => one !== undefined) };
  }
  return { type, [key]: given === undefined || given === '' ? null : given };
}

function optionsOf(element: Json): Json[] {
  return [
    ...listOf(element.options),
    ...listOf(element.option_groups).flatMap((group) => listOf(group.options)),
  ];
}

function initial(element: Json): unknown {
  const {
    initial_value: value,
    initial_option: option,
    initial_options: several,
    initial_date: date,
    initial_user: user,
    initial_channel: channel,
    initial_conversation: conversation,
  } = element;
  return value ?? option ?? several ?? date ?? user ?? channel ?? conversation;
}
