import { expect, test } from 'vitest'
import { measuredRecords } from '../../../../tests/support/measured-records.ts'
import { sqliteStore } from '../../../../tests/support/stores.ts'
import { accessMigrations, allow, operator } from '../../../access/index.ts'
import { stoppedClock } from '../../../platform/day.ts'
import { recordMigrations } from '../../../records/index.ts'
import type { RecordTable } from '../../engine/record-table.ts'
import { figureReader, recordsBehind } from '../../index.ts'

const read = 'figures:read'
const words = { one: 'row', many: 'rows' }
/** Clinics of North on 2 December, 6 and 27 January, and after the figures end; of South on 2 December alone. */
const TABLES: readonly RecordTable[] = [
  {
    name: 'clinic_team',
    read,
    words,
    columns: { clinic_id: 'text', team: 'text', held_on: 'date' },
    rows: [
      { clinic_id: 'c1', team: 'North', held_on: '2014-12-02' },
      { clinic_id: 'c1', team: 'South', held_on: '2014-12-02' },
      { clinic_id: 'c2', team: 'North', held_on: '2015-01-06' },
      { clinic_id: 'c3', team: 'North', held_on: '2015-01-27' },
      { clinic_id: 'c4', team: 'North', held_on: '2015-02-24' },
    ],
  },
  {
    name: 'clinic_action',
    read,
    words,
    columns: {
      id: 'text',
      clinic_id: 'text',
      team: 'text',
      raised_on: 'date',
      due_on: 'date',
      closed_on: 'date',
    },
    rows: [
      ['closed on the day of the next clinic', 'North', '2014-12-20', '2015-01-06'],
      ['closed a day after it', 'North', '2015-01-06', '2015-01-07'],
      ['open', 'North', '2014-12-20', null],
      // Carried past 6 January, because it was not due until then: it is judged on 27 January.
      ['due after the next clinic', 'North', '2015-01-20', '2015-01-15'],
      ['due after the figures end', 'North', '2015-02-20', '2014-12-15'],
      ['of a team without a next clinic', 'South', '2014-12-20', '2014-12-10'],
      ['about no child, of both teams', null, '2014-12-20', '2014-12-12'],
    ].map(([id = null, team = null, due_on = null, closed_on = null]) => ({
      id,
      clinic_id: 'c1',
      team,
      raised_on: '2014-12-02',
      due_on,
      closed_on,
    })),
  },
]

test('an action counts once, for the first clinic at which it was due, in the month of the clinic that raised it', async () => {
  const store = await sqliteStore({ ...accessMigrations, ...recordMigrations })
  const { records } = store
  const snapshot = await measuredRecords({
    records,
    clock: stoppedClock('2015-02-05'),
    rooms: [{ room: 'oversight', read: () => Promise.resolve(TABLES) }],
  })
  const pass = allow(operator('norchester'), 'figures:read')
  const { points } = await figureReader(snapshot, pass).figures('pl-clinic-actions', { from: '2014-11' })
  expect(points.map(({ period, numerator, denominator }) => [period, numerator, denominator])).toEqual([
    ['2014-12', 3, 5],
    ['2015-01', 0, 0],
    ['2015-02', 0, 0],
  ])
  const met = await recordsBehind(snapshot, pass, 'pl-clinic-actions', { period: '2014-12', met: 'yes' })
  expect(met.rows.map(({ case_id }) => case_id).toSorted()).toEqual([
    'about no child, of both teams',
    'closed on the day of the next clinic',
    'due after the next clinic',
  ])
  await store.close()
})
