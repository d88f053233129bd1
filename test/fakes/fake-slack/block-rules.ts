import { type Json, objectOf } from './json.ts';

/** One thing wrong, in Slack's manner: what, and a JSON pointer to where. */
export function wrong(what: string, at: string): string[] {
  return [`${what} [json-pointer:${at}]`];
}

/** Length as Slack counts it: code points, not UTF-16 units. */
export function codePoints(text: string): number {
  return [...text].length;
}

interface TextRule {
  readonly max_length?: number;
  readonly min_length?: number;
}

/** A field that must be, or if `optional` may be, a string within the limits. */
export function checkString(value: unknown, at: string, rule: TextRule, optional = false): string[] {
  if (value === undefined)
    return optional ? [] : wrong(`missing required field: ${lastPart(at)}`, parent(at));
  if (typeof value !== 'string') return wrong('must provide a string', at);
  const length = codePoints(value);
  const least = rule.min_length ?? (optional ? 0 : 1);
  if (length < least) return wrong(`must be more than ${least - 1} characters`, at);
  if (rule.max_length !== undefined && length > rule.max_length)
    return wrong(`must be less than ${rule.max_length + 1} characters`, at);
  return [];
}

interface TextObjectRule extends TextRule {
  readonly plainOnly?: boolean;
  readonly optional?: boolean;
}

/** A text object: `plain_text` or `mrkdwn`, with its text within the limits. */
export function checkTextObject(value: unknown, at: string, rule: TextObjectRule): string[] {
  if (value === undefined)
    return rule.optional ? [] : wrong(`missing required field: ${lastPart(at)}`, parent(at));
  const { type, text, emoji } = objectOf(value);
  if (type !== 'plain_text' && (type !== 'mrkdwn' || rule.plainOnly))
    return wrong(`unsupported type: ${String(type)}`, `${at}/type`);
  return [
    ...checkString(text, `${at}/text`, rule),
    ...(type === 'mrkdwn' && emoji !== undefined ? wrong('additional property: emoji', at) : []),
  ];
}

/** A list with a bounded number of items, each checked with its own pointer. */
export function checkList(
  value: unknown,
  at: string,
  {
    min_items: least = 1,
    max_items: most = Number.POSITIVE_INFINITY,
  }: { min_items?: number; max_items?: number },
  each: (item: Json, at: string) => string[],
): string[] {
  if (value === undefined) return wrong(`missing required field: ${lastPart(at)}`, parent(at));
  if (!Array.isArray(value)) return wrong('must provide an array', at);
  return [
    ...(value.length < least ? wrong(`no fewer than ${least} items required`, at) : []),
    ...(value.length > most ? wrong(`no more than ${most} items allowed`, at) : []),
    ...value.flatMap((item, index) => each(objectOf(item), `${at}/${index}`)),
  ];
}

/** Values that must differ from each other, such as the block ids of a message. */
export function checkUnique(values: readonly unknown[], name: string, at: string): string[] {
  const seen = new Set<unknown>();
  return values.flatMap((value) => {
    if (value === undefined) return [];
    if (seen.has(value)) return wrong(`\`${name}\` "${String(value)}" already exists`, at);
    seen.add(value);
    return [];
  });
}

function lastPart(at: string): string {
  return at.slice(at.lastIndexOf('/') + 1);
}

function parent(at: string): string {
  return at.slice(0, at.lastIndexOf('/'));
}
