export { carryForward, type CarriedTable } from './building/carry-forward.ts'
export { compareFiles, type SnapshotLosses, type TableLoss } from './snapshots/snapshot-losses.ts'
export { fillReportingMonths } from './building/reporting-month.ts'
export { EXPORT_FORMATS, isExportFormat, type ExportFormat } from './annex-a/export-book.ts'
export { exportAnnexA, type ExportDeps } from './annex-a/export.ts'
export {
  beginBuild,
  datasetSchema,
  resumeBuild,
  sqlFile,
  type Build,
  type BuildConnection,
  type Connection,
  type ParallelBuild,
  writeExtract,
} from './building/build.ts'
export { endThatTells, isBlankWhileOpen } from './building/blank-while-open.ts'
export { daysOutsideCalendar, withRowsSetAside } from './building/calendar-check.ts'
export { conversionOf, standardsWith } from './building/conversions.ts'
export { convertSources } from './building/converting.ts'
export { unknownRoles } from './ssd/unknown-roles.ts'
export { chooseRoles, seenRoles, type RoleChoice, type SeenRole } from './ssd/worker-roles.ts'
export {
  blankColumns,
  refusedFor,
  withProblems,
  writeProblems,
  writeUnread,
} from './building/load-problem.ts'
export { MERGED } from './building/precedence.ts'
export { ABOUT_ITSELF, writeSourceFields } from './building/source-field.ts'
export { insertRows } from './building/insert-rows.ts'
export { setStore } from './building/set-store.ts'
export { doubledRows } from './building/doubled-rows.ts'
export { openStaging, type Staging } from './building/staging.ts'
export { measureFill, type TableFill } from './building/table-fill.ts'
export { describeTable } from './building/table-words.ts'
export { joinWrittenIds } from './building/written-ids.ts'
export { joinWrittenNames } from './building/written-names.ts'
export { factsIn } from './facts.ts'
export { childQuestion, childReader, questionOutside, type ChildQuestion, type Refuse } from './readers.ts'
export { holds } from './snapshots/held-table.ts'
export { isBeingRead } from './snapshots/readers.ts'
export type { Cell, SealedSnapshot, SnapshotRows } from './snapshots/sealed.ts'
export { openSnapshotPool, type SnapshotPool } from './snapshots/snapshot-pool.ts'
export { changesOf, tablesChanged } from './snapshots/snapshot-changes-read.ts'
export {
  CHANGED_ROWS_A_PAGE,
  CHANGE_KINDS,
  changeCounter,
  changedRows,
  countFileChanges,
  fieldsThatDiffer,
  type ChangeKind,
  type ChangedRow,
  type ChangesSince,
  type TableChange,
} from './snapshots/snapshot-changes.ts'
export {
  fileExists,
  placeSnapshot,
  removeSnapshotFile,
  sha256OfFile,
  snapshotFile,
} from './snapshots/snapshot-file.ts'
export {
  currentSnapshot,
  isSnapshotId,
  listSnapshots,
  recordSnapshot,
  refuseDeleted,
  sameFiles,
  describeDeleted,
  describeLoad,
  sealedLoad,
  snapshotBefore,
  getSnapshot,
  type LoadSummary,
  type SnapshotRecord,
} from './snapshots/snapshot-store.ts'
export { DATA_CRUMB, loadCrumbs, loadTitle, ofRecord } from './snapshots/snapshot-title.ts'
export { checkReason, putInUse } from './snapshots/snapshot-use.ts'
export {
  completenessBars,
  emptiestFirst,
  isThin,
  tableLines,
  titleOf,
  totalsOf,
  type TableLine,
} from './snapshots/table-lines.ts'
export type { QualityFinding, QualityHarm, ReconciliationLine } from './snapshots/quality-finding.ts'
