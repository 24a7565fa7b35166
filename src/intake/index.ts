export { databaseName, readDatabaseAddress, type DatabaseAddress } from './database/database-address.ts'
export { databaseFault } from './database/database-fault.ts'
export { postgresClient } from './database/postgres-database.ts'
export { earliestNearDay } from './far-days.ts'
export type {
  AsAtFrom,
  DayClaim,
  LoadQuestion,
  FileReport,
  IntakeReport,
  SourceReport,
  TableReport,
} from './intake-report.ts'
export { readFiles } from './intake.ts'
export type { Problem, ProblemCount } from './problem.ts'
export { arrivedFiles, knowFile, sheetsOf } from './reading/arrived-file.ts'
export { workbookRows } from './reading/workbook-rows.ts'
export { csvRows } from './reading/csv-rows.ts'
export { FileFault } from './reading/raw-sheet.ts'
export { SetReading } from './sets/set-reading.ts'
export type { SetStore } from './sets/set-store.ts'
export { sourcesInOrder } from './leading.ts'
export { describeAsAtFrom } from './as-at.ts'
export { SOURCE_TABLES, sourceTable, standardOf } from './standards.ts'
export type { AcceptedRow } from './tables/accepted-row.ts'
export { describeSources } from './standards.ts'
export { isKnownSpelling } from './values/code-match.ts'
export type { LearnedSpelling, UnreadSpelling } from './values/spelling-book.ts'
