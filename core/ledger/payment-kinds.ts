import * as z from 'zod';
import data from '../data/payment-kinds.json' with { type: 'json' };
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';

/** What a line can be for LM3, as its settings call it; `core/lm3/ledger-project.ts` does not compile with any other. */
const kindsForLm3 = ['redacted', 'person', 'benefit', 'grant', 'internalRecharge', 'publicBody'] as const;

const file = 'payment-kinds.json';
const text = z.string().min(1);

const kindsSchema = z.strictObject({
  sources: z.array(z.strictObject({ id: text, title: text, place: text, verified: z.boolean() })),
  /** Words that make a name with a title a business. */
  businessWords: z.array(text).min(1),
  kinds: z.array(
    z.strictObject({
      id: text,
      name: text,
      /** What the payment is for LM3; null for an ordinary one. */
      lm3Kind: z.enum(kindsForLm3).nullable(),
      /** Whether the name stands for many payees, so that it has no place and cannot be asked. */
      manyPeople: z.boolean(),
      why: text,
      sources: z.array(text).min(1),
      rules: z.array(
        z.strictObject({
          id: text,
          /** What the rule looks for, in words. */
          says: text,
          pattern: text,
          /** Names that the rule leaves alone: a pattern, or `business` for a word of a business. */
          unless: z.string(),
        }),
      ),
    }),
  ),
});

interface CompiledRule {
  readonly id: string;
  readonly says: string;
  readonly pattern: RegExp;
  readonly unless: RegExp | undefined;
}

/** A kind of line that is not simply a payment to a supplier. */
export interface KindOfLine {
  readonly id: string;
  readonly name: string;
  readonly lm3Kind: z.output<typeof kindsSchema>['kinds'][number]['lm3Kind'];
  readonly manyPeople: boolean;
  readonly why: string;
  /** Whether spellings may be merged: not of people, and not of names that stand for many. */
  readonly mergeable: boolean;
  readonly rules: readonly CompiledRule[];
}

/** All kinds in the order in which they are tried, with the rules that see them. */
export const kindsOfLine = once((): readonly KindOfLine[] => {
  const checked = checkData(file, kindsSchema, data);
  checkUnique(
    file,
    checked.kinds.map(({ id }) => id),
  );
  const sources = new Set(checked.sources.map(({ id }) => id));
  const business = new RegExp(`\\b(?:${checked.businessWords.join('|')})\\b`);
  return checked.kinds.map(({ rules, sources: cited, ...kind }) => {
    const unknown = cited.find((id) => !sources.has(id));
    if (unknown !== undefined)
      throw new Error(`core/data/${file} is broken. ${kind.id} cites "${unknown}", which is no source`);
    return {
      ...kind,
      mergeable: !kind.manyPeople && kind.lm3Kind !== 'person',
      rules: rules.map(({ pattern, unless, ...rule }) => ({
        ...rule,
        pattern: patternOf(pattern),
        unless: unless === '' ? undefined : unless === 'business' ? business : patternOf(unless),
      })),
    };
  });
});

/** Names are compared in small letters; patterns that ask for letters of any alphabet need the slower kind. */
const patternOf = (pattern: string): RegExp => new RegExp(pattern, pattern.includes('\\p{') ? 'u' : '');

/** A kind and the rule that saw it, in words. */
export interface SeenKind {
  readonly kind: KindOfLine;
  readonly rule: string;
}

/**
 * What kind of line a name stands for, if not simply a supplier's.
 *
 * @param payer the organisation whose ledger it is: its own name is an internal recharge
 */
export function kindOfName(name: string | null, payers: readonly string[] = []): SeenKind | undefined {
  if (name === null) return { kind: kindNamed('unnamed'), rule: 'the cell of the supplier is empty' };
  const plain = name.slice(0, longestName).trim().toLowerCase().replace(/\s+/g, ' ').replace(/[’`]/g, "'");
  if (payers.some((payer) => isSelf(plain, payer)))
    return { kind: kindNamed('ownRecharges'), rule: 'the name is that of the paying organisation itself' };
  for (const kind of kindsOfLine()) {
    const rule = kind.rules.find(({ pattern, unless }) => pattern.test(plain) && !unless?.test(plain));
    if (rule) return { kind, rule: rule.says };
  }
  return undefined;
}

/** Patterns run on names, not on whatever a file may hold. */
const longestName = 200;

function kindNamed(id: string): KindOfLine {
  const kind = kindsOfLine().find((one) => one.id === id);
  if (!kind) throw new Error(`core/data/${file} is broken. It lacks the kind "${id}"`);
  return kind;
}

/** The payer's name itself, with a word behind it such as "Int", or another way to write the same council. */
function isSelf(name: string, payer: string): boolean {
  const [one, other] = [bare(name), bare(payer)];
  if (other.length <= shortestPayer) return false;
  if (one === other) return true;
  if (one.startsWith(other) && /^ (?:int|internal|recharge)/.test(one.slice(other.length))) return true;
  const [place, own] = [placeOfCouncil(one), placeOfCouncil(other)];
  return place !== undefined && place === own;
}

/** Initials fit too many names. */
const shortestPayer = 5;

/** `calderdale` of Calderdale MBC and of the Borough of Calderdale; undefined for what is no principal council. */
function placeOfCouncil(words: string): string | undefined {
  if (/\b(?:parish|town|community)\b/.test(words)) return undefined;
  const place = words.replace(councilWords, ' ').replace(/\s+/g, ' ').trim();
  return place === words || place === '' ? undefined : place;
}

const councilWords =
  /\b(?:the|of|city|county|district|borough|metropolitan|london|royal|unitary|council|mbc|mdc|cc|bc|dc|authority)\b/g;

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
