import { copyFile, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { csvText, filesWith, testFolder } from '../../tests/support/annex-a-files.ts'
import {
  contentOfFolder,
  inItsOwnProcess,
  loadMigrations,
  loadWorld,
  referralsOf,
  rowsInUse,
  type LoadWorld,
} from '../../tests/support/load-world.ts'
import { asSomeone, textOf } from '../../tests/support/someone.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { openSnapshotPool } from '../dataset/snapshots/snapshot-pool.ts'
import { listSnapshots } from '../dataset/snapshots/snapshot-store.ts'
import { stoppedClock, type Day } from '../platform/day.ts'
import { silentLog } from '../platform/log.ts'
import { rowsOfTemplate, type TemplateRows } from '../standards/capture/template-rows.ts'
import { MISSING_NOTIFICATIONS, RETURN_INTERVIEWS } from '../standards/capture/templates/missing-templates.ts'
import { watchFolder } from './folder-watch.ts'
import type { LoadDeps } from './load-deps.ts'
import { registeredLoads } from './load-register-store.ts'
import { load } from './load.ts'
import { dataRoutes } from './load-routes.tsx'

let store: TestStore
let world: LoadWorld
let asked: { council: string; asAt: Day }[]
let kept: TemplateRows[]

beforeEach(async () => {
  store = await sqliteStore(loadMigrations)
  world = await loadWorld(store)
  asked = []
  kept = [
    notifications(
      ['W-1', '900001', '2015-01-09T21:30'],
      ['W-2', '900001', '2015-01-20T08:00'],
      ['W-3', '900002', '2015-01-21T08:00'],
    ),
  ]
})
afterEach(() => store.close())

/** What a room would answer. */
const keeping = (deps: LoadDeps): LoadDeps => ({
  ...deps,
  templateRows: (council, asAt) => {
    asked.push({ council, asAt })
    return Promise.resolve(kept)
  },
})

const notifications = (...rows: (readonly [episode: string, child: string, from: string])[]): TemplateRows =>
  rowsOfTemplate(
    MISSING_NOTIFICATIONS,
    rows.map(([episode, child_id, missing_from]) => ({
      episode,
      child_id,
      missing_from,
      reported_at: missing_from,
      reported_by: 'police',
      recorded_at: missing_from,
    })),
  )

const referrals = () => referralsOf('900001', '900002')

/** The council's own template, of children and the hour from which they were missing. */
const template = (...rows: (readonly [episode: string, child: string, from: string])[]) =>
  filesWith({
    'missing-notifications.csv': csvText([
      ['episode', 'child_id', 'missing_from', 'reported_at', 'reported_by', 'recorded_at', 'returned_at'],
      ...rows.map(([episode, child, from]) => [episode, child, from, from, 'police', from, '']),
    ]),
  })

const inUse = <Row extends object>(sql: string) => rowsInUse<Row>(world, sql)
const episodes = async () =>
  (await inUse<{ episode: string }>('select episode from missing_notifications order by missing_from')).map(
    ({ episode }) => episode,
  )

test('what is kept in Waymark comes in with a load, named in the register and hashed with it', async () => {
  const outcome = await load(inItsOwnProcess({ ...world, deps: keeping(world.deps) }), world.pass, {
    paths: await referrals(),
  })
  expect(outcome).toMatchObject({ accepted: true, asAt: '2015-01-31' })
  expect(outcome.sources).toEqual([
    { source: 'annex-a', asAt: '2015-01-31', asAtFrom: 'file-name' },
    { source: 'capture', asAt: '2015-01-31', asAtFrom: 'leader' },
  ])
  expect(asked).toEqual([{ council: 'norchester', asAt: '2015-01-31' }])
  expect(await episodes()).toEqual(['W-1', 'W-2', 'W-3'])
  const file = 'kept in Waymark, missing-notifications.csv'
  expect((await registeredLoads(store.records, world.reader))[0]!.files).toContain(file)
  const [snapshot] = await listSnapshots(store.records, world.reader)
  expect(snapshot!.files).toContainEqual({
    file,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    bytes: expect.any(Number),
  })
  expect(outcome.problems).toContainEqual(
    expect.objectContaining({
      severity: 'note',
      code: 'records-kept',
      message: 'Missing notifications: 3 rows kept in Waymark came in with the files',
    }),
  )
  expect(await inUse(`select available from measure_available where series = 'mis-notified'`)).toEqual([
    { available: true },
  ])
  // Children’s rows lie nowhere but in the snapshot.
  expect(
    Object.keys(await contentOfFolder(world.deps.dataDir)).filter((path) => path.includes('kept')),
  ).toEqual([])
})

test('a council that keeps nothing loads as it always did', async () => {
  kept = [rowsOfTemplate(RETURN_INTERVIEWS, [])]
  const outcome = await load(keeping(world.deps), world.pass, { paths: await referrals() })
  expect(outcome.files.map(({ file }) => file)).toEqual(['2015-01-31 List 3.csv'])
  expect(outcome.sources.map(({ source }) => source)).toEqual(['annex-a'])
})

test('a row that the council’s own file brings is not doubled, and the load says how many were both', async () => {
  const outcome = await load(keeping(world.deps), world.pass, {
    // The first by its id; of two on one day the first with the first.
    paths: [
      ...(await referrals()),
      ...(await template(
        ['W-1', '900001', '2015-01-08T21:00'],
        ['ME-7', '900002', '2015-01-21T09:00'],
        ['ME-8', '900002', '2015-01-21T23:00'],
      )),
    ],
  })
  expect(outcome.accepted).toBe(true)
  expect(await episodes()).toEqual(['W-1', 'W-2', 'ME-7', 'ME-8'])
  expect(outcome.problems.find(({ code }) => code === 'records-kept')!.message).toBe(
    'Missing notifications: 3 rows kept in Waymark came in with the files; 2 of them are in the files too, and were not counted twice: the files’ rows stay',
  )
  expect(outcome.files.at(-1)!.tables).toMatchObject([{ rows: 3, accepted: 1, quarantined: 2 }])
})

test('two times on one day, of which the file knows one, stay two', async () => {
  kept = [notifications(['W-1', '900001', '2015-01-09T02:00'], ['W-2', '900001', '2015-01-09T22:00'])]
  await load(keeping(world.deps), world.pass, {
    paths: [...(await referrals()), ...(await template(['ME-1', '900001', '2015-01-09T02:10']))],
  })
  expect(await episodes()).toEqual(['ME-1', 'W-2'])
})

test('the same files are known while what is kept is the same, and are read again when it is not', async () => {
  const deps = keeping(world.deps)
  const paths = await referrals()
  const first = await load(deps, world.pass, { paths })
  const second = await load(deps, world.pass, { paths })
  expect(second.snapshot).toBe(first.snapshot)
  expect(second.problems.map(({ code }) => code)).toContain('already-loaded')
  kept = [notifications(['W-1', '900001', '2015-01-09T21:30'])]
  const third = await load({ ...deps, clock: stoppedClock('2015-02-06') }, world.pass, { paths })
  expect(third.snapshot).not.toBe(first.snapshot)
  expect(await episodes()).toEqual(['W-1'])
})

test('what is kept makes up for no file, and is not carried forward with one', async () => {
  const first = await template(['ME-1', '900001', '2015-01-02T10:00'])
  await load(keeping(world.deps), world.pass, { paths: [...(await referrals()), ...first] })
  expect(await episodes()).toEqual(['ME-1', 'W-1', 'W-2', 'W-3'])
  const later = { ...keeping(world.deps), clock: stoppedClock('2015-03-05') }
  const paths = await referrals()
  const lossy = await load(later, world.pass, { paths, asAt: '2015-02-28', losses: 'refuse' })
  expect(lossy.accepted).toBe(false)
  expect(lossy.losses!.tables).toMatchObject([{ table: 'missing_notifications', before: 1, now: 0 }])
  kept = [notifications(['W-9', '900002', '2015-02-09T21:30'])]
  await load(later, world.pass, { paths, asAt: '2015-02-28', losses: 'refuse', carryForward: true })
  expect(await episodes()).toEqual(['ME-1', 'W-9'])
})

test('a file that bears the name of one of ours is refused in words', async () => {
  const [path] = await template(['ME-1', '900001', '2015-01-02T10:00'])
  const named = join(await testFolder(), 'kept in Waymark, missing-notifications.csv')
  await copyFile(path!, named)
  const outcome = await load(keeping(world.deps), world.pass, { paths: [...(await referrals()), named] })
  expect(outcome.accepted).toBe(false)
  expect(outcome.problems).toContainEqual(expect.objectContaining({ severity: 'error', code: 'name-kept' }))
})

test('files sent on the web, and files in the watched folder, come in with what is kept', async () => {
  const pool = openSnapshotPool(world.deps.dataDir, store.records)
  const rooms = dataRoutes({ ...keeping(world.deps), pool, log: silentLog })
  const person = asSomeone('/data', rooms, { role: 'data_team', frame: { today: '2015-02-05' } })
  const form = new FormData()
  for (const path of await referrals()) form.append('files', new Blob([await readFile(path)]), basename(path))
  const sent = await person.request('/data/upload', { method: 'POST', body: form })
  const page = sent.headers.get('Location')!
  let text = await textOf(person.request(page))
  for (let tries = 0; text.includes('Load running') && tries < 100; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    text = await textOf(person.request(page))
  }
  expect(text).toContain('Kept in Waymark and taken into this load: missing notifications, 3 rows.')
  expect(await episodes()).toEqual(['W-1', 'W-2', 'W-3'])
  pool.close()

  kept = [notifications(['W-4', '900002', '2015-01-22T08:00'])]
  const folder = await testFolder()
  let now = Date.now()
  const clock = stoppedClock('2015-02-06')
  const watch = watchFolder({ ...keeping(world.deps), clock, log: silentLog }, 'norchester', folder, {
    now: () => now,
  })
  for (const path of await referrals()) await copyFile(path, join(folder, basename(path)))
  await watch.look()
  now += 61_000
  expect(await watch.look()).toMatchObject({ state: 'sealed' })
  expect(await episodes()).toEqual(['W-4'])
})
