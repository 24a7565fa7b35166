export { defineRecord, type CheckContext, type Faults, type RecordKind, type RecordOf } from './record.ts'
export { choice, day, instant, number, paragraph, parent, pence, text, whole } from './field-sorts.ts'
export {
  columnOf,
  isStoredValue,
  storedText,
  storedValues,
  type Field,
  type Fields,
  type StoredValue,
  type Values,
} from './field.ts'
export {
  addRecord,
  changeRecord,
  findRecord,
  getRecord,
  listRecords,
  listWithdrawn,
  recordTransaction,
  withdrawRecord,
  type RecordTransaction,
  type Withdrawal,
} from './record-store.ts'
export {
  appendHistory,
  compareChanges,
  describeChange,
  describeFieldChange,
  differences,
  historyOf,
  instantText,
  type Change,
  type Difference,
  type NewChange,
} from './history.ts'
export { askedFields, errorsOf, readable, readForm, typedFrom, typedIn, type Typed } from './form.ts'
export { addRecordColumns, createRecordTable, recordMigrations } from './migrations.ts'
export { recordTableFaults, recordTablesCheck } from './table-check.ts'
export { recordLines } from './record-addresses.ts'
export { tablesOf } from './record-tables.ts'
