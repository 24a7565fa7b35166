import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  contentOfFolder,
  loadMigrations,
  loadWorld,
  referralFiles,
  type LoadWorld,
} from '../../tests/support/load-world.ts'
import { filesWith, sharedFolder } from '../../tests/support/annex-a-files.ts'
import { asSomeone, textOf } from '../../tests/support/someone.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { operator, readAccessLog, allow, type Role, type WebEnv } from '../access/index.ts'
import { silentLog } from '../platform/log.ts'
import { beginIncoming } from './incoming.ts'
import { registerUnsealed } from './load-register-store.ts'
import { load } from './load.ts'
import { dataRoutes } from './load-routes.tsx'
import { openSnapshotPool, type SnapshotPool } from '../dataset/snapshots/snapshot-pool.ts'

let store: TestStore
let world: LoadWorld
let pool: SnapshotPool
let rooms: Hono<WebEnv>

async function open(dataDir?: string): Promise<void> {
  store = await sqliteStore(loadMigrations)
  world = await loadWorld(store, 'norchester', dataDir)
  pool = openSnapshotPool(world.deps.dataDir, store.records)
  rooms = dataRoutes({ ...world.deps, pool, log: silentLog })
}
async function close(): Promise<void> {
  pool?.close()
  await store?.close()
}

/** The pages as someone of that role and council is answered. */
const as = (role: Role, council?: string) =>
  asSomeone('/data', rooms, { role, council, frame: { today: '2015-02-05', csrf: 'proof/of+form' } })

async function formOf(paths: readonly string[], fields: Record<string, string> = {}): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const path of paths) form.append('files', new Blob([await readFile(path)]), basename(path))
  return form
}

const send = (form: FormData, role: Role = 'data_team') =>
  as(role).request('/data/upload?_csrf=proof', { method: 'POST', body: form })

describe('before anything is sealed', () => {
  beforeEach(() => open())
  afterEach(close)

  test('before the first load the page says that there are no figures', async () => {
    expect(await textOf(as('data_team').request('/data'))).toContain('Nothing has been loaded yet')
  })

  test('files that are sent are sealed, and the person is taken to what was found', async () => {
    const answer = await send(
      await formOf(await referralFiles(), { 'as_at-day': '31', 'as_at-month': '1', 'as_at-year': '2015' }),
    )
    expect(answer.status).toBe(303)
    const page = answer.headers.get('Location')!
    expect(page).toMatch(/^\/data\/loads\/load_/)
    let text = await textOf(as('data_team').request(page))
    for (let tries = 0; text.includes('Load running') && tries < 100; tries += 1) {
      expect(text).toContain('Nothing has stopped this load so far.')
      await new Promise((resolve) => setTimeout(resolve, 100))
      text = await textOf(as('data_team').request(page))
    }
    expect(text).toContain('Nothing stops this load. 1 of 3 rows is set aside')
    expect(text).toContain('List 3')
    expect(text).toContain('Date of referral is not a day we can read')
    expect(text).toContain('Left out of every measure')
    expect(text).toContain('row 4: “last Tuesday”')
    expect(text).toMatch(/All tables 3 2 1/)
  })

  test('a form without files, or with a day that is none, comes back and says so', async () => {
    const text = await textOf(
      send(await formOf([], { 'as_at-day': '31', 'as_at-month': '2', 'as_at-year': '2015' })),
    )
    expect(text).toContain('Error: Load files')
    expect(text).toContain('Select the files to load')
    expect(text).toContain('Enter a real date, such as 31 1 2015, or leave it blank')
    expect(await contentOfFolder(world.deps.dataDir)).toEqual({})
  })

  test('a day that has not come is refused before a file is read', async () => {
    const day = { 'as_at-day': '31', 'as_at-month': '1', 'as_at-year': '2031' }
    const answer = await send(await formOf(await referralFiles(), day))
    expect(answer.status).toBe(400)
    expect(await textOf(answer)).toContain('The day the files are as at must be today or in the past')
    expect(await contentOfFolder(world.deps.dataDir)).toEqual({})
  })

  test('a load that was cut off has a page that says so, and no other council has it', async () => {
    const { person } = world.pass
    const cut = await beginIncoming(world.deps.dataDir, person, '2015-02-04T09:02:00Z', ['Annex_A.xlsx'])
    const sentence = 'The load of Annex_A.xlsx did not finish. Nothing was changed.'
    const ended = { state: 'unfinished', endedAt: '2015-02-05T12:00:00Z', sentence } as const
    await registerUnsealed(store.records, cut.journal, ended)
    const page = await as('data_team').request(`/data/loads/${cut.loadId}`)
    expect(page.status).toBe(200)
    expect(await textOf(page)).toContain(sentence)
    expect((await as('data_team', 'easton').request(`/data/loads/${cut.loadId}`)).status).toBe(404)
    const seen = (council?: string) =>
      as('data_team', council).request(`/data/loads/${cut.loadId}/seen`, { method: 'POST' })
    expect((await seen('easton')).status).toBe(404)
    expect((await seen()).status).toBe(303)
    expect((await seen()).status).toBe(404)
    const after = await textOf(as('data_team').request(`/data/loads/${cut.loadId}`))
    expect(after).toContain('Seen by')
    expect(after).not.toContain('I have seen this')
  })

  test('the form carries its proof in its address, because its body is streamed', async () => {
    const page = await (await as('data_team').request('/data/upload')).text()
    expect(page).toContain('action="/data/upload?_csrf=proof%2Fof%2Bform"')
    expect(page).toContain('enctype="multipart/form-data"')
  })

  test('a refused load says why, and that nothing has changed', async () => {
    const answer = await send(await formOf(await filesWith({ 'rota.csv': 'Name,Shift\nSW-118,late\n' })))
    const page = answer.headers.get('Location')!
    let text = await textOf(as('data_team').request(page))
    for (let tries = 0; text.includes('Load running') && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      text = await textOf(as('data_team').request(page))
    }
    expect(text).toContain(
      'This load was refused, and nothing has changed. There are no figures until files have been loaded.',
    )
    expect(text).toContain('rota.csv is of no kind that we know')
    expect((await as('data_team', 'easton').request(page)).status).toBe(404)
  })

  test('a load that was cut off is told on the page of loads', async () => {
    await store.records
      .insertInto('load_register')
      .values({
        id: 'load_cut',
        council_id: 'norchester',
        state: 'unfinished',
        begun_at: '2015-02-04T09:02:00Z',
        ended_at: '2015-02-05T08:00:00Z',
        loaded_by: 'p',
        loaded_by_name: 'Data team',
        files: '["Annex_A.xlsx"]',
        snapshot_id: null,
        sentence:
          'The load of Annex_A.xlsx begun on 4 February 2015 by Data team did not finish. Nothing was changed.',
      })
      .execute()
    expect(await textOf(as('data_team').request('/data'))).toContain('did not finish. Nothing was changed.')
  })
})

