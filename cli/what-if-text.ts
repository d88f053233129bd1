import {
  formatCount,
  formatGbp,
  formatShare,
  type Leak,
  type Leaks,
  signedGbp,
  signedRatio,
  type WhatIf,
} from '../core/index.ts';
import { columns } from './output.ts';
import { basisLine, sideBySide } from './side-by-side.ts';

/** The what-if as text: what changes, before and after, what each change does, what it rests on. */
export function whatIfText({ before, after, difference, effects, assumptions, sentences }: WhatIf): string {
  return [
    [`${before.period ?? 'Period not stated'}: ${basisLine(before)}`, ...sentences].join('\n'),
    sideBySide([
      { heading: 'Before', result: before },
      { heading: 'After', result: after },
    ]),
    [
      'Change',
      columns([
        ['  Round 2', signedGbp(difference.round2)],
        ['  Round 3', signedGbp(difference.round3)],
        ['  LM2', signedRatio(difference.lm2)],
        ['  LM3', signedRatio(difference.lm3)],
      ]),
    ].join('\n'),
    columns([
      ['What does it', 'Moved', 'Gain of a pound', 'LM3'],
      ...effects.map(({ words, moved, gainPerPound, addsToLm3 }) => [
        `  ${words}`,
        moved === null ? '' : formatGbp(moved),
        gainPerPound === null ? '' : formatGbp(gainPerPound),
        signedRatio(addsToLm3),
      ]),
    ]),
    ['What this rests on', ...assumptions.map(({ text, effect }) => `  - ${text} ${effect}`)].join('\n'),
  ].join('\n\n');
}

/** Leaks as text: suppliers and categories by pounds leaving, moves by what they would add, market gaps. */
export function leaksText(found: Leaks): string {
  const { suppliers, moves, categories, gaps, sentences } = found;
  return [
    sentences.join('\n'),
    table('Suppliers through which most leaves', suppliers),
    table('Suppliers that would add most to LM3 with the average local supplier', moves),
    table('Categories through which most leaves', categories),
    gapsText(gaps),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function table(heading: string, leaks: readonly Leak[]): string {
  if (leaks.length === 0) return '';
  return columns([
    [heading, 'Spend', 'Local', 'Leaves in round 2', 'Leaves in round 3', 'Moving adds to LM3'],
    ...leaks.map(({ name, spend, localSpend, leaving, movingAddsToLm3, answered }) => [
      `  ${name}${answered ? '' : ' (not all answered)'}`,
      formatGbp(spend),
      formatShare(localSpend / spend),
      formatGbp(leaving.round2),
      formatGbp(leaving.round3),
      movingAddsToLm3 === null ? '' : signedRatio(movingAddsToLm3),
    ]),
  ]);
}

function gapsText(gaps: readonly Leak[]): string {
  if (gaps.length === 0) return '';
  return columns([
    ['Categories without any local supplier', 'Spend', 'Suppliers'],
    ...gaps.map(({ name, spend, suppliers }) => [`  ${name}`, formatGbp(spend), formatCount(suppliers)]),
  ]);
}
