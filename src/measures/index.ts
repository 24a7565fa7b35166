export {
  HANDBOOK_ORDER,
  MEASURES,
  PUBLISHED_ITEMS,
  PUBLISHED_SERIES,
  catalogue,
  companionsOf,
  isOfRecords,
  measureSeries,
  measureTitle,
  needsActionOf,
  seriesOf,
} from './catalogue/catalogue.ts'
export type { NeedsAction } from './catalogue/action-fields.ts'
export type { Benchmark, PublishedAt, PublishedItem } from './catalogue/benchmark-fields.ts'
export type { Companion } from './catalogue/companion-fields.ts'
export type { DrawnClock } from './catalogue/handbook-fields.ts'
export { describeField, describeFieldShort, describeSource } from './catalogue/field-words.ts'
export type { MeasureFile, MeasureHandbook } from './catalogue/measure-file.ts'
export { isSmallBase, isWithheld, shownTo } from './disclosure/small-numbers.ts'
export type { FigureRange } from './figures/figure-read.ts'
export {
  publicEdition,
  publicFigures,
  type PublicationRegister,
  type PublicEdition,
} from './disclosure/public-figures.ts'
export type { PublicPart } from './disclosure/public-part.ts'
export type { Availability } from './engine/availability.ts'
export {
  measuredRooms,
  withRecordCases,
  type MeasuredRoom,
  type RecordContext,
  type RecordRows,
} from './engine/record-cases.ts'
export { recordRows } from './engine/record-rows.ts'
export type { RecordColumn, RecordLink, RecordTable } from './engine/record-table.ts'
export { runMeasuresIn, writeMeasureCases } from './engine/measure-cases.ts'
export { functionsSql } from './catalogue/catalogue.ts'
export { stepsFor } from './catalogue/steps.ts'
export { availability } from './figures/held-in.ts'
export { NOT_RECORDED } from './figures/case-filter.ts'
export { aboutChild, casesBehind, childrenNumbered, countCases, countWithheld } from './figures/case-list.ts'
export { childRef } from './figures/child-ref.ts'
export { withheldFrom, withinScope, type Within } from './figures/within-scope.ts'
export { behindFigure, recordsBehind, type BehindFigure } from './figures/record-list.ts'
export { everyFigure, figureReader, type FigureReader } from './figures/figure-reader.ts'
export {
  SPLITS,
  isSplit,
  type CaseRow,
  type MeasureFigures,
  type Point,
  type Polarity,
  type Reported,
  type SeriesDefinition,
  type Split,
  type TableDay,
} from './figures/figure.ts'
export { carriedPopulationYear, per10kOf } from './figures/population.ts'
export {
  boundsOf,
  formatted,
  formatFigure,
  formatLimit,
  formatRangeEnd,
  formatValue,
  formatWithUnit,
  partsJoin,
  unitAfter,
} from './figures/format-figure.ts'
export { describeTableDays, tableDays } from './figures/table-days.ts'
export { describeDoubt, isDoubtful, isMonthDoubtful, type Doubt } from './figures/series-doubt.ts'
export { oncePerSnapshot, recentPerSnapshot } from './figures/snapshot-memo.ts'
export { compareEngines } from './postgres/engine-check.ts'
export { measuresOnPostgres, type EngineRequest } from './postgres/postgres-engine.ts'
