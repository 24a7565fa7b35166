import { expect, test } from 'vitest'
import { councillorVisit, visitMigrations } from '../../../tests/support/councillor-visit.ts'
import { measuredRecords } from '../../../tests/support/measured-records.ts'
import { onBothStores } from '../../../tests/support/stores.ts'
import { accessMigrations, allow, operator } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { stoppedClock } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { addRecord, columnOf, recordTransaction } from '../../records/index.ts'
import { availability, figureReader } from '../index.ts'
import { describeField, describeFieldShort } from '../catalogue/field-words.ts'
import { readMeasure } from '../catalogue/measure-file.ts'
import { buildVersion, type RecordContext } from './record-cases.ts'
import { recordRows } from './record-rows.ts'

const clock = stoppedClock('2015-02-05')
const VISITS = `-- title:       Visits by councillors
-- asks:        Do councillors see the service for themselves?
-- shows:       rate, %, higher is better
-- placed:      flow: the day of the visit
-- met:         visits that went well
-- counts:      visits by councillors
-- leaves out:  nothing
-- clock:       none
-- records:     visits
-- needs:       councillor_visit.visited_on
-- small numbers: SN0
-- standard:    none
-- act on:      nobody
-- source:      our own
-- version:     1 (2015-01-01)   look again: 2027-11
-- order:       1
-- why:         Councillors are corporate parents
-- status:      Local
-- breakdowns:  team

select
    'bare' as series, 0 as child_key, id as case_id, visited_on as on_date, team, cast(null as text) as worker,
    outcome = 'Good' as met, cost / 100.0 as value
from councillor_visit;
`

const draft = {
  ref: 'V1',
  visitedOn: '2015-01-20',
  plannedOn: null,
  team: 'North 1',
  outcome: 'good',
  seen: 4,
  cost: 3_000_000_000,
  notes: '',
} as const

async function rowsOf(records: Records) {
  const pass = allow(operator('norchester'), 'plan:write')
  const id = await recordTransaction(records, pass, clock, councillorVisit, (open) =>
    addRecord(open, councillorVisit, draft),
  )
  const context = { records, council: 'norchester' } as RecordContext
  const [table] = await recordRows([{ kind: councillorVisit, at: '/visits' }])(context)
  return { id, table: table! }
}

onBothStores({ ...accessMigrations, ...visitMigrations }, (open) => {
  test('a kind that a room declared is a table that measures count: days, choices in words, blanks as blanks', async () => {
    const store = await open()
    const { id, table } = await rowsOf(store.records)
    expect(table).toMatchObject({
      name: 'councillor_visit',
      read: 'plan:read',
      words: { one: 'visit by a councillor', many: 'visits by councillors' },
      columns: { id: 'text', visited_on: 'date', outcome: 'text', seen: 'integer', cost: 'bigint' },
      links: { [id]: { name: 'V1', href: `/visits/${id}` } },
    })
    expect(table.rows).toEqual([
      {
        id,
        ref: 'V1',
        visited_on: '2015-01-20',
        planned_on: null,
        team: 'North 1',
        outcome: 'Good',
        seen: 4,
        cost: 3_000_000_000,
        notes: null,
      },
    ])
    const measure = readMeasure('plan', 'vi-visits', VISITS)
    const identity: SealedSnapshot = {
      id: 'records-test',
      asAt: '2015-02-05',
      loadedAt: clock.now(),
      sources: ['records'],
    }
    const counted = await buildVersion(identity, [{ ...measure, sql: measure.recordSql }], [table])
    expect(await counted.all('select case_id, on_date, team, met, value from case_row')).toEqual([
      { case_id: id, on_date: '2015-01-20', team: 'North 1', met: true, value: 30_000_000 },
    ])
    await counted.close()
    await store.close()
  })

  test('a room hands over its own rows, and measures of the records of other rooms are left alone', async () => {
    const store = await open()
    const rooms = [{ room: 'visits', read: recordRows([{ kind: councillorVisit }]) }]
    const snapshot = await measuredRecords({ records: store.records, clock, rooms }, 'fd-referrals')
    const found = await availability(snapshot)
    expect(found.get('fd-referrals')?.available).toBe(true)
    expect(found.has('pl-brag.brag')).toBe(false)
    const reader = figureReader(snapshot, allow(operator('norchester'), 'figures:read'))
    expect((await reader.figures('fd-referrals')).available).toBe(true)
    expect((await reader.figures('pl-brag')).available).toBe(false)
    await store.close()
  })
})

test('the fields of a declared kind are told in the words of their labels', () => {
  recordRows([{ kind: councillorVisit }])
  expect(describeFieldShort('councillor_visit.visited_on')).toBe('day of the visit')
  expect(describeField('councillor_visit.outcome')).toBe('what came of it (councillor_visit.outcome)')
  const fields = Object.keys(councillorVisit.fields).map((name) => `councillor_visit.${columnOf(name)}`)
  expect(fields.filter((field) => describeFieldShort(field) === field)).toEqual([])
})
