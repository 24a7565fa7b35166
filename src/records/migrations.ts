import type { ColumnBuilderCallback, CreateTableBuilder, Kysely } from 'kysely'
import type { Migrations } from '../platform/migrate.ts'
import type { Field } from './field.ts'

/** What a column holds; with `?` it may hold nothing. */
export type ColumnSpec = `${Field['column']}${'' | '?'}`

/** Columns by name, as a migration writes them down for good: a definition may change later, a migration never does. */
type ColumnSpecs = Readonly<Record<string, ColumnSpec>>

const typeOf = (spec: ColumnSpec): Field['column'] => {
  switch (spec) {
    case 'text':
    case 'text?':
      return 'text'
    case 'integer':
    case 'integer?':
      return 'integer'
    case 'bigint':
    case 'bigint?':
      return 'bigint'
    default:
      return 'double precision'
  }
}

type Table = CreateTableBuilder<string, string>

/** A table for a kind of record: what every record has, and these columns. `parents` are columns that name a row of another table. */
export async function createRecordTable(
  db: Kysely<unknown>,
  table: string,
  columns: ColumnSpecs,
  parents: Readonly<Record<string, { table: string; optional?: boolean }>> = {},
): Promise<void> {
  let built: Table = db.schema
    .createTable(table)
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('council_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('withdrawn_at', 'text')
    .addColumn('withdrawn_reason', 'text')
  for (const [name, { table: parent, optional }] of Object.entries(parents)) {
    const referring: ColumnBuilderCallback = (column) => column.references(`${parent}.id`)
    built = built.addColumn(name, 'text', (column) =>
      optional ? referring(column) : referring(column).notNull(),
    )
  }
  for (const [name, spec] of Object.entries(columns)) {
    built = built.addColumn(name, typeOf(spec), (column) => (spec.endsWith('?') ? column : column.notNull()))
  }
  await built.execute()
  await db.schema.createIndex(`${table}_council`).on(table).column('council_id').execute()
}

/**
 * New columns of a kind that has rows already: what its rows hold of them is nothing, or the `start` that is given for
 * a column that may not be empty.
 */
export async function addRecordColumns(
  db: Kysely<unknown>,
  table: string,
  columns: ColumnSpecs,
  start: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  for (const [name, spec] of Object.entries(columns)) {
    await db.schema
      .alterTable(table)
      .addColumn(name, typeOf(spec), (column) =>
        spec.endsWith('?') ? column : column.notNull().defaultTo(start[name] ?? ''),
      )
      .execute()
  }
}

export const recordMigrations: Migrations = {
  '0350-record-history': {
    async up(db: Kysely<unknown>) {
      let built: Table = db.schema
        .createTable('record_history')
        .addColumn('id', 'text', (column) => column.primaryKey())
      for (const name of [
        'council_id',
        'subject',
        'subject_id',
        'about_id',
        'field',
        'was',
        'now',
        'reason',
        'by_name',
        'at',
        'recorded_by',
      ]) {
        built = built.addColumn(name, 'text', (column) => column.notNull())
      }
      await built.execute()
      await db.schema
        .createIndex('record_history_about')
        .on('record_history')
        .columns(['council_id', 'about_id'])
        .execute()
    },
  },
}
