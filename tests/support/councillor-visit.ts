import type { Kysely } from 'kysely'
import type { Migrations } from '../../src/platform/migrate.ts'
import {
  choice,
  createRecordTable,
  day,
  defineRecord,
  paragraph,
  parent,
  pence,
  recordMigrations,
  text,
  whole,
  type RecordOf,
} from '../../src/records/index.ts'

/** A record kind as a new room would declare one: every sort of field, with a rule of its own. */
export const councillorVisit = defineRecord({
  name: 'councillor_visit',
  idPrefix: 'vis',
  words: { one: 'visit by a councillor', many: 'visits by councillors' },
  permissions: { read: 'plan:read', write: 'plan:write' },
  fields: {
    ref: text({
      label: 'Reference',
      required: 'Enter the reference',
      unique: (ref) => `${ref} is another visit: give this one another reference`,
    }),
    visitedOn: day({
      label: 'Day of the visit',
      required: 'Enter the day of the visit',
      reasonToChange: 'Say why the day of the visit changes',
      takesReason: true,
    }),
    plannedOn: day({
      label: 'Day first planned',
      hidden: true,
      fixed: (was) => `The day first planned stays ${was}`,
    }),
    team: text({ label: 'Team', hint: 'As the case system writes it', required: 'Enter the team' }),
    outcome: choice({
      label: 'What came of it',
      choices: { good: 'Good', mixed: 'Mixed', worrying: 'Worrying' },
      required: 'Choose what came of it',
    }),
    seen: whole({ label: 'Workers spoken to', min: 0, max: 500 }),
    cost: pence({ label: 'Cost' }),
    notes: paragraph({ label: 'What was seen' }),
  },
  named: 'ref',
  order: (left, right) => (left.visitedOn < right.visitedOn ? 1 : -1),
  check: ({ visitedOn }, { today }) =>
    visitedOn > today ? { visitedOn: 'The day of the visit must be today or earlier' } : {},
})

export type CouncillorVisit = RecordOf<typeof councillorVisit.fields>

/** What was agreed at a visit: a record that belongs to another. */
export const visitPromise = defineRecord({
  name: 'visit_promise',
  idPrefix: 'pro',
  words: { one: 'promise', many: 'promises' },
  permissions: { read: 'plan:read', write: 'plan:write' },
  parents: { visitId: parent(() => councillorVisit, { label: 'Visit', required: 'Choose the visit' }) },
  fields: { title: text({ label: 'What was promised', required: 'Enter what was promised' }) },
  named: 'title',
  about: ({ visitId }) => visitId,
})

export const visitMigrations: Migrations = {
  ...recordMigrations,
  '9000-visits': {
    async up(db: Kysely<unknown>) {
      await createRecordTable(db, 'councillor_visit', {
        ref: 'text',
        visited_on: 'text',
        planned_on: 'text?',
        team: 'text',
        outcome: 'text',
        seen: 'integer?',
        cost: 'bigint?',
        notes: 'text',
      })
      await createRecordTable(
        db,
        'visit_promise',
        { title: 'text' },
        { visit_id: { table: 'councillor_visit' } },
      )
    },
  },
}
