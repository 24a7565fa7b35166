import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accessMigrations } from '../../../src/access/index.ts'
import { readMeasure } from '../../../src/measures/catalogue/measure-file.ts'
import { buildVersion, type RecordContext } from '../../../src/measures/engine/record-cases.ts'
import { stoppedClock, type Day } from '../../../src/platform/day.ts'
import { recordMigrations } from '../../../src/records/index.ts'
import { onBothStores } from '../stores.ts'
import { royalVisitMigrations } from './migrations.ts'
import { royalVisits } from './room.ts'

const clock = stoppedClock('2015-02-05')
const text = readFileSync(join(import.meta.dirname, 'royal-visits.sql'), 'utf8')

onBothStores({ ...accessMigrations, ...recordMigrations, ...royalVisitMigrations }, (open) => {
  test('a measure of the room counts its records, and not those that are still to come', async () => {
    const store = await open()
    const { records } = store
    const ours = await royalVisits.accessThings!({ records, clock }, 'norchester')
    const tables = await royalVisits.measureRows!({ records, council: 'norchester' } as RecordContext)
    const measure = readMeasure('qa', 'royal-visits', text)
    const casesAt = async (asAt: Day) => {
      const identity = { id: `records-${asAt}`, asAt, loadedAt: clock.now(), sources: ['records'] }
      const counted = await buildVersion(identity, [{ ...measure, sql: measure.recordSql }], tables)
      const found = await counted.all('select case_id, team, met, value from case_row')
      await counted.close()
      return found
    }
    expect(await casesAt('2015-02-05')).toEqual([
      { case_id: ours['royal_visit'], team: 'norchester', met: true, value: 1250 },
    ])
    expect(await casesAt('2015-02-04')).toEqual([])
    await store.close()
  })
})
