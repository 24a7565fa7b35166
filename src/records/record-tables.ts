import { CamelCasePlugin } from 'kysely'
import type { Records } from '../platform/records.ts'
import type { StoredValue } from './field.ts'

interface StoredRow {
  id: string
  councilId: string
  version: number
  [column: string]: StoredValue
}

/**
 * The tables of records by whatever name a definition gives, with columns as properties: `due_on` is `dueOn`. What
 * comes out is checked against the definition's own schema, which gives it its type.
 */
export const tablesOf = (records: Records) =>
  records.withPlugin(new CamelCasePlugin()).$pickTables<never>().$extendTables<Record<string, StoredRow>>()
