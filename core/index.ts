/** Everything that a face of Local Pound may use, grouped by what it is about. */

export { type Answer, type AnswerPassage, answerQuestion, maxAnswerLength } from './answers/answer.ts';
export {
  findIndicators,
  type IndicatorQuery,
  type IndicatorSearch,
} from './answers/indicators/find-indicators.ts';
export { type FoundIndicator, shownIndicator } from './answers/indicators/found-indicator.ts';
export { suggestIndicators } from './answers/indicators/suggest-indicators.ts';
export { type BorderingPlaces, borderingPlaces, bordersNote, type CountyLike } from './area/bordering.ts';
export { type BoundariesFile, boundaryCorner, boundaryStep, ringsOf } from './area/boundaries.ts';
export { type Circle, inCircle, rowsInCircle } from './area/circle.ts';
export {
  type DeprivationReach,
  deprivationData,
  deprivationOf,
  deprivationReach,
} from './area/deprivation.ts';
export type { DeprivationFile, DistrictDeprivation } from './area/deprivation-schema.ts';
export {
  type DistrictGroup,
  districtGroups,
  type GroupKind,
  groupNamed,
  groupsOf,
  groupWords,
} from './area/district-groups.ts';
export { type District, type DistrictsFile, districtsFileSchema } from './area/district-schema.ts';
export {
  districtByCode,
  districtData,
  districtName,
  districtsNamed,
  type FoundDistrict,
} from './area/districts.ts';
export { distanceKm, type LatLon } from './area/lat-lon.ts';
export { type LocalArea, type LocalAreaInput, parseLocalArea } from './area/local-area.ts';
export { lookUpPlace, type PlaceFound } from './area/look-up.ts';
export { fromNationalGrid } from './area/national-grid.ts';
export { type OutwardShares, outwardShares } from './area/outward-share.ts';
export { type PackedPostcodes, PostcodePacker, type PostcodeRecord } from './area/pack-postcodes.ts';
export { placeKey } from './area/place-key.ts';
export { type Placer, placePostcode, placerFor } from './area/place-postcode.ts';
export type { Placed, Placing } from './area/placing.ts';
export { findPoint, type Point } from './area/point.ts';
export { type PostcodeReading, readPostcode } from './area/postcode.ts';
export type { PostcodeFileAbout } from './area/postcode-file.ts';
export { type OutwardRows, PostcodeIndex, readPostcodeIndex } from './area/postcode-index.ts';
export { ringText } from './area/ring-text.ts';
export { type PlaceHit, searchPlaces } from './area/search-places.ts';
export {
  comparePostcodes,
  implausiblePostcodes,
  type PostcodeChanges,
} from './area/update/compare-postcodes.ts';
export { isDirectoryRow } from './area/update/directory-columns.ts';
export { type DirectoryCounts, PostcodeDirectory } from './area/update/postcode-directory.ts';
export type {
  ActivityChoices,
  SicChoice,
  SuggestedDensity,
  UseClassQuestion,
} from './enabled/choose/choices.ts';
export { chooseActivity } from './enabled/choose/choose-activity.ts';
export { type CodeSuggestion, suggestCodes } from './enabled/choose/suggest-codes.ts';
export {
  type ChangeKind,
  type ComparedFigure,
  type ComparedTenant,
  compareEnabled,
  type EnabledComparison,
} from './enabled/compare.ts';
export { dataToAsk, type ToAsk } from './enabled/data-to-ask.ts';
export { computeEnabled, type EnabledOptions } from './enabled/enabled-contribution.ts';
export { confidenceWords, tenantMethodWords } from './enabled/method-words.ts';
export {
  type Anchor,
  type AreaBasis,
  type EnabledProject,
  type EnabledProjectInput,
  parseEnabledProject,
  type Tenant,
} from './enabled/project.ts';
export { readTenantsWorkbook } from './enabled/read-workbook.ts';
export {
  type EnabledReference,
  enabledReference,
  type GvaByDivision,
  type GvaBySection,
  gvaByDivisionSchema,
  gvaBySectionSchema,
  shippedReference,
} from './enabled/reference.ts';
export type {
  AnchorResult,
  AuthorityResult,
  Confidence,
  EnabledResult,
  EnabledSum,
  FteEstimate,
  FteMethod,
  GvaEstimate,
  GvaMethod,
  Scope,
  TenantResult,
} from './enabled/result.ts';
export { type SicEntry, type SicLevel, sicEntries, sicOf, sicSource } from './enabled/sic.ts';
export { type EnabledSummary, enabledSummary } from './enabled/summary.ts';
export { addAnswers, readTenantForm, type TenantAnswer } from './enabled/tenant-form.ts';
export type { DownloadedFile } from './enabled/update/downloaded.ts';
export {
  describeUpdate,
  parseReferenceUpdate,
  type ReferenceUpdate,
  updatedReference,
} from './enabled/update/reference-update.ts';
export {
  type ReferenceChange,
  type UpdateOptions,
  updateReference,
} from './enabled/update/update-reference.ts';
export {
  type Assumption,
  type Explained,
  everyNode,
  type Operation,
  recompute,
  type Source,
} from './explain/explained.ts';
export { type WorkingsLine, workingsLines } from './explain/workings.ts';
export {
  type Assessment,
  type AssessmentInput,
  parseAssessment,
  stageWords,
} from './framework/assessment/assessment.ts';
export { type AssessmentComparison, compareAssessments } from './framework/assessment/compare-assessments.ts';
export { readAssessmentWorkbook } from './framework/assessment/read-workbook.ts';
export { characteristics, principles } from './framework/framework.ts';
export { type ImpactPlan, type ImpactPlanInput, parseImpactPlan } from './framework/impact/plan.ts';
export { readImpactWorkbook } from './framework/impact/read-workbook.ts';
export { type ImpactSummary, impactSummary, type PlannedResult } from './framework/impact/summary.ts';
export { tenSteps } from './framework/impact/ten-steps.ts';
export type { DataAtHand, MeasureKind } from './framework/indicator-schema.ts';
export {
  dataAtHand,
  type Indicator,
  indicatorById,
  indicatorName,
  indicators,
} from './framework/indicators.ts';
export type { Activity, Characteristic, Principle } from './framework/schema.ts';
export {
  parseSocialValueAnswers,
  type SocialValueCheck,
  socialValueCheck,
} from './framework/social-value/check.ts';
export { type SocialValueQuestionId, socialValueTypes } from './framework/social-value/types.ts';
export { type ColumnMapping, columnMappingSchema } from './ledger/column-mapping.ts';
export {
  type ColumnRole,
  columnRoles,
  noColumn,
  roleWords,
} from './ledger/column-role.ts';
export { foundText, linePence, lineText } from './ledger/line-cells.ts';
export type { LineFault, LineGroup, LinePlan, LineTotals, TotalRow } from './ledger/line-group.ts';
export { lineMonth } from './ledger/line-month.ts';
export { LineTally, listedRows } from './ledger/line-tally.ts';
export { type LocalList, readLocalList } from './ledger/local-list.ts';
export {
  type MergeChoices,
  mergeColumns,
  mergeSheets,
  noChoices,
  readMergeChoices,
} from './ledger/merge-choices.ts';
export {
  type LikelySame,
  type Merge,
  type MergeReason,
  mergeSuppliers,
  type Payee,
} from './ledger/merge-suppliers.ts';
export { netOfPair } from './ledger/net-of-pair.ts';
export { type KindOfLine, kindOfName, kindsOfLine, type SeenKind } from './ledger/payment-kinds.ts';
export type { PlacingSources } from './ledger/placer.ts';
export { type PostcodeList, readPostcodeList } from './ledger/postcode-list.ts';
export { recogniseLedger } from './ledger/recognise.ts';
export type { RecognisedColumn, Recognition } from './ledger/recognition.ts';
export { type ShownColumn, shownColumns, unknownColumns, unsureColumns } from './ledger/shown-columns.ts';
export type {
  Concentration,
  KindSum,
  Spend,
  SpendSource,
  SpendSum,
  SpendSupplier,
  SupplierPlace,
  TypeSum,
} from './ledger/spend.ts';
export { spendByDistrict, spendDeprivation } from './ledger/spend-by-district.ts';
export { type SpendPart, SpendTally } from './ledger/spend-tally.ts';
export { supplierName } from './ledger/supplier-name.ts';
export { type SupplierType, supplierTypeWords } from './ledger/supplier-type.ts';
export { isTotalRow, type Naming, namingOf, saysTotal } from './ledger/total-row.ts';
export type { Caveat } from './lm3/caveats.ts';
export { type Chased, type ChaseInput, type ChaseList, chaseList, chasePrepared } from './lm3/chase-list.ts';
export { type ColumnsProject, type Lm3Columns, projectOfColumns } from './lm3/columns-project.ts';
export {
  type AreaColumn,
  type AreaComparison,
  compareAreas,
  rankAreas,
} from './lm3/compare/compare-areas.ts';
export {
  type ChangePart,
  comparePeriods,
  type PeriodChange,
  type PeriodComparison,
} from './lm3/compare/compare-periods.ts';
export type { SupplierMove, SupplierMoves } from './lm3/compare/supplier-moves.ts';
export type { Departure } from './lm3/departures.ts';
export { fewestAnswersForInterval, predictionSpread } from './lm3/interval.ts';
export { ledgerProject, ledgerSuppliers } from './lm3/ledger-project.ts';
export { computeLm3, computePrepared, type PreparedLm3, prepareLm3 } from './lm3/lm3.ts';
export { type PlanOptionsInput, parsePlanOptions } from './lm3/plan/options.ts';
export { planPrepared, surveyPlan } from './lm3/plan/plan.ts';
export { seededNumbers } from './lm3/plan/seeded-numbers.ts';
export type {
  ChaseStep,
  DrawnSupplier,
  PlanStart,
  Reach,
  SurveyDesign,
  SurveyPlan,
} from './lm3/plan/survey-plan.ts';
export {
  defaultProxies,
  type Lm3Project,
  type Lm3ProjectInput,
  parseLm3Project,
  type Supplier,
} from './lm3/project.ts';
export { type Rating, type RatingPart, ratingLimits } from './lm3/rating.ts';
export { readSupplierContacts, type SupplierContact } from './lm3/read-contacts.ts';
export { readLm3Workbook } from './lm3/read-workbook.ts';
export type { Interval, Lm3Context, Lm3Result } from './lm3/result.ts';
export { leaveOutWords } from './lm3/setting-words.ts';
export { type Settings, standardSettings } from './lm3/settings.ts';
export { signedGbp, signedRatio } from './lm3/signed.ts';
export { type SilentFactor, type TippingPoint, tippingPoint } from './lm3/silent-factor.ts';
export { type Stratum, type SupplierTally, tallySuppliers } from './lm3/strata.ts';
export { studentTQuantile } from './lm3/student-t.ts';
export { isLowerBound, type Lm3Summary, lm3Summary, methodName } from './lm3/summary.ts';
export { parseWhatIfChanges, type WhatIfChange } from './lm3/what-if/changes.ts';
export type { ChangeEffect } from './lm3/what-if/effects.ts';
export { type Leak, type Leaks, leaks } from './lm3/what-if/leaks.ts';
export type { RoutePointer } from './lm3/what-if/route-pointer.ts';
export { type WhatIf, whatIf } from './lm3/what-if/what-if.ts';
export { type Advice, type Change, disclaimer, type Remark, type RouteAdvice } from './procurement/advice.ts';
export {
  type AdviceSection,
  adviceSections,
  standingWords,
  testedSentences,
} from './procurement/advice-text.ts';
export { type AdviseOptions, adviseRoutes } from './procurement/advise.ts';
export { parseRouteCase, type RouteCase, type RouteCaseInput } from './procurement/case.ts';
export { procurementMyths, thenAndNow } from './procurement/data.ts';
export { answerInWords } from './procurement/fact-rows.ts';
export { nextQuestions } from './procurement/next-questions.ts';
export { type OwnRules, parseOwnRules } from './procurement/own-rules.ts';
export { readOwnRulesSheets } from './procurement/own-rules-sheet.ts';
export { type Question, questions } from './procurement/questions.ts';
export { type ReadAnswer, readAnswer } from './procurement/read-answer.ts';
export {
  type Authority,
  type ContractType,
  describeRow,
  thresholdOn,
  thresholdsHeldUntil,
  vatWords,
} from './procurement/thresholds.ts';
export {
  buyerMaySee,
  qualityOf,
  type SurveyAnswer,
  spendingParts,
  supplierKinds,
  surveyAnswerSchema,
} from './questionnaire/answer.ts';
export { type AnswerCheck, checkAnswer } from './questionnaire/check-answer.ts';
export { countedAnswers, fewestPrivate, type PrivacyFacts } from './questionnaire/counted-answers.ts';
export { type ItemMeans, itemMeans, type StratumAnswer } from './questionnaire/item-means.ts';
export { type AnsweredShare, respendShareOf, type SurveyItem } from './questionnaire/respend-share.ts';
export { besideOthers, type TakenNames } from './report/beside-others.ts';
export { type DecisionRecord, decisionRecord } from './report/decision-record.ts';
export { decisionRecordMarkdown } from './report/decision-record-markdown.ts';
export { decisionRecordWorkbook } from './report/decision-record-workbook.ts';
export { enabledChart } from './report/enabled/chart.ts';
export { changeWords } from './report/enabled/comparison-sheet.ts';
export { type EnabledReportOptions, enabledReport } from './report/enabled/report.ts';
export { type FormFor, tenantForm, tenantsTemplate } from './report/enabled/template.ts';
export { assessmentComparisonWorkbook } from './report/framework/assessment-comparison.ts';
export { assessmentTemplate, assessmentWorkbook } from './report/framework/assessment-template.ts';
export {
  type ImpactTemplateOptions,
  impactTemplate,
  impactWorkbook,
} from './report/framework/impact-template.ts';
export { ledgerChart } from './report/ledger/chart.ts';
export { mergeReasonWords, placingWords, surenessWords } from './report/ledger/words.ts';
export { type LedgerWorkbookNotes, ledgerWorkbook } from './report/ledger/workbook.ts';
export { lm3Report } from './report/lm3-report.ts';
export { lm3SampleProject } from './report/lm3-sample.ts';
export { lm3Template } from './report/lm3-template.ts';
export { districtMap } from './report/map/district-map.ts';
export {
  type DistrictMoney,
  type RankedDistrict,
  type RankedMoney,
  rankMoney,
} from './report/map/money-by-district.ts';
export { ownRulesTemplate } from './report/own-rules-template.ts';
export { askTable, planWorkbook } from './report/plan-workbook.ts';
export { type PoundRound, type PoundSlice, poundChart, poundRounds } from './report/pound-chart.ts';
export { mostSuppliersInReport, reportTooLarge } from './report/report-limit.ts';
export type { RunStamp } from './report/run-stamp.ts';
export { thenAndNowSections } from './report/then-and-now.ts';
export { type WorkbookKind, workbookKind } from './report/workbook-kind.ts';
export type {
  CellSpec,
  CellStyle,
  CellValue,
  ChartSpec,
  LookSpec,
  PlacedCell,
  SheetSpec,
  TableSpec,
  ValidationSpec,
  WorkbookSpec,
} from './report/workbook-spec.ts';
export { britishDate, formatDate, isCalendarDate } from './units/calendar.ts';
export {
  formatApproximateCount,
  formatApproximateGbp,
  formatCount,
  formatFloorArea,
  formatFte,
  formatGbp,
  formatKm,
  formatPounds,
  formatRatio,
  formatShare,
  formatValue,
  formatWholeFte,
  formatWholeGbp,
  type Unit,
} from './units/format.ts';
export { exactSum, RunningSum } from './units/sum.ts';
export { parseAmount } from './workbook/amount.ts';
export type { Cell, CellDate, CellError, Row, Sheet } from './workbook/cell.ts';
export { cellAddress, cellText, columnLetters, quoteCell } from './workbook/cell.ts';
export type { Issue, Outcome, Place } from './workbook/issue.ts';
export { describeIssue, describePlace } from './workbook/issue.ts';
export { neutralHeading, neutralText, plainText } from './workbook/neutral-text.ts';
export { isEmpty } from './workbook/read-table.ts';
export {
  assertSafeFunctionName,
  assertSafeName,
  looksLikeCell,
} from './workbook/safe-name.ts';
