import type { Migrations } from '../platform/migrate.ts'

export const indicatorsMigrations: Migrations = {
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
}
