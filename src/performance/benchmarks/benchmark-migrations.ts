import type { Migrations } from '../../platform/migrate.ts'

export const benchmarkMigrations: Migrations = {
  '0310-benchmark': {
    async up(db) {
      await db.schema
        .createTable('benchmark_import')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('place', 'integer', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('file', 'text', (column) => column.notNull())
        .addColumn('imported_at', 'text', (column) => column.notNull())
        .addColumn('imported_by', 'text', (column) => column.notNull())
        .addColumn('summary', 'text', (column) => column.notNull())
        .addUniqueConstraint('benchmark_import_place', ['council_id', 'place'])
        .execute()
      await db.schema
        .createTable('benchmark_content')
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('import_id', 'text', (column) => column.notNull().references('benchmark_import.id'))
        .addPrimaryKeyConstraint('benchmark_content_key', ['council_id', 'kind', 'name'])
        .execute()
      await db.schema
        .createTable('benchmark_setting')
        .addColumn('council_id', 'text', (column) => column.primaryKey())
        .addColumn('compare_as', 'text')
        .addColumn('set_at', 'text', (column) => column.notNull())
        .addColumn('set_by', 'text', (column) => column.notNull())
        .execute()
    },
  },
}
