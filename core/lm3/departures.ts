import { formatCount, formatShare } from '../units/format.ts';
import { defaultProxies, type Lm3Project } from './project.ts';
import {
  leaveOutWords,
  meanWords,
  methodWords,
  nonResponseWords,
  supplierPlaceWords,
  taxModeWords,
  vatWords,
} from './setting-words.ts';
import { type PaymentKind, standardSettings } from './settings.ts';

/** A setting that is not the standard one: what was used, and what the standard is. */
export interface Departure {
  readonly setting: string;
  readonly used: string;
  readonly standard: string;
}

/** Every choice of the project that differs from the standard, for the face of the result. */
export function departuresOf(project: Lm3Project): Departure[] {
  const { settings, proxies } = project;
  const choice = <Value extends string>(
    setting: string,
    words: Readonly<Record<Value, string>>,
    used: Value,
    standard: Value,
  ): Departure[] => (used === standard ? [] : [{ setting, used: words[used], standard: words[standard] }]);
  return [
    ...choice('Method', methodWords, project.method, 'allRecipients'),
    ...choice('Suppliers that do not answer', nonResponseWords, project.nonResponse, 'extrapolate'),
    ...choice('Tax and National Insurance', taxModeWords, settings.taxMode, standardSettings.taxMode),
    ...choice('VAT', vatWords, settings.vat, standardSettings.vat),
    ...choice(
      'A supplier is local by',
      supplierPlaceWords,
      settings.supplierPlace,
      standardSettings.supplierPlace,
    ),
    ...choice('Mean of answers', meanWords, settings.meanOfAnswers, standardSettings.meanOfAnswers),
    ...(['localStaff', 'nonLocalStaff'] as const)
      .filter((group) => proxies[group] !== defaultProxies[group])
      .map((group) => ({
        setting: `Re-spend share of ${group === 'localStaff' ? 'local' : 'non-local'} staff`,
        used: formatShare(proxies[group]),
        standard: formatShare(defaultProxies[group]),
      })),
    ...(settings.largestChased > 0
      ? [
          {
            setting: 'Largest suppliers chased',
            used: `the largest ${formatCount(settings.largestChased)} form strata of their own`,
            standard: 'none',
          },
        ]
      : []),
    ...(settings.categoryStrata
      ? []
      : [{ setting: 'Strata by category', used: 'no', standard: 'yes, where categories are given' }]),
    ...(sameKinds(settings.leaveOut, standardSettings.leaveOut)
      ? []
      : [
          {
            setting: 'Left out',
            used: kindsInWords(settings.leaveOut),
            standard: kindsInWords(standardSettings.leaveOut),
          },
        ]),
  ];
}

const sameKinds = (a: readonly PaymentKind[], b: readonly PaymentKind[]): boolean =>
  a.length === b.length && a.every((kind) => b.includes(kind));

const kindsInWords = (kinds: readonly PaymentKind[]): string =>
  kinds.length === 0 ? 'nothing' : kinds.map((kind) => leaveOutWords[kind].toLowerCase()).join(', ');
