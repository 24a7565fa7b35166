export * from './figures/figure.ts'
export { catalogue, seriesOf } from './catalogue/catalogue.ts'
export { availability } from './figures/availability-read.ts'
export type { Availability } from './working-out/availability.ts'
export { figuresFor, seesSmallNumbers } from './disclosure/disclosed-figures.ts'
export { figures, type FigureRange } from './figures/figure-read.ts'
export { casesBehind, childInScope, childrenOf } from './figures/case-list.ts'
export { childByRef, childRef, type ChildOfRef } from './figures/child-ref.ts'
export { NOT_RECORDED } from './figures/case-filter.ts'
export { figureEqualsList } from './figures/figure-check.ts'
export { sayField, sayFieldShort } from './catalogue/field-words.ts'
export { boundsOf, sayFigure, sayLimit, sayRangeEnd, sayValue, sayWithUnit } from './figures/say-figure.ts'
export { writeMeasureCases } from './working-out/measure-cases.ts'
export { spc, type Assurance, type Break, type Spc, type SpcOptions, type Variation } from './meaning/spc.ts'
export type { ChartKind, Limits } from './meaning/limits.ts'
export {
  USUAL_RUNS,
  type Direction,
  type RunLengths,
  type Signal,
  type SpcRule,
} from './meaning/run-rules.ts'
export {
  checkRunLengths,
  NO_CHART_RULES,
  type ChartRules,
  type RunLengthDraft,
  type RunLengthSetting,
} from './meaning/chart-rules.ts'
export { chartRules, runLengthSetting, setRunLengths } from './meaning/chart-rules-store.ts'
export { checkRebase, type Rebase } from './meaning/rebase.ts'
export { addRebase, rebasesOf, withdrawRebase } from './meaning/rebase-store.ts'
export { sayChartRule, sayMarks } from './meaning/say-rule.ts'
export { BENCHMARK_LICENCE, beside, england, type Beside, type Comparison } from './comparison/benchmark.ts'
export { isAggregate } from './comparison/area.ts'
export { benchmarkImports, compareAs, comparisonBook, setCompareAs } from './comparison/benchmark-store.ts'
export { importBenchmarks } from './comparison/benchmark-import.ts'
export { PUBLISHED_SERIES } from './comparison/published-series.ts'
export { publishedFor, type ComparisonBook } from './comparison/published.ts'
export { seatOf, type Seat } from './comparison/seat.ts'
export { rankAmong, type Rank, type Standing } from './comparison/standing.ts'
export { forecastOfRow } from './forecast/row-forecast.ts'
export type { Forecast } from './forecast/forecast.ts'
export { sayForecast } from './forecast/say-forecast.ts'
export { TRACKER_GROUPS, type Confidence, type TrackerGroup, type TrackerRow } from './tracker/tracker-row.ts'
export { TRACKER_MONTHS, trackerRow, trackerRows } from './tracker/tracker.ts'
export { checkTracked, type TrackedDraft, type TrackedMeasure } from './tracker/tracked-measure.ts'
export {
  dropTracked,
  setAim,
  setTracked,
  shownTracked,
  trackedMeasures,
} from './tracker/tracked-measure-store.ts'
export { pathAt, writePath, type PathStep } from './tracker/target-path.ts'
export { meets, spcOf } from './meaning/suitability.ts'
export { keepReported } from './restatement/keep-reported.ts'
export { asRestated, type RestatedFigures, type RestatedPoint } from './restatement/restated-figures.ts'
export { isMarked, recordedSince, sayRestated } from './restatement/reported-figure.ts'
export { compareEngines, type EngineAgreement } from './postgres/engine-check.ts'
export { measuresOnPostgres, type EngineRequest } from './postgres/postgres-engine.ts'
export { indicatorsMigrations } from './migrations.ts'
export { companionsOf, type Companion, type Companionship } from './meaning/companions.ts'
export { funnelLimits, funnelOf, LEAST_PARTS, type Funnel, type FunnelPoint } from './meaning/funnel.ts'
