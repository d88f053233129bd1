import { formatCount, formatShare } from '../../units/format.ts';
import type { Issue } from '../../workbook/issue.ts';
import type { Lm3Project } from '../project.ts';
import {
  areaKindWords,
  leaveOutWords,
  meanWords,
  methodWords,
  nonResponseWords,
  supplierPlaceWords,
  taxModeWords,
  vatWords,
} from '../setting-words.ts';
import { periodLabel } from './period-facts.ts';

/** A choice that two periods of one comparison should share. */
interface Choice {
  readonly path: string;
  readonly called: string;
  /** The choice in words; undefined where it was not stated, which differs from nothing. */
  readonly read: (project: Lm3Project) => string | undefined;
  readonly severity: Issue['severity'];
  readonly mend: string;
}

const asItWas = 'Read the change with care, or enter both periods with one choice.';

const choices: readonly Choice[] = [
  {
    path: 'method',
    called: 'method',
    read: ({ method }) => methodWords[method],
    severity: 'error',
    mend: 'Compute all periods by one method: only the method has to be changed, the same answers serve both.',
  },
  {
    path: 'settings.taxMode',
    called: 'setting for tax and National Insurance',
    read: ({ settings }) => taxModeWords[settings.taxMode],
    severity: 'error',
    mend: 'Choose one setting for all periods. Where it needs tax that was not entered, enter the tax of both groups of staff.',
  },
  {
    path: 'areaKind',
    called: 'kind of area',
    read: ({ areaKind }) => areaKind && areaKindWords[areaKind],
    severity: 'error',
    mend: 'Compute all periods for one area: LM3s of unlike areas cannot be compared, as larger areas hold more money.',
  },
  {
    path: 'radiusKm',
    called: 'radius',
    read: ({ radiusKm }) => (radiusKm === undefined ? undefined : `${radiusKm} km`),
    severity: 'error',
    mend: 'Compute all periods for one radius: LM3s of unlike areas cannot be compared, as larger areas hold more money.',
  },
  {
    path: 'area',
    called: 'area',
    read: ({ area }) => area,
    severity: 'warning',
    mend: 'If it is one area under two names, use one name. If it is another area, the change says nothing about the organisation.',
  },
  {
    path: 'name',
    called: 'name',
    read: ({ name }) => name,
    severity: 'warning',
    mend: 'Periods are compared for one organisation or contract. Check that it is one.',
  },
  {
    path: 'scope',
    called: 'scope',
    read: ({ scope }) => scope,
    severity: 'warning',
    mend: 'A contract and a whole organisation differ in what they buy. Compare like with like.',
  },
  {
    path: 'settings.vat',
    called: 'VAT basis',
    read: ({ settings }) => vatWords[settings.vat],
    severity: 'warning',
    mend: 'With VAT suppliers weigh up to a sixth more. Enter all periods on one basis.',
  },
  {
    path: 'settings.supplierPlace',
    called: 'rule for what makes a supplier local',
    read: ({ settings }) => supplierPlaceWords[settings.supplierPlace],
    severity: 'warning',
    mend: asItWas,
  },
  {
    path: 'settings.meanOfAnswers',
    called: 'mean of answers',
    read: ({ settings }) => meanWords[settings.meanOfAnswers],
    severity: 'warning',
    mend: asItWas,
  },
  {
    path: 'settings.leaveOut',
    called: 'list of payments left out',
    read: ({ settings }) =>
      [...settings.leaveOut]
        .sort()
        .map((kind) => leaveOutWords[kind].toLowerCase())
        .join(', ') || 'none',
    severity: 'warning',
    mend: 'Leave the same kinds of payment out of all periods.',
  },
  {
    path: 'settings.largestChased',
    called: 'number of largest suppliers chased',
    read: ({ settings }) => formatCount(settings.largestChased),
    severity: 'warning',
    mend: asItWas,
  },
  {
    path: 'settings.categoryStrata',
    called: 'setting for strata by category',
    read: ({ settings }) => (settings.categoryStrata ? 'yes' : 'no'),
    severity: 'warning',
    mend: asItWas,
  },
  {
    path: 'nonResponse',
    called: 'way to count suppliers that do not answer',
    read: ({ nonResponse }) => nonResponseWords[nonResponse],
    severity: 'warning',
    mend: 'Count silent suppliers in one way in all periods, or the change is partly that choice.',
  },
  {
    path: 'proxies.localStaff',
    called: 're-spend share of local staff',
    read: ({ proxies }) => formatShare(proxies.localStaff),
    severity: 'warning',
    mend: 'Use one share, unless a survey found that it changed.',
  },
  {
    path: 'proxies.nonLocalStaff',
    called: 're-spend share of non-local staff',
    read: ({ proxies }) => formatShare(proxies.nonLocalStaff),
    severity: 'warning',
    mend: 'Use one share, unless a survey found that it changed.',
  },
  {
    path: 'staffSurvey',
    called: 'way to find what staff re-spend',
    read: ({ staffSurvey }) => (staffSurvey.length > 0 ? 'by a staff survey' : 'by proxies'),
    severity: 'warning',
    mend: 'Part of the change is the step from one to the other.',
  },
  {
    path: 'income',
    called: 'base of round 1',
    read: ({ income }) => (income === undefined ? 'the spending' : 'the income'),
    severity: 'warning',
    mend: 'Enter the income in all periods or in none: a surplus counts as not local.',
  },
  {
    path: 'population',
    called: 'population',
    read: ({ population }) => (population === undefined ? undefined : formatCount(population)),
    severity: 'warning',
    mend: 'If only the count is newer, nothing is wrong. If the boundary moved, the areas are not the same.',
  },
];

/** Every choice in which periods differ: an error where they must never be mixed, else a warning. */
export function periodDifferences(projects: readonly Lm3Project[]): Issue[] {
  const issues: Issue[] = choices.flatMap(({ path, called, read, severity, mend }) => {
    const stated = projects.flatMap((project, index) => {
      const words = read(project);
      return words === undefined ? [] : [{ words, label: periodLabel(project, index) }];
    });
    if (new Set(stated.map(({ words }) => words)).size < 2) return [];
    return [
      {
        severity,
        where: { path },
        found: stated.map(({ words, label }) => `“${words}” in ${label}`).join(' and '),
        expected: `one ${called} for all periods`,
        mend,
      },
    ];
  });
  return [...issues, ...repeatedPeriods(projects)];
}

function repeatedPeriods(projects: readonly Lm3Project[]): Issue[] {
  const labels = projects.flatMap(({ period }) => (period === undefined ? [] : [period]));
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twice === undefined) return [];
  return [
    {
      severity: 'warning',
      where: { path: 'period' },
      found: `the period ${twice} twice`,
      expected: 'each period once',
      mend: 'Check that the files are of different periods.',
    },
  ];
}
