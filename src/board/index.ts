import './tables.ts'

export { boardMigrations } from './migrations.ts'
export type { BoardDeps } from './board-deps.ts'
export { theMeeting } from './meeting-store.ts'
export { openReport } from './report-reading.ts'
export { installReport, type ReportContent } from './install-report.ts'
