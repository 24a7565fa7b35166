export { readFiles, type IntakeOptions, type IntakeProgress } from './intake.ts'
export { arrivedFiles, knowFile, sheetsOf } from './reading/arrived-file.ts'
export { FileFault } from './reading/raw-sheet.ts'
export { databaseName, readDatabaseAddress, type DatabaseAddress } from './database/database-address.ts'
export { databaseFault } from './database/database-fault.ts'
export { postgresClient } from './database/postgres-database.ts'
export type { AcceptedRow } from './tables/accepted-row.ts'
export {
  fieldOf,
  keysOf,
  type FieldSpec,
  type FieldType,
  type Source,
  type TableSpec,
} from './tables/table-spec.ts'
export type { Code, CodeSet } from './values/code-set.ts'
export { codeSetOf, publishedCode } from './code-sets.ts'
export type { ListSpec } from './annex-a/list-spec.ts'
export { ANNEX_A_LISTS, annexAHeaders, annexAList } from './annex-a/lists.ts'
export { SOURCE_TABLES, sourceTable, STANDARDS, standardOf } from './standards.ts'
export type { AsAtFrom, FileReport, IntakeReport, SourceReport, TableReport } from './intake-report.ts'
export type { Problem, ProblemCount, Severity } from './problem.ts'
