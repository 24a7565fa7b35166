import type { Migrations } from '../platform/migrate.ts'

export const accessMigrations: Migrations = {
  '0100-access': {
    // oxlint-disable-next-line max-lines-per-function -- One schema as it was released; it reads as a list of tables.
    async up(db) {
      await db.schema
        .createTable('council')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('authority_code', 'text')
        .addColumn('brand_colour', 'text', (c) => c.notNull())
        .addColumn('demonstration', 'integer', (c) => c.notNull())
        .addColumn('today_on', 'text')
        .addColumn('population', 'text', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .execute()

      await db.schema
        .createTable('person')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('council_id', 'text', (c) => c.notNull())
        .addColumn('email', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('scope', 'text', (c) => c.notNull())
        .addColumn('password_hash', 'text', (c) => c.notNull())
        .addColumn('active', 'integer', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addColumn('created_by', 'text', (c) => c.notNull())
        .addUniqueConstraint('person_email', ['council_id', 'email'])
        .execute()

      await db.schema
        .createTable('session')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('council_id', 'text', (c) => c.notNull())
        .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addColumn('last_used_at', 'text', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('session_person').on('session').column('person_id').execute()

      await db.schema
        .createTable('sign_in_try')
        .addColumn('council_id', 'text', (c) => c.notNull())
        .addColumn('address_hash', 'text', (c) => c.notNull())
        .addColumn('tries', 'integer', (c) => c.notNull())
        .addColumn('last_at', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('sign_in_try_key', ['council_id', 'address_hash'])
        .execute()

      await db.schema
        .createTable('access_log')
        .addColumn('council_id', 'text', (c) => c.notNull())
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('at', 'text', (c) => c.notNull())
        .addColumn('person_id', 'text')
        .addColumn('role', 'text')
        .addColumn('what', 'text', (c) => c.notNull())
        .addColumn('subject', 'text', (c) => c.notNull())
        .addColumn('children', 'text', (c) => c.notNull())
        .addColumn('child_count', 'integer', (c) => c.notNull())
        .addColumn('why', 'text', (c) => c.notNull())
        .addColumn('previous_hash', 'text', (c) => c.notNull())
        .addColumn('hash', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('access_log_key', ['council_id', 'seq'])
        .execute()

      await db.schema
        .createTable('access_log_head')
        .addColumn('council_id', 'text', (c) => c.primaryKey())
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('hash', 'text', (c) => c.notNull())
        .execute()
    },
  },
  '0707-assignments': {
    async up(db) {
      await db.schema.alterTable('person').addColumn('last_day', 'text').execute()
      await db.schema
        .createTable('assignment')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('council_id', 'text', (c) => c.notNull())
        .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('subject', 'text', (c) => c.notNull())
        .addColumn('from_on', 'text', (c) => c.notNull())
        .addColumn('to_on', 'text')
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('given_at', 'text', (c) => c.notNull())
        .addColumn('given_by', 'text', (c) => c.notNull())
        .execute()
      await db.schema
        .createIndex('assignment_person')
        .on('assignment')
        .columns(['council_id', 'person_id'])
        .execute()
    },
  },
  '0707-case-system': {
    async up(db) {
      await db.schema.alterTable('council').addColumn('case_system', 'text').execute()
    },
  },
  '0710-restrictions': {
    async up(db) {
      await db.schema
        .createTable('restriction')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('council_id', 'text', (c) => c.notNull())
        .addColumn('child', 'text', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('from_on', 'text', (c) => c.notNull())
        .addColumn('marked_at', 'text', (c) => c.notNull())
        .addColumn('marked_by', 'text', (c) => c.notNull())
        .addColumn('ended_on', 'text')
        .addColumn('ended_by', 'text')
        .addColumn('end_reason', 'text')
        .execute()
      await db.schema
        .createTable('restriction_person')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('restriction_id', 'text', (c) => c.notNull().references('restriction.id'))
        .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
        .addColumn('named_at', 'text', (c) => c.notNull())
        .addColumn('named_by', 'text', (c) => c.notNull())
        .addColumn('ended_at', 'text')
        .addColumn('ended_by', 'text')
        .execute()
      await db.schema
        .createIndex('restriction_person_restriction')
        .on('restriction_person')
        .column('restriction_id')
        .execute()
    },
  },
}
