import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedFolder } from '../../tests/support/annex-a-files.ts'
import { annexAFiles, loadMigrations, loadWorld, type LoadWorld } from '../../tests/support/load-world.ts'
import { asSomeone, textOf } from '../../tests/support/someone.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { allow, operator, readAccessLog, type Role, type WebEnv } from '../access/index.ts'
import { stoppedClock, type Day } from '../platform/day.ts'
import { load } from '../loads/load.ts'
import type { LoadOutcome } from '../loads/load-outcome.ts'
import { openSnapshotPool, type SnapshotPool } from '../dataset/snapshots/snapshot-pool.ts'
import { dataQualityRoutes } from './quality-routes.tsx'

let store: TestStore
let world: LoadWorld
let pool: SnapshotPool
let rooms: Hono<WebEnv>
/** What a data officer was sent, and what they sent again once it was put right. */
let messy: LoadOutcome
let mended: LoadOutcome

const child = (id: string) => ({
  'Child Unique ID': id,
  Gender: 'b) Female',
  Ethnicity: 'a) WBRI',
  'Date of Birth': '04/03/2008',
  'Allocated Team': 'North',
  'Allocated Worker': 'SW-118',
})

/** Two assessments that have ended and one that is open; the second ended on `authorised`. */
const assessed = (authorised: string, seen: string | null) => [
  {
    ...child('900001'),
    'Continuous Assessment Start Date': '01/12/2014',
    'Continuous Assessment Date of Authorisation': '05/01/2015',
    'Child Seen During Continuous Assessment': 'a) Yes',
  },
  {
    ...child('900002'),
    'Continuous Assessment Start Date': '20/01/2015',
    'Continuous Assessment Date of Authorisation': authorised,
    'Child Seen During Continuous Assessment': seen,
  },
]
const opened = ['900001', '900002'].map((id) => ({ ...child(id), 'CIN Start Date': '03/11/2014' }))

async function sealed(day: Day, list4: Parameters<typeof annexAFiles>[0][number]): Promise<LoadOutcome> {
  const deps = { ...world.deps, clock: stoppedClock(day) }
  return await load(deps, world.pass, { paths: await annexAFiles({ 4: list4, 6: opened }) })
}

beforeAll(async () => {
  store = await sqliteStore(loadMigrations)
  world = await loadWorld(store, 'norchester', await sharedFolder())
  pool = openSnapshotPool(world.deps.dataDir, store.records)
  rooms = dataQualityRoutes({
    records: store.records,
    pool,
    clock: world.deps.clock,
  })
  messy = await sealed('2015-02-05', assessed('12/01/2015', null))
  mended = await sealed('2015-02-06', assessed('22/01/2015', 'a) Yes'))
}, 120_000)
afterAll(async () => {
  pool?.close()
  await store?.close()
})

const as = (role: Role, council?: string) => asSomeone('/data', rooms, { role, council })

const reads = async () =>
  (await readAccessLog(store.records, allow(operator('norchester'), 'access-log:read'), 1)).entries

const FAULT = 'assessment-authorised-before-start'
const ofMessy = () => `?load=${messy.loadId}`

describe('a data officer who takes a messy extract', () => {
  test('is told of each fault, most harm first, with the measures it harms and by how many cases', () => {
    expect(messy.quality.map(({ check, count }) => [check, count])).toContainEqual([FAULT, 1])
    const fault = messy.quality.find(({ check }) => check === FAULT)!
    expect(fault).toMatchObject({ title: 'Assessments authorised before they started', severity: 'warning' })
    expect(fault.harms).toContainEqual({
      measure: 'as-completed-45wd.from_start',
      cases: 1,
      how: 'left_out',
    })
    expect(messy.reconciliation).toEqual([])
  })

  test('reads on the page what to put right first, and what each fault does', async () => {
    const text = await textOf(as('data_team').request(`/data/quality${ofMessy()}`))
    expect(text).toMatch(/Nothing stops these figures: of 4 rows, 1 has something to put right/)
    expect(text).toContain('to put right first')
    expect(text).toContain('Assessments authorised before they started')
    expect(text).toContain('Assessments completed within 45 working days : 1 left out')
    expect(text).toContain('What harms most:')
    expect(text).toContain('List 4: Assessments')
  })

  test('opens the rows, which name the file and the row, and that is written down first', async () => {
    const before = (await reads()).length
    const text = await textOf(as('data_team').request(`/data/quality/${FAULT}${ofMessy()}`))
    expect(text).toContain('900002')
    expect(text).toContain('Started 20 January 2015, authorised 12 January 2015')
    expect(text).toMatch(/2015-01-31 List 4\.csv, row 3/)
    const entries = await reads()
    expect(entries).toHaveLength(before + 1)
    expect(entries[0]).toMatchObject({ what: 'list', children: ['900002'], why: 'puts data right' })
  })

  test('takes the rows to correct away as CSV', async () => {
    const answer = await as('data_team').request(`/data/quality/${FAULT}/rows-to-correct.csv${ofMessy()}`)
    expect(answer.headers.get('Content-Disposition')).toContain('rows-to-correct.csv')
    expect(await answer.text()).toContain(
      '2015-01-31 List 4.csv,2015-01-31 List 4,3,900002,2015-01-12,"Started 2015-01-20, authorised 2015-01-12"',
    )
    expect((await reads())[0]).toMatchObject({ what: 'export', children: ['900002'] })
  })

  test('puts the source right, loads again, and sees the faults gone and the figures whole', async () => {
    expect(mended.quality.map(({ check }) => check)).not.toContain(FAULT)
    expect(mended.quality.filter(({ severity }) => severity === 'warning')).toEqual([])
    const text = await textOf(as('data_team').request('/data/quality'))
    expect(text).toContain('Nothing stops these figures: none of the 4 rows contradicts another.')
    expect(text).toContain('There is nothing to put right.')
    expect(await (await as('data_team').request(`/data/quality/${FAULT}`)).text()).toBe('not found')
  })
})

test('the numbers of the picture are a CSV too', async () => {
  const text = await (await as('programme_manager').request(`/data/quality/checks.csv${ofMessy()}`)).text()
  expect(text).toContain(`${FAULT},Assessments authorised before they started,warning,1,1,`)
  expect(text).toContain('as-completed-45wd.from_start: 1 left out')
})

test('anyone who sees loads and does not bring them in sees counts, and no row', async () => {
  const page = await (await as('programme_manager').request(`/data/quality${ofMessy()}`)).text()
  expect(page).toContain('Assessments authorised before they started')
  expect(page).not.toContain(`/data/quality/${FAULT}`)
  for (const path of [`/data/quality/${FAULT}`, `/data/quality/${FAULT}/rows-to-correct.csv`])
    expect((await as('programme_manager').request(path + ofMessy())).status).toBe(403)
})

test('another council finds no load of ours, and has none of its own', async () => {
  expect((await as('data_team', 'southby').request(`/data/quality${ofMessy()}`)).status).toBe(404)
  expect((await as('data_team', 'southby').request(`/data/quality/${FAULT}${ofMessy()}`)).status).toBe(404)
  expect(await textOf(as('data_team', 'southby').request('/data/quality'))).toContain(
    'Nothing has been loaded yet.',
  )
})

test('a load of one source has nothing to reconcile, and says so', async () => {
  expect(await textOf(as('data_team').request('/data/reconciliation'))).toContain(
    'There is nothing to compare.',
  )
})

test('a page beyond the last is not found', async () => {
  expect((await as('data_team').request(`/data/quality/${FAULT}${ofMessy()}&page=2`)).status).toBe(404)
})
