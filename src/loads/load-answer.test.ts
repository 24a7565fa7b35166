import { readFile, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  annexAFiles,
  contentOfFolder,
  loadMigrations,
  loadWorld,
  onRecord,
  referralFiles,
  type LoadWorld,
} from '../../tests/support/load-world.ts'
import { testFolder } from '../../tests/support/annex-a-files.ts'
import { asSomeone, textOf } from '../../tests/support/someone.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { waitingIn } from '../../tests/support/waiting-world.ts'
import type { Role, WebEnv } from '../access/index.ts'
import { silentLog } from '../platform/log.ts'
import { dataSetting } from './data-setting-store.ts'
import { load } from './load.ts'
import { dataRoutes } from './load-routes.tsx'
import { openSnapshotPool, type SnapshotPool } from '../dataset/snapshots/snapshot-pool.ts'
import { currentSnapshot } from '../dataset/snapshots/snapshot-store.ts'

let store: TestStore
let world: LoadWorld
let pool: SnapshotPool
let rooms: Hono<WebEnv>

beforeEach(async () => {
  store = await sqliteStore(loadMigrations)
  world = await loadWorld(store)
  pool = openSnapshotPool(world.deps.dataDir, store.records)
  rooms = dataRoutes({ ...world.deps, pool, log: silentLog })
})
afterEach(async () => {
  pool.close()
  await store.close()
})

const as = (role: Role, council?: string) =>
  asSomeone('/data', rooms, { role, council, frame: { today: '2015-02-05' } })

const page = (path: string, role: Role = 'data_team') => textOf(as(role).request(path))
const post = (path: string, fields: Record<string, string> = {}, role: Role = 'data_team') =>
  as(role).request(path, { method: 'POST', body: new URLSearchParams(fields) })

/** Sends files with "Check first, then decide" ticked, and waits until they are read. */
async function sendToCheck(paths: readonly string[]): Promise<string> {
  const form = new FormData()
  form.set('check_first', 'yes')
  for (const path of paths) form.append('files', new Blob([await readFile(path)]), basename(path))
  const sent = await as('data_team').request('/data/upload', { method: 'POST', body: form })
  const address = sent.headers.get('Location')!
  for (let tries = 0; (await page(address)).includes('Load running') && tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return address
}

test('the form checks first unless someone says otherwise', async () => {
  expect(await (await as('data_team').request('/data/upload')).text()).toMatch(
    /<input[^>]*name="check_first"[^>]*checked/,
  )
})

test('files that are sent to be checked wait on their page with what they would change, and are sealed by a button', async () => {
  const first = await load(world.deps, world.pass, { paths: await referralFiles() })
  const address = await sendToCheck(await referralFiles('14/01/2015'))
  const text = await page(address)
  expect(text).toContain('This load is waiting for your decision')
  expect(text).toContain('1 of 3 rows is set aside')
  expect(text).toContain('It is not sealed yet. Until it is, everyone still sees the load of 5 February 2015')
  expect(text).toContain('What it would change against the load of 5 February 2015, as at 31 January 2015')
  expect(text).toMatch(/List 3: Referrals 1 0 1 1/)
  expect(text).toContain('“last Tuesday”')
  expect(text).toContain('It is kept until 12 February 2015, then thrown away.')
  expect(await page('/data')).toContain('is waiting for a decision. It is kept until 12 February 2015.')
  expect((await currentSnapshot(store.records, 'norchester'))?.snapshot).toBe(first.snapshot)

  // Anyone who reads loads sees the counts, neither cells nor buttons.
  const read = await page(address, 'programme_manager')
  expect(read).toContain('This load is waiting for the data team')
  expect(read).not.toContain('last Tuesday')
  expect(read).not.toContain('Seal this load')

  const answer = await post(`${address}/seal`)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, address])
  expect(await page(address)).toContain('Everyone now sees it.')
  expect((await currentSnapshot(store.records, 'norchester'))?.snapshot).not.toBe(first.snapshot)
})

test('a load that waits is found after a restart, and can be thrown away', async () => {
  const { loadId } = await waitingIn(world)
  const address = `/data/loads/${loadId}`
  expect(await page(address)).toContain('Figures appear when it is sealed.')
  expect(await page(`${address}/tables/annex-a/3`)).toContain('List 3')
  expect((await as('data_team').request(`${address}/rows-to-correct.csv`)).status).toBe(200)
  expect((await as('data_team', 'easton').request(address)).status).toBe(404)
  for (const answer of ['seal', 'throw-away']) {
    expect((await post(`${address}/${answer}`, {}, 'programme_manager')).status).toBe(403)
  }
  expect((await post(`${address}/throw-away`)).headers.get('Location')).toBe('/data')
  expect(await page('/data')).toContain('was thrown away by data_team before it was sealed')
  expect(await page(address)).toContain('thrown away')
  expect(await contentOfFolder(world.deps.dataDir)).toEqual({})
})

