import { blockLimits as limits } from './block-limits.ts';
import { checkList, checkString, checkTextObject, wrong } from './block-rules.ts';
import { type Json, objectOf } from './json.ts';

/** What is wrong with a button, menu or input, with JSON pointers. */
export function checkElement(element: Json, at: string): string[] {
  const rule = elementRules[String(element.type)];
  if (!rule) return wrong(`unsupported type: ${String(element.type)}`, `${at}/type`);
  return [...rule(element, at), ...checkConfirmation(element.confirm, `${at}/confirm`)];
}

const actionId = (element: Json, at: string) =>
  checkString(element.action_id, `${at}/action_id`, limits.action_id);

const elementRules: Record<string, (element: Json, at: string) => string[]> = {
  button: (button, at) => [
    ...checkTextObject(button.text, `${at}/text`, { ...limits.button.text, plainOnly: true }),
    ...checkString(button.value, `${at}/value`, limits.button.value, true),
    ...checkString(button.url, `${at}/url`, limits.button.url, true),
    ...checkString(
      button.accessibility_label,
      `${at}/accessibility_label`,
      limits.button.accessibility_label,
      true,
    ),
    // Slack makes an id up; a button that opens no address and has no id of its own reaches no handler.
    ...(button.url === undefined ? actionId(button, at) : []),
    ...(['primary', 'danger', undefined].includes(button.style as string | undefined)
      ? []
      : wrong(`unsupported style: ${String(button.style)}`, `${at}/style`)),
  ],
  overflow: (menu, at) => [...actionId(menu, at), ...options(menu, at, limits.overflow.options)],
  checkboxes: (group, at) => [...actionId(group, at), ...options(group, at, limits.checkboxes.options)],
  radio_buttons: (group, at) => [...actionId(group, at), ...options(group, at, limits.radio_buttons.options)],
  static_select: checkSelect,
  multi_static_select: checkSelect,
  external_select: (select, at) => [...actionId(select, at), ...placeholder(select, at)],
  multi_external_select: (select, at) => [...actionId(select, at), ...placeholder(select, at)],
  users_select: (select, at) => [...actionId(select, at), ...placeholder(select, at)],
  conversations_select: (select, at) => [...actionId(select, at), ...placeholder(select, at)],
  channels_select: (select, at) => [...actionId(select, at), ...placeholder(select, at)],
  datepicker: (picker, at) => [...actionId(picker, at), ...placeholder(picker, at)],
  plain_text_input: (input, at) => [...actionId(input, at), ...placeholder(input, at)],
  number_input: (input, at) => [...actionId(input, at), ...placeholder(input, at)],
  file_input: (input, at) => {
    const { min, max } = limits.file_input.max_files;
    const most = input.max_files ?? max;
    return [
      ...actionId(input, at),
      ...(typeof most === 'number' && most >= min && most <= max
        ? []
        : wrong(`must be between ${min} and ${max}`, `${at}/max_files`)),
    ];
  },
  feedback_buttons: (pair, at) => [
    ...actionId(pair, at),
    ...['positive_button', 'negative_button'].flatMap((name) => {
      const button = objectOf(pair[name]);
      return [
        ...checkTextObject(button.text, `${at}/${name}/text`, {
          ...limits.feedback_button.text,
          plainOnly: true,
        }),
        ...checkString(button.value, `${at}/${name}/value`, limits.feedback_button.value),
      ];
    }),
  ],
  icon_button: (button, at) => [
    ...actionId(button, at),
    ...checkTextObject(button.text, `${at}/text`, { ...limits.button.text, plainOnly: true }),
  ],
};

function checkSelect(select: Json, at: string): string[] {
  const groups = select.option_groups;
  return [
    ...actionId(select, at),
    ...placeholder(select, at),
    ...(groups === undefined
      ? options(select, at, limits.select.options)
      : checkList(groups, `${at}/option_groups`, limits.select.option_groups, (group, groupAt) => [
          ...checkTextObject(group.label, `${groupAt}/label`, {
            ...limits.option_group.label,
            plainOnly: true,
          }),
          ...options(group, groupAt, limits.option_group.options),
        ])),
  ];
}

function options(owner: Json, at: string, count: { min_items?: number; max_items: number }): string[] {
  return checkList(owner.options, `${at}/options`, count, checkOption);
}

/** What is wrong with one option of a menu, with JSON pointers. */
export function checkOption(option: Json, at: string): string[] {
  return [
    ...checkTextObject(option.text, `${at}/text`, limits.option.text),
    ...checkString(option.value, `${at}/value`, limits.option.value),
    ...checkTextObject(option.description, `${at}/description`, {
      ...limits.option.description,
      optional: true,
    }),
  ];
}

function placeholder(element: Json, at: string): string[] {
  return checkTextObject(element.placeholder, `${at}/placeholder`, {
    ...limits.select.placeholder,
    plainOnly: true,
    optional: true,
  });
}

function checkConfirmation(confirm: unknown, at: string): string[] {
  if (confirm === undefined) return [];
  const dialogue = objectOf(confirm);
  return [
    ...checkTextObject(dialogue.title, `${at}/title`, { ...limits.confirmation.title, plainOnly: true }),
    ...checkTextObject(dialogue.text, `${at}/text`, limits.confirmation.text),
    ...checkTextObject(dialogue.confirm, `${at}/confirm`, {
      ...limits.confirmation.confirm,
      plainOnly: true,
    }),
    ...checkTextObject(dialogue.deny, `${at}/deny`, { ...limits.confirmation.deny, plainOnly: true }),
  ];
}
