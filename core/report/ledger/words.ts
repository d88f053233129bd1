import type { Placing } from '../../area/placing.ts';
import type { MergeReason } from '../../ledger/merge-suppliers.ts';

export const placingWords: Readonly<Record<Placing, string>> = {
  local: 'Local',
  notLocal: 'Not local',
  cannotTell: 'Cannot tell',
};

/** Why two spellings were counted as one supplier. */
export const mergeReasonWords: Readonly<Record<MergeReason, string>> = {
  companyNumber: 'the same company number',
  capitals: 'the same but for capitals and spaces',
  punctuation: 'the same but for punctuation, "and" or "the"',
  legalForm: 'the same legal form written otherwise',
  formLeftOff: 'the same with the legal form left off',
  tradingName: 'the same with the trading name left off',
  confirmed: 'you said they are one',
};

export const surenessWords = {
  high: 'sure',
  moderate: 'fairly sure',
  low: 'a guess',
  said: 'as you said',
} as const;
