export * from './figures/figure.ts'
export { catalogue, seriesOf } from './catalogue/catalogue.ts'
export { availability } from './figures/availability-read.ts'
export type { Availability } from './working-out/availability.ts'
export { figures, type FigureRange } from './figures/figure-read.ts'
export { casesBehind, childInScope, childrenOf } from './figures/case-list.ts'
export { childByRef, childRef, type ChildOfRef } from './figures/child-ref.ts'
export { NOT_RECORDED } from './figures/case-filter.ts'
export { figureEqualsList } from './figures/figure-check.ts'
export { sayField, sayFieldShort } from './catalogue/field-words.ts'
export { sayFigure, sayLimit, sayRangeEnd, sayValue } from './figures/say-figure.ts'
export { writeMeasureCases } from './working-out/measure-cases.ts'
export {
  RUN_LENGTH,
  spc,
  type Assurance,
  type Direction,
  type Signal,
  type Spc,
  type SpcOptions,
  type SpcRule,
  type Variation,
} from './meaning/spc.ts'
export { BENCHMARK_LICENCE, england, type Comparison } from './comparison/benchmark.ts'
export { TRACKER_GROUPS, type Confidence, type TrackerGroup, type TrackerRow } from './tracker/tracker-row.ts'
export { TRACKER_MONTHS, trackerRow, trackerRows } from './tracker/tracker.ts'
export { checkTracked, type TrackedDraft, type TrackedMeasure } from './tracker/tracked-measure.ts'
export { setTracked, trackedMeasures } from './tracker/tracked-measure-store.ts'
export { meets, spcOf } from './meaning/suitability.ts'
export { indicatorsMigrations } from './migrations.ts'
