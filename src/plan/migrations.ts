import type { CreateTableBuilder, Kysely } from 'kysely'
import type { Migrations } from '../platform/migrate.ts'

type Table = CreateTableBuilder<string, string>

/** Text columns that must hold something, empty or not. */
const texts = (table: Table, ...names: string[]): Table =>
  names.reduce((built, name) => built.addColumn(name, 'text', (column) => column.notNull()), table)

/** Text columns that may hold nothing: a day not yet known. */
const days = (table: Table, ...names: string[]): Table =>
  names.reduce((built, name) => built.addColumn(name, 'text'), table)

const create = (db: Kysely<unknown>, name: string): Table =>
  db.schema
    .createTable(name)
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('council_id', 'text', (column) => column.notNull())

const editable = (db: Kysely<unknown>, name: string): Table =>
  create(db, name).addColumn('version', 'integer', (column) => column.notNull())

async function createItems(db: Kysely<unknown>): Promise<void> {
  await texts(editable(db, 'plan_theme'), 'ref', 'title')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addUniqueConstraint('plan_theme_ref', ['council_id', 'ref'])
    .execute()
  await texts(editable(db, 'plan_recommendation'), 'ref', 'title', 'asked', 'source', 'source_note')
    .addColumn('theme_id', 'text', (column) => column.notNull().references('plan_theme.id'))
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('sponsor', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addUniqueConstraint('plan_recommendation_ref', ['council_id', 'ref'])
    .execute()
  await days(
    texts(
      editable(db, 'plan_action'),
      'ref',
      'title',
      'owner',
      'baseline_due_on',
      'due_on',
      'progress',
      'note',
    ),
    'start_on',
    'delivered_on',
    'embedded_on',
  )
    .addColumn('recommendation_id', 'text', (column) => column.notNull().references('plan_recommendation.id'))
    .addUniqueConstraint('plan_action_ref', ['council_id', 'ref'])
    .execute()
  await days(texts(editable(db, 'plan_milestone'), 'ref', 'title', 'due_on'), 'met_on')
    .addColumn('action_id', 'text', (column) => column.notNull().references('plan_action.id'))
    .addUniqueConstraint('plan_milestone_ref', ['council_id', 'ref'])
    .execute()
  await days(texts(editable(db, 'plan_binding'), 'series_id'), 'landed_on', 'removed_on')
    .addColumn('recommendation_id', 'text', (column) => column.references('plan_recommendation.id'))
    .addColumn('action_id', 'text', (column) => column.references('plan_action.id'))
    .addColumn('aim', 'double precision')
    .addColumn('months_to_hold', 'integer', (column) => column.notNull())
    .addUniqueConstraint('plan_binding_recommendation', ['recommendation_id', 'series_id'])
    .addUniqueConstraint('plan_binding_action', ['action_id', 'series_id'])
    .execute()
  await days(
    texts(
      editable(db, 'plan_evidence'),
      'ref',
      'title',
      'place',
      'effective_on',
      'uploaded_at',
      'uploaded_by',
    ),
    'expires_on',
  )
    .addColumn('action_id', 'text', (column) => column.notNull().references('plan_action.id'))
    .addUniqueConstraint('plan_evidence_ref', ['council_id', 'ref'])
    .execute()
}

async function createHistory(db: Kysely<unknown>): Promise<void> {
  await texts(create(db, 'plan_rating'), 'rating', 'step', 'reason', 'by_name', 'at', 'recorded_by')
    .addColumn('was', 'text')
    .addColumn('action_id', 'text', (column) => column.notNull().references('plan_action.id'))
    .execute()
  await texts(
    create(db, 'plan_change'),
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
  ).execute()
  await db.schema
    .createIndex('plan_change_about')
    .on('plan_change')
    .columns(['council_id', 'about_id'])
    .execute()
  await db.schema
    .createIndex('plan_rating_action')
    .on('plan_rating')
    .columns(['council_id', 'action_id'])
    .execute()
}

export const planMigrations: Migrations = {
  '0400-plan': {
    async up(db: Kysely<unknown>) {
      await createItems(db)
      await createHistory(db)
    },
  },
}
