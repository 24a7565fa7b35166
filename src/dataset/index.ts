export type { Cell, SealedSnapshot } from './sealed.ts'
export type { BuildConnection } from './build.ts'
export type { FieldFill, TableFill } from './table-fill.ts'
export { datasetMigrations } from './migrations.ts'

export { load, type LoadDeps, type LoadProgress, type LoadRequest } from './load.ts'
export type { LoadOutcome } from './load-outcome.ts'
export { recoverLoads } from './load-recovery.ts'
export { watchFolder, type FolderWatch, type Look } from './folder-watch.ts'
export { folderFault } from './data-setting.ts'
export { startCaretaker, type Caretaker } from './caretaker.ts'
export { registeredLoads, type RegisteredLoad } from './load-register-store.ts'

export { listSnapshots, type SnapshotRecord } from './snapshot-store.ts'
export type { ChangesSince } from './snapshot-changes.ts'
export { changesOf, type SnapshotChanges } from './snapshot-changes-read.ts'
export { checkReason, putInUse } from './snapshot-use.ts'
export { checkDeletionReason, purgeDue, purgeOne, type PurgeAnswer } from './purge.ts'
export { verifySnapshots, type SnapshotCheck } from './snapshot-check.ts'
export { openShelf, type Shelf } from './shelf.ts'

export { EXPORT_FORMATS, type ExportFormat } from './annex-a/export-book.ts'
export { exportAnnexA, type AnnexAExport } from './annex-a/export.ts'
export { exportRoutes } from './export-routes.tsx'

export { dataRoutes, type DataDeps } from './load-routes.tsx'

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
