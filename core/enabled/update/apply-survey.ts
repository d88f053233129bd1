import type { Issue } from '../../workbook/issue.ts';
import type { DivisionRow, GvaByDivision, GvaBySection, SectionRow } from '../reference.ts';
import { fault, remark } from './downloaded.ts';
import { implausible } from './plausible.ts';
import type { BusinessSurvey, SurveyFigures } from './read-business-survey.ts';

/** The tables as they are, and how far figures may move. */
export interface Current {
  readonly sections: GvaBySection;
  readonly divisions: GvaByDivision;
  /** The year in which the update is made. */
  readonly thisYear: number;
  readonly allowLarge: boolean;
}

const source = 'update-abs';
/** The last year before the pandemic: what the newest year is compared with for as long as it is published. */
const comparedWith = 2019;

/**
 * Ratios of approximate GVA to turnover from a newer Annual Business Survey: every section that the
 * survey covers, and each division it tells.
 */
export function applySurvey(
  survey: BusinessSurvey,
  current: Current,
  readOn: string,
): { sections: GvaBySection; divisions: GvaByDivision; year: number; issues: Issue[] } {
  const year = Math.max(0, ...[...survey.figures.values()].flatMap((years) => [...years.keys()]));
  const issues = yearIssues(survey.file, year, Number(current.sections.rows[0]?.turnover_year), current);
  const named = { id: source, ...sourceOf(survey.file, year, readOn) };
  const covered = current.sections.rows.filter((row) => row.gva_to_turnover_ratio !== null);
  const sections = covered.map((row): SectionRow => {
    const figures = survey.figures.get(row.section)?.get(year);
    const ratio = figures && ratioOf(figures);
    if (figures === undefined || ratio === undefined) {
      issues.push(missing(survey.file, row.section, year, figures));
      return row;
    }
    issues.push(...changeIssues(survey.file, `section ${row.section}`, row, ratio, current.allowLarge));
    return {
      ...row,
      ...ratioFields(survey, row.section, year, ratio, row),
      ...amounts(figures),
      source: cite(row.source),
    };
  });
  const divisions = current.divisions.rows.map((row): DivisionRow => {
    const figures = survey.figures.get(row.division)?.get(year);
    if (figures === undefined) return row;
    const ratio = ratioOf(figures);
    if (ratio !== undefined && row.gva_to_turnover_ratio !== null) {
      const place = `division ${row.division}`;
      issues.push(...changeIssues(survey.file, place, row, ratio, true));
    }
    return {
      ...row,
      ...ratioFields(survey, row.division, year, ratio, row),
      ...amounts(figures),
      enterprises: figures.enterprises,
      source,
      date: String(year),
      note: ratio === undefined ? 'suppressed in the source, or no ratio between 0 and 1' : '',
      verified: true,
    };
  });
  const changed = new Map(sections.map((row) => [row.section, row]));
  return {
    sections: withSource(
      { ...current.sections, rows: current.sections.rows.map((row) => changed.get(row.section) ?? row) },
      named,
    ),
    divisions: withSource({ ...current.divisions, rows: divisions }, named),
    year,
    issues,
  };
}

function sourceOf(file: string, year: number, readOn: string) {
  return {
    title: `ONS Annual Business Survey ${year}, your own copy`,
    place: `${file}, turnover and approximate GVA; read on ${readOn}`,
    date: String(year),
    licence: 'Open Government Licence v3.0',
  };
}

const four = (ratio: number): number => Math.round(ratio * 1e4) / 1e4;

/** Approximate GVA / turnover; none where either is missing or the quotient is no share. */
function ratioOf({ turnover, agva }: SurveyFigures): number | undefined {
  if (turnover === null || agva === null || turnover <= 0) return undefined;
  const ratio = four(agva / turnover);
  return ratio > 0 && ratio <= 1 ? ratio : undefined;
}

function ratioFields(
  survey: BusinessSurvey,
  code: string,
  year: number,
  ratio: number | undefined,
  before: SectionRow | DivisionRow,
) {
  const earlier = survey.figures.get(code)?.get(comparedWith);
  const earlierRatio = earlier && ratioOf(earlier);
  return {
    gva_to_turnover_ratio: ratio ?? null,
    turnover_year: String(year),
    gva_to_turnover_earlier: earlierRatio ?? before.gva_to_turnover_earlier,
    earlier_year: earlierRatio === undefined ? before.earlier_year : String(comparedWith),
  };
}

const amounts = ({ turnover, agva }: SurveyFigures) => ({
  turnover_gbp_m: turnover === null ? null : Math.round(turnover),
  agva_gbp_m: agva === null || agva < 0 ? null : Math.round(agva),
});

const isSurvey = (id: string): boolean => /(^|-)abs$/.test(id);

const cite = (ids: readonly string[]): string[] => ids.map((id) => (isSurvey(id) ? source : id));

/** The table with a source added, and those that no row cites any more taken out. */
export function withSource<
  Table extends {
    readonly sources: readonly { readonly id: string }[];
    readonly rows: readonly { readonly source: string | readonly string[] }[];
  },
>(table: Table, added: Table['sources'][number]): Table {
  const cited = new Set(table.rows.flatMap(({ source: ids }) => ids));
  const sources = [...table.sources.filter(({ id }) => id !== added.id), added];
  return { ...table, sources: sources.filter(({ id }) => cited.has(id)) };
}

function changeIssues(
  file: string,
  place: string,
  row: SectionRow | DivisionRow,
  ratio: number,
  allowLarge: boolean,
): Issue[] {
  const before = row.gva_to_turnover_ratio;
  return before === null
    ? []
    : implausible({ file }, `GVA / turnover of ${place}`, before, ratio, allowLarge);
}

/** A table that is no newer than the one in use, or of a year that has not been. */
export function yearIssues(file: string, year: number, inUse: number, { thisYear }: Current): Issue[] {
  const found = year === 0 ? 'no year' : `figures of ${year}`;
  if (year > inUse && year <= thisYear) return [];
  if (year === inUse) {
    const mend = 'The figures are taken as a revision of the same year.';
    return [remark({ file }, found, `figures later than ${inUse}, the year in use`, mend)];
  }
  return [fault({ file }, found, `a year from ${inUse} to ${thisYear}`, 'Download the newest release.')];
}

function missing(file: string, section: string, year: number, figures: SurveyFigures | undefined): Issue {
  const found = figures
    ? `turnover ${figures.turnover ?? 'suppressed'} and GVA ${figures.agva ?? 'suppressed'}`
    : 'no row';
  return fault(
    { file },
    `${found} for section ${section} in ${year}`,
    'turnover and approximate GVA of every section that the survey covers, GVA below turnover',
    'Use the whole workbook "Sections A to S".',
  );
}
