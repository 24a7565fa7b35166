export * from './figure.ts'
export { catalogue, seriesOf } from './catalogue.ts'
export { availability } from './availability-read.ts'
export type { Availability } from './availability.ts'
export { figures, type FigureRange } from './figure-read.ts'
export { casesBehind, childInScope, childrenOf } from './case-list.ts'
export { childByRef, childRef, type ChildOfRef } from './child-ref.ts'
export { NOT_RECORDED } from './case-filter.ts'
export { figureEqualsList } from './figure-check.ts'
export { sayField, sayFieldShort } from './field-words.ts'
export { sayFigure, sayLimit, sayRangeEnd, sayValue } from './say-figure.ts'
export { writeMeasureCases } from './measure-cases.ts'
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
} from './spc.ts'
export { BENCHMARK_LICENCE, england, type Comparison } from './benchmark.ts'
export { TRACKER_GROUPS, type Confidence, type TrackerGroup, type TrackerRow } from './tracker-row.ts'
export { TRACKER_MONTHS, trackerRow, trackerRows } from './tracker.ts'
export { checkTracked, type TrackedDraft, type TrackedMeasure } from './tracked-measure.ts'
export { setTracked, trackedMeasures } from './tracked-measure-store.ts'
export { meets, spcOf } from './suitability.ts'
export { indicatorsMigrations } from './migrations.ts'
