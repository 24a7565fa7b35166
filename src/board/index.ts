import './tables.ts'

export { boardMigrations } from './migrations.ts'
export type { BoardDeps } from './board-deps.ts'
export { getMeeting } from './meeting-store.ts'
export { openReport } from './open-report.ts'
export { installReport, type ReportContent } from './install-report.ts'
