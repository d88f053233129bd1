import type { ColumnRole } from './column-role.ts';
import { type HeadingRule, headingRules } from './heading-rules.ts';

/** What a heading may be, by its words alone. */
export interface HeadingMatch {
  readonly role: ColumnRole;
  readonly score: number;
  readonly basis?: HeadingRule['basis'];
  readonly means?: HeadingRule['means'];
}

/**
 * A heading as its words: `5. BENEFICIARY`, `BeneficiaryName` and `Beneficiary_Name` are made of the
 * words people would say. Ledger systems that print a code and its text beside each other mark the
 * text with (T); that column is the one to read.
 */
export function headingWords(heading: string): { readonly words: readonly string[]; readonly text: boolean } {
  const text = /\(\s*t\s*\)/i.test(heading);
  const words = heading
    .replace(/\(\s*t\s*\)/gi, ' ')
    .replace(/^\s*\d+\s*[.)]\s*/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’`]/g, '')
    .replace(/£/g, ' £ ')
    .replace(/\bpost code\b/g, 'postcode')
    .replace(/\bpro class\b/g, 'proclass')
    .replace(/\bg\/l\b/g, 'gl')
    .split(/[^a-z0-9£]+/)
    .filter((word) => word !== '');
  return { words, text };
}

/** Every role that a heading may have, the best rule of each. */
export function matchHeading(heading: string): HeadingMatch[] {
  const { words, text } = headingWords(heading);
  if (words.length === 0 || words.length > 12) return [];
  const held = new Set(words);
  const phrase = words.filter((word) => word !== '£').join(' ');
  const wholePhrase = words.join(' ');
  return headingRules().roles.flatMap(({ role, never, rules }): HeadingMatch[] => {
    const phraseHeld = ({ phrases = [] }: HeadingRule) =>
      phrases.includes(phrase) || phrases.includes(wholePhrase);
    const kept = text ? never.filter((word) => word !== 'id' && word !== 'code') : never;
    const barred = kept.some((word) => held.has(word));
    const rule = rules
      .filter((one) =>
        one.phrases
          ? phraseHeld(one)
          : !barred &&
            (one.all ?? []).every((group) => group.some((word) => held.has(word))) &&
            !(one.not ?? []).some((word) => held.has(word)),
      )
      .sort((a, b) => b.score - a.score)[0];
    if (!rule) return [];
    return [
      {
        role,
        // Of a code and its text, the text.
        score: rule.score + (text ? 4 : 0),
        ...(rule.basis === undefined ? {} : { basis: rule.basis }),
        ...(rule.means === undefined ? {} : { means: rule.means }),
      },
    ];
  });
}
