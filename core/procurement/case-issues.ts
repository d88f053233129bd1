import { formatDate } from '../units/calendar.ts';
import { formatCount } from '../units/format.ts';
import type { Issue } from '../workbook/issue.ts';
import type { RouteCase } from './case.ts';
import { readCpv } from './cpv.ts';
import { cpvList } from './data.ts';
import { thresholdsHeldUntil } from './thresholds.ts';

/** The first day of the Public Contracts Regulations 2015: no earlier law is held. */
const heldFrom = '2015-02-26';
/** Nobody plans a purchase a lifetime ahead: a later year is a slip of the keyboard. */
const yearsAhead = 20;

/** What is wrong with a case, or says two things at once. */
export function caseIssues(routeCase: RouteCase, today: string): Issue[] {
  return [
    ...dateIssues(routeCase, today),
    ...valueIssues(routeCase),
    ...serviceIssues(routeCase),
    ...contradictions(routeCase),
  ];
}

function issue(
  severity: Issue['severity'],
  path: string,
  found: string,
  expected: string,
  mend: string,
): Issue {
  return { severity, where: { path }, found, expected, mend };
}

function dateIssues({ startDate, decisionDate }: RouteCase, today: string): Issue[] {
  const issues: Issue[] = [];
  const latest = `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4)}`;
  if (startDate < heldFrom || startDate > latest) {
    issues.push(
      issue(
        'error',
        'startDate',
        formatDate(startDate),
        `a date from ${formatDate(heldFrom)}, when the first law that is held began, to ${formatDate(latest)}`,
        'Correct the date of the first notice or approach.',
      ),
    );
  } else if (startDate > thresholdsHeldUntil) {
    issues.push(
      issue(
        'warning',
        'startDate',
        formatDate(startDate),
        `a date up to ${formatDate(thresholdsHeldUntil)}, the last day with known thresholds`,
        'The thresholds of 2026 and 2027 were used in their place. New ones are expected on 1 January 2028: check them before you decide.',
      ),
    );
  }
  if (decisionDate && decisionDate > startDate) {
    issues.push(
      issue(
        'warning',
        'decisionDate',
        `${formatDate(decisionDate)}, after the first notice or approach on ${formatDate(startDate)}`,
        'a decision to limit by place before anyone is invited (SI 2026/94 art 3(3))',
        'A limit by place is closed for this purchase. Decide first, then invite again.',
      ),
    );
  }
  return issues;
}

function valueIssues({ value, vatBasis, linkedValues, linkedReason }: RouteCase): Issue[] {
  const issues: Issue[] = [];
  if (vatBasis === undefined && (typeof value === 'number' || linkedValues.length > 0)) {
    issues.push(
      issue(
        'warning',
        'value',
        'an amount without its VAT basis',
        '"vatBasis": "incl", "excl" or "none"',
        'It was read as including VAT, as the question asks. Thresholds include VAT since 1 January 2022.',
      ),
    );
  }
  if (linkedValues.length > 0) {
    const count = formatCount(linkedValues.length);
    issues.push(
      issue(
        'warning',
        'linkedValues',
        `${count} linked ${linkedValues.length === 1 ? 'need' : 'needs'}${linkedReason ? ', with a reason to keep them apart' : ''}`,
        'one value for all that could reasonably be supplied under one contract',
        linkedReason
          ? 'They were added all the same: whether the reason is good enough is for your legal adviser. Keep it in the record.'
          : 'Their values were added. Splitting a need to stay below a threshold is barred.',
      ),
    );
  }
  return issues;
}

function serviceIssues({ cpv, service, instrument }: RouteCase): Issue[] {
  if (!cpv || instrument === 'grant' || instrument === 'land') return [];
  const { lightTouch, health, family, name } = readCpv(cpv);
  const saysServices = service !== 'goods' && service !== 'works' && service !== 'unknown';
  const clash = (expected: string): Issue =>
    issue(
      'warning',
      'cpv',
      `"${cpv}" with "service": "${service}"`,
      expected,
      'The code was followed, because the list in the regulations decides. Correct one of the two.',
    );
  if (family !== 'services') {
    return service === family || service === 'unknown'
      ? []
      : [clash(`a service of "${family}" for this code`)];
  }
  if (service === 'goods' || service === 'works')
    return [clash('a service, by the first digits of the code')];
  if (lightTouch === true && service === 'other_services') {
    return [clash(`a light touch service: Schedule 1 lists the code (${name ?? ''})`)];
  }
  if (health === true && service === 'light_touch') {
    return [
      issue(
        'warning',
        'cpv',
        `"${cpv}" with "service": "light_touch"`,
        '"psr_health" if health care is delivered to individuals: the health regime lists this code',
        'The answer "light_touch" was followed. Check which it is: the Procurement Act 2023 does not apply to regulated health procurement.',
      ),
    ];
  }
  if (lightTouch === undefined && saysServices) {
    return [
      issue(
        'warning',
        'cpv',
        `"${cpv}", which is not among the listed codes that are held`,
        'a code that can be looked up',
        `${cpvList().note} Your answer "${service}" was followed.`,
      ),
    ];
  }
  return [];
}

function contradictions(routeCase: RouteCase): Issue[] {
  const { market, localCount, special, design, service, nation, buyer, local, termYears, target } = routeCase;
  const issues: Issue[] = [];
  const say = (path: string, found: string, expected: string, mend: string): void => {
    issues.push(issue('warning', path, found, expected, mend));
  };
  if (market === 'one_capable' && typeof localCount === 'number' && localCount > 1) {
    say(
      'market',
      `"one_capable" with ${formatCount(localCount)} capable local providers`,
      'answers that fit together',
      'The routes for a single provider were taken as not proven. Correct one of the two.',
    );
  }
  for (const [path, given] of [
    ['special', special],
    ['design', design],
  ] as const) {
    const alone = path === 'special' ? 'none' : 'standard';
    if (
      given.length > 1 &&
      given.some((value) => value === alone || value === 'none' || value === 'unknown')
    ) {
      say(
        path,
        given.map((value) => `"${value}"`).join(' with '),
        `"${alone}" by itself`,
        'The other answers were followed.',
      );
    }
  }
  if (special.includes('patient_choice') && service !== 'psr_health' && service !== 'unknown') {
    say('special', `"patient_choice" with "service": "${service}"`, 'health care', 'It was left aside.');
  }
  if (buyer === 'parish_council' && (nation === 'scotland' || nation === 'ni')) {
    say(
      'buyer',
      `"parish_council" in ${nation === 'ni' ? 'Northern Ireland' : 'Scotland'}`,
      'a kind of buyer that exists there',
      'Check nation and buyer.',
    );
  }
  if (local === 'none' && routeCase.decisionDate) {
    say(
      'decisionDate',
      'a decision to limit by place with "local": "none"',
      'answers that fit together',
      'No limit by place was assumed.',
    );
  }
  if (target === 'employee_mutual' && termYears && termYears > 5) {
    say(
      'termYears',
      `${formatCount(termYears)} years`,
      'at most 5 years for a contract reserved to a mutual (PA 2023 s.33(1)(b))',
      'The reservation to mutuals is closed at this term.',
    );
  }
  return issues;
}
