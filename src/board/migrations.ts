import type { CreateTableBuilder, Kysely } from 'kysely'
import type { Migrations } from '../platform/migrate.ts'

type Table = CreateTableBuilder<string, string>

const required = (table: Table, type: 'text' | 'integer', ...names: string[]): Table =>
  names.reduce((built, name) => built.addColumn(name, type, (column) => column.notNull()), table)

const optional = (table: Table, type: 'text' | 'double precision', ...names: string[]): Table =>
  names.reduce((built, name) => built.addColumn(name, type), table)

const create = (db: Kysely<unknown>, name: string): Table =>
  db.schema
    .createTable(name)
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('council_id', 'text', (column) => column.notNull())

const within = (table: Table, column: string, parent: string): Table =>
  table.addColumn(column, 'text', (built) => built.notNull().references(`${parent}.id`))

/** A decision about a block: rows are only added, and the latest is in force. */
const decision = (db: Kysely<unknown>, name: string, ...texts: string[]): Table =>
  required(
    required(
      within(create(db, name), 'block_id', 'report_block'),
      'text',
      ...texts,
      'by_id',
      'by_name',
      'at',
    ),
    'integer',
    'draft_version',
  )

export const boardMigrations: Migrations = {
  '0600-board': {
    // oxlint-disable-next-line max-lines-per-function -- One schema as it was released; it reads as a list of tables.
    async up(db: Kysely<unknown>) {
      await optional(required(create(db, 'board_meeting'), 'text', 'held_on', 'title'), 'text', 'previous_on')
        .addUniqueConstraint('board_meeting_day', ['council_id', 'held_on'])
        .execute()
      await optional(
        required(
          required(
            within(create(db, 'board_report'), 'meeting_id', 'board_meeting'),
            'text',
            'subject',
            'author_role',
          ),
          'integer',
          'version',
        ),
        'text',
        'issued_at',
      )
        .addUniqueConstraint('board_report_meeting', ['meeting_id'])
        .execute()
      await optional(
        required(
          required(within(create(db, 'report_section'), 'report_id', 'board_report'), 'text', 'heading'),
          'integer',
          'level',
          'position',
        ),
        'text',
        'recommendation_id',
      ).execute()
      await required(
        required(
          within(
            within(create(db, 'report_block'), 'report_id', 'board_report'),
            'section_id',
            'report_section',
          ),
          'text',
          'kind',
          'text',
          'owner_role',
        ),
        'integer',
        'position',
        'version',
      ).execute()
      await required(decision(db, 'report_block_text', 'text'), 'integer', 'version').execute()
      await optional(
        optional(
          decision(db, 'report_agreement', 'ref', 'shown'),
          'text',
          'as_at',
          'snapshot',
          'measure_version',
        ),
        'double precision',
        'numerator',
        'denominator',
      ).execute()
      await decision(db, 'report_source', 'figure', 'source').execute()
      await decision(db, 'report_kept_word', 'word', 'reason').execute()
      await required(
        required(
          within(create(db, 'report_issue'), 'report_id', 'board_report'),
          'text',
          'issued_at',
          'issued_by',
          'issued_by_name',
          'sha256',
          'frozen',
          'html',
          'html_sha256',
        ),
        'integer',
        'number',
      )
        .addUniqueConstraint('report_issue_report', ['report_id'])
        .addUniqueConstraint('report_issue_number', ['council_id', 'number'])
        .execute()
      for (const [table, column] of [
        ['report_section', 'report_id'],
        ['report_block', 'report_id'],
        ['report_block_text', 'block_id'],
        ['report_agreement', 'block_id'],
        ['report_source', 'block_id'],
        ['report_kept_word', 'block_id'],
      ] as const) {
        await db.schema.createIndex(`${table}_${column}`).on(table).columns(['council_id', column]).execute()
      }
    },
  },
  '0703-weekly-digest': {
    async up(db) {
      await db.schema
        .createTable('digest_choice')
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) => column.notNull())
        .addColumn('wanted', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('digest_choice_key', ['council_id', 'person_id'])
        .execute()
      await db.schema
        .createTable('digest_sent')
        .addColumn('council_id', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) => column.notNull())
        .addColumn('week_on', 'text', (column) => column.notNull())
        .addColumn('sent_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('digest_sent_key', ['council_id', 'person_id', 'week_on'])
        .execute()
    },
  },
}
