import type { Migrations } from '../platform/migrate.ts'
import './tables.ts'

export const datasetMigrations: Migrations = {
  '0200-snapshot': {
    async up(db) {
      await db.schema
        .createTable('snapshot')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('load_id', 'text', (column) => column.notNull())
        .addColumn('as_at', 'text', (column) => column.notNull())
        .addColumn('loaded_at', 'text', (column) => column.notNull())
        .addColumn('loaded_by', 'text', (column) => column.notNull())
        .addColumn('loaded_by_name', 'text', (column) => column.notNull())
        .addColumn('sources', 'text', (column) => column.notNull())
        .addColumn('files', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('bytes', 'bigint', (column) => column.notNull())
        .addColumn('rows', 'integer', (column) => column.notNull())
        .addColumn('retain_until', 'text', (column) => column.notNull())
        .addColumn('summary', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createIndex('snapshot_latest')
        .on('snapshot')
        .columns(['council_id', 'as_at', 'loaded_at'])
        .execute()
    },
  },
  '0201-load-register': {
    async up(db) {
      await db.schema
        .createTable('load_register')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('begun_at', 'text', (column) => column.notNull())
        .addColumn('ended_at', 'text', (column) => column.notNull())
        .addColumn('loaded_by', 'text', (column) => column.notNull())
        .addColumn('loaded_by_name', 'text', (column) => column.notNull())
        .addColumn('files', 'text', (column) => column.notNull())
        .addColumn('snapshot_id', 'text')
        .addColumn('sentence', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createIndex('load_register_ended')
        .on('load_register')
        .columns(['council_id', 'ended_at'])
        .execute()
    },
  },
  '0202-snapshot-set-aside': {
    async up(db) {
      await db.schema
        .alterTable('snapshot')
        .addColumn('set_aside', 'integer', (column) => column.notNull().defaultTo(0))
        .execute()
    },
  },
  '0203-disposal': {
    async up(db) {
      await db.schema.alterTable('snapshot').addColumn('purged_at', 'text').execute()
      await db.schema
        .createTable('disposal')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('by_id', 'text', (column) => column.notNull())
        .addColumn('by_name', 'text', (column) => column.notNull())
        .addColumn('snapshot_id', 'text', (column) => column.notNull())
        .addColumn('load_id', 'text', (column) => column.notNull())
        .addColumn('as_at', 'text', (column) => column.notNull())
        .addColumn('loaded_at', 'text', (column) => column.notNull())
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('rows', 'integer', (column) => column.notNull())
        .addColumn('bytes', 'bigint', (column) => column.notNull())
        .addColumn('files', 'text', (column) => column.notNull())
        .addColumn('why', 'text', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('disposal_at').on('disposal').columns(['council_id', 'at']).execute()
    },
  },
  '0204-data-setting': {
    async up(db) {
      await db.schema
        .createTable('data_setting')
        .addColumn('council_id', 'text', (column) => column.primaryKey())
        .addColumn('months_kept', 'integer', (column) => column.notNull())
        .addColumn('watched_folder', 'text')
        .addColumn('watching', 'integer', (column) => column.notNull())
        .addColumn('looked_at', 'text')
        .addColumn('look_result', 'text')
        .execute()
    },
  },
  '0205-carry-forward-and-seen': {
    async up(db) {
      await db.schema
        .alterTable('data_setting')
        .addColumn('carry_forward', 'integer', (column) => column.notNull().defaultTo(0))
        .execute()
      await db.schema.alterTable('load_register').addColumn('seen_at', 'text').execute()
      await db.schema.alterTable('load_register').addColumn('seen_by_name', 'text').execute()
    },
  },
}
