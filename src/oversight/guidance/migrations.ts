import type { Kysely } from 'kysely'
import type { Migrations } from '../../platform/migrate.ts'

/* The columns of migration 0708, which never change. */
const STANDARD = {
  clock: 'text',
  from_on: 'text',
  first_within: 'integer',
  then_every: 'integer?',
  agreed_by: 'text',
  why: 'text',
} as const
const GUIDANCE = {
  title: 'text',
  roles: 'text',
  teams: 'text',
  confirm_within: 'integer',
  serves: 'text',
} as const
const VERSION = {
  issued_on: 'text',
  from_on: 'text',
  issued_by: 'text',
  summary: 'text',
  link: 'text',
  body: 'text',
  changed: 'text',
} as const
const BRIEFING = { held_on: 'text', audience: 'text', led_by: 'text', attended: 'integer' } as const

export const guidanceMigrations: Migrations = {
  '0708-guidance': {
    async up(db: Kysely<unknown>) {
      // Only when it runs: every command loads this file.
      const { createRecordTable } = await import('../../records/index.ts')
      await createRecordTable(db, 'practice_standard', STANDARD)
      await createRecordTable(db, 'guidance', GUIDANCE)
      await createRecordTable(db, 'guidance_version', VERSION, { guidance_id: { table: 'guidance' } })
      const ofVersion = { guidance_version_id: { table: 'guidance_version' } }
      await createRecordTable(db, 'guidance_briefing', BRIEFING, ofVersion)
      await createRecordTable(
        db,
        'guidance_confirmation',
        { person_id: 'text', confirmed_at: 'text' },
        ofVersion,
      )
      // Two tabs at once: a person confirms a version once.
      await db.schema
        .createIndex('guidance_confirmation_once')
        .unique()
        .on('guidance_confirmation')
        .columns(['guidance_version_id', 'person_id'])
        .execute()
    },
  },
}
