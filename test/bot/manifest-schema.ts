import type { Json } from '../fakes/fake-slack/json.ts';
import schema from '../fixtures/slack/manifest.schema.2.0.0.json' with { type: 'json' };

/** Keywords that say something about a schema and nothing about what it describes. */
const silent = new Set(['title', 'description', 'default', 'format', '_note', 'definitions', '$schema']);

/**
 * What Slack's own schema says is wrong with an app manifest, each with its path; empty when nothing
 * is. Knows the keywords that the schema uses and throws at any other, so that nothing goes unchecked.
 */
export function manifestFaults(manifest: unknown): string[] {
  return check(schema as Json, manifest, '');
}

function check(rules: Json, value: unknown, at: string): string[] {
  return Object.entries(rules).flatMap(([keyword, rule]) => {
    if (silent.has(keyword)) return [];
    const test = keywords[keyword];
    if (test === undefined) throw new Error(`the schema uses "${keyword}", which this check does not know`);
    return test(rule, value, at, rules);
  });
}

type Keyword = (rule: unknown, value: unknown, at: string, rules: Json) => string[];

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fault = (bad: boolean, at: string, words: string): string[] => (bad ? [`${at || '/'} ${words}`] : []);
const textLength = (value: unknown): number => (typeof value === 'string' ? [...value].length : Number.NaN);
const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const keywords: Readonly<Record<string, Keyword>> = {
  type: (rule, value, at) =>
    fault(![rule].flat().includes(typeOf(value, rule)), at, `must be ${String(rule)}`),
  $ref: (rule, value, at) => {
    const name = String(rule).replace('#/definitions/', '');
    const definition = (schema.definitions as Json)[name];
    if (!isObject(definition)) throw new Error(`the schema has no definition "${name}"`);
    return check(definition, value, at);
  },
  anyOf: (rule, value, at) =>
    fault(
      !items(rule).some((one) => check(one as Json, value, at).length === 0),
      at,
      'fits none of the forms',
    ),
  enum: (rule, value, at) =>
    fault(!items(rule).includes(value), at, `must be one of ${items(rule).join(', ')}`),
  required: (rule, value, at) =>
    items(rule).flatMap((name) =>
      fault(isObject(value) && !(String(name) in value), at, `must have ${String(name)}`),
    ),
  properties: (rule, value, at) =>
    Object.entries(rule as Json).flatMap(([name, rules]) =>
      isObject(value) && name in value ? check(rules as Json, value[name], `${at}/${name}`) : [],
    ),
  patternProperties: (rule, value, at) =>
    Object.entries(rule as Json).flatMap(([pattern, rules]) =>
      Object.entries(isObject(value) ? value : {})
        .filter(([name]) => new RegExp(pattern).test(name))
        .flatMap(([name, one]) => check(rules as Json, one, `${at}/${name}`)),
    ),
  additionalProperties: (rule, value, at, { properties = {}, patternProperties = {} }) =>
    Object.keys(isObject(value) ? value : {})
      .filter((name) => !(name in (properties as Json)))
      .filter(
        (name) => !Object.keys(patternProperties as Json).some((pattern) => new RegExp(pattern).test(name)),
      )
      .flatMap((name) => fault(rule === false, at, `must not have ${name}`)),
  items: (rule, value, at) =>
    items(value).flatMap((item, index) => check(rule as Json, item, `${at}/${index}`)),
  minItems: (rule, value, at) =>
    fault(items(value).length < Number(rule), at, `needs ${String(rule)} items or more`),
  maxItems: (rule, value, at) =>
    fault(items(value).length > Number(rule), at, `has more than ${String(rule)} items`),
  uniqueItems: (_, value, at) =>
    fault(new Set(items(value)).size < items(value).length, at, 'repeats an item'),
  minLength: (rule, value, at) =>
    fault(textLength(value) < Number(rule), at, `is shorter than ${String(rule)}`),
  maxLength: (rule, value, at) =>
    fault(textLength(value) > Number(rule), at, `is longer than ${String(rule)}`),
  pattern: (rule, value, at) =>
    fault(!new RegExp(String(rule)).test(String(value)), at, `must match ${String(rule)}`),
  regex: (rule, value, at) =>
    fault(!new RegExp(String(rule)).test(String(value)), at, `must match ${String(rule)}`),
  minProperties: (rule, value, at) =>
    fault(
      isObject(value) && Object.keys(value).length < Number(rule),
      at,
      `needs ${String(rule)} fields or more`,
    ),
  maxProperties: (rule, value, at) =>
    fault(
      isObject(value) && Object.keys(value).length > Number(rule),
      at,
      `has more than ${String(rule)} fields`,
    ),
};

function typeOf(value: unknown, wanted: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return Number.isInteger(value) && wanted === 'integer' ? 'integer' : typeof value;
}
