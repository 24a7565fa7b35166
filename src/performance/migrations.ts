import type { Migrations } from '../platform/migrate.ts'
import { benchmarkMigrations } from './benchmarks/benchmark-migrations.ts'

export const performanceMigrations: Migrations = {
  ...benchmarkMigrations,
  '0300-tracked-measure': {
    async up(db) {
      await db.schema
        .createTable('tracked_measure')
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('series_id', 'text', (column) => column.notNull())
        .addColumn('ref', 'text', (column) => column.notNull())
        .addColumn('title', 'text')
        .addColumn('target', 'double precision')
        .addColumn('target_by', 'text')
        .addColumn('position', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('tracked_measure_key', ['council_id', 'series_id'])
        .addUniqueConstraint('tracked_measure_ref', ['council_id', 'ref'])
        .execute()
    },
  },
  '0301-reported-figure': {
    async up(db) {
      await db.schema
        .createTable('figure_report')
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('place', 'integer', (column) => column.notNull())
        .addColumn('snapshot_id', 'text', (column) => column.notNull())
        .addColumn('as_at', 'text', (column) => column.notNull())
        .addColumn('reported_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('figure_report_key', ['council_id', 'place'])
        .execute()
      await db.schema
        .createTable('reported_figure')
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('series_id', 'text', (column) => column.notNull())
        .addColumn('period', 'text', (column) => column.notNull())
        .addColumn('place', 'integer', (column) => column.notNull())
        .addColumn('value', 'double precision')
        .addColumn('numerator', 'double precision')
        .addColumn('denominator', 'double precision')
        .addColumn('version', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('reported_figure_key', ['council_id', 'series_id', 'period', 'place'])
        .addForeignKeyConstraint('reported_figure_report', ['council_id', 'place'], 'figure_report', [
          'council_id',
          'place',
        ])
        .execute()
    },
  },
  '0302-chart-rules': {
    async up(db) {
      await db.schema
        .createTable('chart_rule')
        .addColumn('council_id', 'text', (column) => column.primaryKey())
        .addColumn('shift_length', 'integer', (column) => column.notNull())
        .addColumn('trend_length', 'integer', (column) => column.notNull())
        .addColumn('set_at', 'text', (column) => column.notNull())
        .addColumn('set_by', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('rebase')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('series_id', 'text', (column) => column.notNull())
        .addColumn('month', 'text', (column) => column.notNull())
        .addColumn('cause', 'text', (column) => column.notNull())
        .addColumn('made_at', 'text', (column) => column.notNull())
        .addColumn('made_by', 'text', (column) => column.notNull())
        .addColumn('withdrawn_at', 'text')
        .addColumn('withdrawn_by', 'text')
        .execute()
      await db.schema
        .createIndex('rebase_council')
        .on('rebase')
        .columns(['council_id', 'series_id'])
        .execute()
      await db.schema
        .alterTable('tracked_measure')
        .addColumn('path', 'text', (column) => column.notNull().defaultTo('[]'))
        .execute()
    },
  },
  '0303-published-part': {
    async up(db) {
      await db.schema
        .createTable('published_part')
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('snapshot_id', 'text', (column) => column.notNull())
        .addColumn('split_by', 'text', (column) => column.notNull())
        .addColumn('place', 'integer', (column) => column.notNull())
        .addColumn('published_at', 'text', (column) => column.notNull())
        .addColumn('published_by', 'text', (column) => column.notNull())
        .addColumn('points', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('published_part_key', ['council_id', 'snapshot_id', 'split_by'])
        .addUniqueConstraint('published_part_place', ['council_id', 'place'])
        .execute()
    },
  },
}