test('a load is deleted before its day for a reason, and its page and the disposal log say so', async () => {
  await onRecord(world, '2014-12-31-aaaa', '2014-12-31', '2015-01-05T09:00:00Z')
  await onRecord(world, '2015-01-31-bbbb', '2015-01-31')
  const [old, current] = ['/data/loads/load_2014-12-31-aaaa', '/data/loads/load_2015-01-31-bbbb']
  expect(await page('/data/disposals', 'programme_manager')).toContain('No load has been deleted yet.')
  expect((await as('data_team').request(`${current}/delete`)).status).toBe(422)
  expect(await page(`${old}/delete`)).toContain('It would be kept until 5 February 2016.')
  const unsaid = await post(`${old}/delete`, { reason: ' ' })
  expect(unsaid.status).toBe(422)
  expect(await textOf(unsaid)).toContain('Enter why this load is to be deleted before its day')
  expect((await post(`${old}/delete`, { reason: 'Loaded by mistake' }, 'programme_manager')).status).toBe(403)

  const answer = await post(`${old}/delete`, { reason: 'Loaded by mistake' })
  expect(answer.headers.get('Location')).toBe('/data/disposals')
  const log = await page('/data/disposals', 'programme_manager')
  expect(log).toContain('1 load was deleted with every child’s row in it.')
  expect(log).toContain('Loaded by mistake')
  expect(await textOf(as('data_team', 'easton').request('/data/disposals'))).toContain('No load has been')

  const deleted = 'Snapshot 2014-12-31-aaaa was deleted on 5 February 2015 before its retention ended.'
  expect(await page(old)).toContain(deleted)
  for (const part of ['/rows-to-correct.csv', '/use', '/delete', '/changes/annex-a/3/new']) {
    const gone = await as('data_team').request(old + part)
    expect([part, gone.status]).toEqual([part, 410])
    expect(await gone.text()).toContain(deleted)
  }
})

test('the settings say what is wrong with them, are kept, and are the data team’s', async () => {
  expect((await as('programme_manager').request('/data/settings')).status).toBe(403)
  const wrong = await post('/data/settings', {
    months_kept: '100',
    watched_folder: 'exports',
    watching: 'yes',
  })
  expect(wrong.status).toBe(422)
  const text = await textOf(wrong)
  expect(text).toContain('Enter how many months a load is kept, from 1 to 84')
  expect(text).toContain('Enter the whole path of the folder on the server')

  const folder = await testFolder()
  const saved = await post('/data/settings', {
    months_kept: '24',
    watched_folder: folder,
    watching: 'yes',
    gone_tables: 'carry',
  })
  expect(saved.headers.get('Location')).toBe('/data/settings?saved=yes')
  expect(await page('/data/settings?saved=yes')).toContain('The settings are saved.')
  expect((await dataSetting(store.records, 'norchester')).setting).toEqual({
    monthsKept: 24,
    watchedFolder: folder,
    watching: true,
    carryForward: true,
    joinIds: true,
  })
  expect((await dataSetting(store.records, 'easton')).setting.monthsKept).toBe(12)
})

test('the same files read for an authority are a load of their own when they are sealed', async () => {
  const paths = await referralFiles()
  const first = await load(world.deps, world.pass, { paths })
  const request = { paths, authority: 'Norchester', ending: 'wait' } as const
  const { loadId } = await load(world.deps, world.pass, request)
  expect((await post(`/data/loads/${loadId}/seal`)).status).toBe(303)
  expect((await currentSnapshot(store.records, 'norchester'))?.snapshot).not.toBe(first.snapshot)
})

test('files that speak of two days are asked about, and read again with the answer without being sent again', async () => {
  const rows = Array.from({ length: 24 }, (_, n) => ({
    'Child Unique ID': `A${n}`,
    'Date of referral': `${n + 1}/01/2015`,
  }))
  const [file] = await annexAFiles({ 3: rows })
  const named = join(dirname(file!), '2012-12-31 List 3.csv')
  await rename(file!, named)
  const address = await sendToCheck([named])
  const text = await page(address)
  expect(text).toContain('Which day are the files as at?')
  expect(text).toContain('31 December 2012 The name of the file says so')
  expect(text).toContain('24 January 2015 The latest day in its lists says so')
  expect(text).toContain('The files are kept for this until 12 February 2015.')

  const none = await post(`${address}/answer`)
  expect(none.status).toBe(422)
  expect(await textOf(none)).toContain('Choose or enter the day the files are as at')
  const ahead = await post(`${address}/answer`, {
    'as_at-day': '1',
    'as_at-month': '3',
    'as_at-year': '2015',
  })
  expect(await textOf(ahead)).toContain('must be today or in the past')

  const answered = await post(`${address}/answer`, { as_at_day: '2015-01-24' })
  expect(answered.status).toBe(303)
  const next = answered.headers.get('Location')!
  for (let tries = 0; (await page(next)).includes('Load running') && tries < 200; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await page(next)).toContain('as at 24 January 2015, by the person who loaded it')
  expect((await post(`${next}/seal`)).status).toBe(303)
  expect((await currentSnapshot(store.records, 'norchester'))?.asAt).toBe('2015-01-24')
  expect((await post(`${address}/answer`, { as_at_day: '2015-01-12' })).status).toBe(404)
})
