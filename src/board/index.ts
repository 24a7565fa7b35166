import './tables.ts'

export { boardMigrations } from './migrations.ts'
export type { BoardDeps } from './board-deps.ts'

export { boardRoutes } from './board-routes.tsx'
export { homeRoutes } from './home-routes.tsx'

export { meetingInView, type Meeting } from './meeting.ts'
export { addMeeting, meetings, theMeeting } from './meeting-store.ts'

export { openReport, readReport, type OpenReport, type ReadReport } from './report-reading.ts'
export { REPORT_FORMATS, isReportFormat, writeReport, type ReportFormat } from './report-writer.ts'
export { reportJson, type ReportJson } from './report-json.ts'
export type { Report } from './report.ts'
export { issueReport, type IssueOutcome } from './issue-report.ts'
export { doubtsIn, type Doubt } from './doubt.ts'
export { verifyIssues, type Issue, type IssueCheck } from './issue-store.ts'
export { sentencesFor, type ReportSentence, type SentencesAbout } from './sentence-reading.ts'
export {
  beginReport,
  installReport,
  type BlockContent,
  type ReportContent,
  type SectionContent,
} from './install-report.ts'
