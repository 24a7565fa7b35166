export type { Cell, SealedSnapshot } from './snapshots/sealed.ts'
export { beginBuild, datasetSchema, type BuildConnection } from './building/build.ts'
export { ABOUT_ITSELF } from './building/source-field.ts'
export type { FieldFill, TableFill } from './building/table-fill.ts'
export { standardsWith } from './building/conversions.ts'
export { datasetMigrations } from './migrations.ts'

export { load, type LoadDeps, type LoadProgress, type LoadRequest } from './loads/load.ts'
export type { LoadOutcome } from './loads/load-outcome.ts'
export { recoverLoads } from './loads/load-recovery.ts'
export { watchFolder, type FolderWatch, type Look } from './loads/folder-watch.ts'
export { folderFault } from './loads/data-setting.ts'
export { startCaretaker, type Caretaker } from './loads/caretaker.ts'
export { registeredLoads, type RegisteredLoad } from './loads/load-register-store.ts'

export { listSnapshots, type SnapshotRecord } from './snapshots/snapshot-store.ts'
export type { ChangesSince } from './snapshots/snapshot-changes.ts'
export { changesOf, type SnapshotChanges } from './snapshots/snapshot-changes-read.ts'
export { checkReason, putInUse } from './snapshots/snapshot-use.ts'
export { checkDeletionReason, purgeDue, purgeOne, type PurgeAnswer } from './loads/purge.ts'
export { verifySnapshots, type SnapshotCheck } from './snapshots/snapshot-check.ts'
export { openShelf, type Shelf } from './snapshots/shelf.ts'
export { holds } from './snapshots/held-table.ts'

export { EXPORT_FORMATS, type ExportFormat } from './annex-a/export-book.ts'
export { exportAnnexA, type AnnexAExport } from './annex-a/export.ts'
export { exportRoutes } from './loads/export-routes.tsx'

export { dataRoutes, type DataDeps } from './loads/load-routes.tsx'

export { qualityRoutes, type QualityDeps } from './quality/quality-routes.tsx'
export {
  qualityCases,
  qualityOf,
  type Quality,
  type QualityCase,
  type QualityFinding,
  type QualityHarm,
} from './quality/quality-read.ts'
export type { ReconciliationLine } from './quality/reconciliation-read.ts'
