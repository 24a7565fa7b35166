import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedFolder } from '../../tests/support/annex-a-files.ts'
import { annexAFiles, loadMigrations, loadWorld, type LoadWorld } from '../../tests/support/load-world.ts'
import { asSomeone, textOf } from '../../tests/support/someone.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { allow, operator, readAccessLog, type Role, type WebEnv } from '../access/index.ts'
import { stoppedClock, type Day } from '../platform/day.ts'
import { silentLog } from '../platform/log.ts'
import { load } from './load.ts'
import { dataRoutes } from './load-routes.tsx'
import { openSnapshotPool, type SnapshotPool } from '../dataset/snapshots/snapshot-pool.ts'

let store: TestStore
let world: LoadWorld
let pool: SnapshotPool
let rooms: Hono<WebEnv>
let first: string
let second: string

async function sealed(day: Day, children: readonly string[], team: string): Promise<string> {
  const rows = children.map((id) => ({
    'Child Unique ID': id,
    'Date of referral': '12/01/2015',
    'Referral Source': '1A',
    'Allocated Team': team,
  }))
  const deps = { ...world.deps, clock: stoppedClock(day) }
  return (await load(deps, world.pass, { paths: await annexAFiles({ 3: rows }) })).loadId
}

/** Two loads that every test reads; the last puts the first in use again. */
beforeAll(async () => {
  store = await sqliteStore(loadMigrations)
  world = await loadWorld(store, 'norchester', await sharedFolder())
  pool = openSnapshotPool(world.deps.dataDir, store.records)
  rooms = dataRoutes({ ...world.deps, pool, log: silentLog })
  first = await sealed('2015-02-05', ['900001', '900002'], 'North')
  second = await sealed('2015-02-06', ['900002', '900003'], 'South')
})
afterAll(async () => {
  pool?.close()
  await store?.close()
})

const as = (role: Role, council?: string) => asSomeone('/data', rooms, { role, council })

const reads = async () =>
  (await readAccessLog(store.records, allow(operator('norchester'), 'access-log:read'), 1)).entries

test('a load’s page says what changed since the load before, and the first has none to compare with', async () => {
  const text = await textOf(as('data_team').request(`/data/loads/${second}`))
  expect(text).toContain('What changed since the load of 5 February 2015, as at 31 January 2015')
  expect(text).toMatch(/List 3: Referrals 1 1 1 0/)
  expect(await textOf(as('data_team').request(`/data/loads/${first}`))).not.toContain('What changed')
})

test('counts open their rows for those who bring files in, and it is written down whose rows were shown', async () => {
  const address = `/data/loads/${second}/changes/annex-a/3/changed`
  const [link, count] = [`href="${address}"`, 'What changed since']
  const managers = await (await as('programme_manager').request(`/data/loads/${second}`)).text()
  expect([managers.includes(count), managers.includes(link)]).toEqual([true, false])
  expect((await as('programme_manager').request(address)).status).toBe(403)
  expect(await (await as('data_team').request(`/data/loads/${second}`)).text()).toContain(link)

  const text = await textOf(as('data_team').request(address))
  expect(text).toContain('900002')
  expect(text).toContain('Allocated Team: North, now South')
  expect((await reads())[0]).toMatchObject({
    what: 'list',
    subject: `changed rows of list 3 in ${second}`,
    children: ['900002'],
  })
  expect(await textOf(as('data_team').request(`/data/loads/${second}/changes/annex-a/3/new`))).toContain(
    '900003',
  )
  expect(await textOf(as('data_team').request(`/data/loads/${second}/changes/annex-a/3/vanished`))).toContain(
    '900001',
  )
})

test('what is no change of that load is not found, nor is another council’s', async () => {
  const before = await reads()
  const status = async (path: string, council?: string) =>
    (await as('data_team', council).request(`/data/loads/${path}`)).status
  for (const path of ['annex-a/3/gone', 'annex-a/4/new', 'annex-a/3/new?page=2', 'annex-a/3/new?page=x']) {
    expect([path, await status(`${second}/changes/${path}`)]).toEqual([path, 404])
  }
  expect(await status(`${first}/changes/annex-a/3/new`)).toBe(404)
  expect(await status(`${second}/changes/annex-a/3/new`, 'easton')).toBe(404)
  expect(await status(`${first}/use`, 'easton')).toBe(404)
  expect(await reads()).toEqual(before)
})

test('the load before is put in use once a reason is given, and the list of loads says so', async () => {
  const page = await (await as('data_team').request(`/data/loads/${first}`)).text()
  expect(page).toContain(`href="/data/loads/${first}/use"`)
  expect(await (await as('programme_manager').request(`/data/loads/${first}`)).text()).not.toContain('/use"')
  expect(await textOf(as('data_team').request(`/data/loads/${first}/use`))).toContain('Nothing is deleted')

  const send = (reason: string, role: Role = 'data_team') =>
    as(role).request(`/data/loads/${first}/use`, { method: 'POST', body: new URLSearchParams({ reason }) })
  const blank = await send(' ')
  expect(blank.status).toBe(422)
  expect(await textOf(blank)).toContain('Enter why everyone should see this load')
  expect((await send('Cut short', 'programme_manager')).status).toBe(403)

  const sent = await send('The later file was cut short')
  expect([sent.status, sent.headers.get('Location')]).toEqual([303, `/data/loads/${first}`])
  expect((await pool.current('norchester'))?.loadedAt).toBe('2015-02-05T12:00:00Z')
  const list = await textOf(as('data_team').request('/data'))
  expect(list).toContain('Figures come from the load of 5 February 2015')
  expect(list).toContain(
    'was put in use in place of the load of 6 February 2015, as at 31 January 2015: The later file was cut short',
  )
  expect((await send('Once more')).status).toBe(422)
})
