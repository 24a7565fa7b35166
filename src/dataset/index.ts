export type { Cell, SealedSnapshot } from './sealed.ts'
export type { BuildConnection } from './build.ts'
export type { FieldFill, TableFill } from './table-fill.ts'
export { datasetMigrations } from './migrations.ts'

export { load, type LoadDeps, type LoadProgress, type LoadRequest } from './load.ts'
export type { LoadOutcome } from './load-outcome.ts'
export { recoverLoads } from './load-recovery.ts'
export { registeredLoads, type RegisteredLoad } from './load-register-store.ts'

export { listSnapshots, type SnapshotRecord } from './snapshot-store.ts'
export { changesOf, type SnapshotChanges } from './snapshot-changes-read.ts'
export { checkReason, putInUse } from './snapshot-use.ts'
export { verifySnapshots, type SnapshotCheck } from './snapshot-check.ts'
export { openShelf, type Shelf } from './shelf.ts'

export { EXPORT_FORMATS, type ExportFormat } from './annex-a/export-book.ts'
export { exportAnnexA, type AnnexAExport } from './annex-a/export.ts'
export { exportRoutes } from './export-routes.tsx'

export { dataRoutes, type DataDeps } from './load-routes.tsx'