describe('once files are sealed', () => {
  let loadId: string

  beforeAll(async () => {
    await open(await sharedFolder())
    loadId = (await load(world.deps, world.pass, { paths: await referralFiles() })).loadId
  })
  afterAll(close)

  test('the page of loads says what figures rest on', async () => {
    const text = await textOf(as('programme_manager').request('/data'))
    expect(text).toContain('Figures come from the load of 5 February 2015, as at 31 January 2015.')
    expect(text).toContain('5 February 2016')
    expect(text).not.toContain('Load files')
  })

  test('only those who bring files in may, and only those who read loads see them', async () => {
    const statuses = async (role: Role) => ({
      list: (await as(role).request('/data')).status,
      form: (await as(role).request('/data/upload')).status,
      send: (await send(new FormData(), role)).status,
      load: (await as(role).request(`/data/loads/${loadId}`)).status,
      rows: (await as(role).request(`/data/loads/${loadId}/rows-to-correct.csv`)).status,
    })
    expect(await statuses('data_team')).toEqual({ list: 200, form: 200, send: 400, load: 200, rows: 200 })
    expect(await statuses('programme_manager')).toEqual({
      list: 200,
      form: 403,
      send: 403,
      load: 200,
      rows: 403,
    })
    expect(await statuses('social_worker')).toEqual({ list: 403, form: 403, send: 403, load: 403, rows: 403 })
  })

  test('files that are sent again lead to the load that they made', async () => {
    const sent = await send(await formOf(await referralFiles()))
    const job = sent.headers.get('Location')!
    let answer = await as('data_team').request(job)
    for (let tries = 0; answer.status === 200 && tries < 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      answer = await as('data_team').request(job)
    }
    expect(answer.headers.get('Location')).toBe(`/data/loads/${loadId}?again=yes`)
    expect(await textOf(as('data_team').request(`/data/loads/${loadId}?again=yes`))).toContain(
      'These files had been loaded before. Nothing has changed',
    )
  })

  test('another council’s load is not found', async () => {
    const easton = as('data_team', 'easton')
    expect((await easton.request(`/data/loads/${loadId}`)).status).toBe(404)
    expect((await easton.request(`/data/loads/${loadId}/tables/annex-a/3`)).status).toBe(404)
    expect((await easton.request(`/data/loads/${loadId}/rows-to-correct.csv`)).status).toBe(404)
    expect(await textOf(easton.request('/data'))).toContain('Nothing has been loaded yet')
  })

  test('cells of the files are for anyone who puts them right, and that they were shown is written down', async () => {
    const reads = async () =>
      (await readAccessLog(store.records, allow(operator('norchester'), 'access-log:read'), 1)).entries
    const before = await reads()
    for (const page of [`/data/loads/${loadId}`, `/data/loads/${loadId}/tables/annex-a/3`]) {
      expect(await textOf(as('programme_manager').request(page))).not.toContain('last Tuesday')
      expect(await reads()).toEqual(before)
    }
    expect(await textOf(as('data_team').request(`/data/loads/${loadId}/tables/annex-a/3`))).toContain(
      'last Tuesday',
    )
    expect((await reads()).filter(({ seq }) => !before.some((one) => one.seq === seq))).toEqual([
      expect.objectContaining({ what: 'list', subject: `problems of ${loadId}` }),
    ])
  })

  test('the rows to correct come as a file, repairs left out', async () => {
    const answer = await as('data_team').request(`/data/loads/${loadId}/rows-to-correct.csv`)
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(',4,Date of referral,last Tuesday,')
  })

  test('a list’s page shows how full each field is', async () => {
    const text = await textOf(as('data_team').request(`/data/loads/${loadId}/tables/annex-a/3`))
    expect(text).toContain('2 of 3 rows were accepted and 1 set aside.')
    expect(text).toContain('Allocated Worker 1 of 2 50%')
    expect((await as('data_team').request(`/data/loads/${loadId}/tables/annex-a/4`)).status).toBe(404)
  })
})
