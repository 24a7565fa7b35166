import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { csvText, filesWith } from '../../tests/support/annex-a-files.ts'
import { annexAFiles, loadMigrations, loadWorld, type LoadWorld } from '../../tests/support/load-world.ts'
import { asSomeone, textOf } from '../../tests/support/someone.ts'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { allow, operator } from '../access/index.ts'
import { describeTableDays, figureReader, seriesOf } from '../measures/index.ts'
import { rowsIn } from '../dataset/rows.ts'
import { openSnapshotPool } from '../dataset/snapshots/snapshot-pool.ts'
import { currentSnapshot } from '../dataset/snapshots/snapshot-store.ts'
import { stoppedClock } from '../platform/day.ts'
import { silentLog } from '../platform/log.ts'
import { dataRoutes } from './load-routes.tsx'
import { trackerAnswer } from '../performance/answers.ts'
import { measureRoutes } from '../performance/pages/measure-routes.tsx'
import { workbookNotes } from '../performance/index.ts'
import { trackerRow } from '../performance/tracker/tracker.ts'
import { load } from './load.ts'
import { describeLosses } from './load-losses.ts'
import type { LoadRequest } from './load-request.ts'

const CORE_GROUPS = csvText([
  ['child_id', 'plan_started_on', 'due_on', 'held_on', 'team', 'worker'],
  ['A1', '2014-12-01', '2015-01-05', '2015-01-06', 'North', ''],
])
const contact = (id: string, day: string) => ({ 'Child Unique ID': id, 'Date of Contact': day })
const referral = (id: string, day: string) => ({ 'Child Unique ID': id, 'Date of referral': day })

const withTemplate = async () => [
  ...(await annexAFiles({ 1: [contact('A1', '05/01/2015')], 3: [referral('A1', '06/01/2015')] })),
  ...(await filesWith({ 'core-groups.csv': CORE_GROUPS })),
]
const without = () =>
  annexAFiles({
    1: [contact('A1', '05/01/2015'), contact('A2', '07/01/2015')],
    3: [referral('A1', '06/01/2015')],
  })

onBothStores(loadMigrations, (open) => {
  let store: TestStore
  let world: LoadWorld

  beforeEach(async () => {
    store = await open()
    world = await loadWorld(store)
    await load(world.deps, world.pass, { paths: await withTemplate() })
  })
  afterEach(() => store.close())

  const later = () => ({ ...world.deps, clock: stoppedClock('2015-03-02') })
  const loadAgain = async (more: Partial<LoadRequest>) =>
    load(later(), world.pass, { paths: await without(), ...more })
  const inUse = async () => (await currentSnapshot(store.records, 'norchester'))!.snapshot
  const tableOfCoreGroups = async () => {
    const pool = openSnapshotPool(world.deps.dataDir, store.records)
    const sealed = (await pool.byId('norchester', await inUse()))!
    const rows = await rowsIn(sealed).all('select count(*) as rows from core_groups')
    const days = await rowsIn(sealed).all(
      `select table_name, cast(as_at as text) as as_at from table_source where table_name in ('core_groups', 'contacts') order by 1`,
    )
    pool.close()
    return { rows, days }
  }

  test('a load that lacks a table of the one in use is refused, and says which rows would go', async () => {
    const before = await inUse()
    const outcome = await loadAgain({ losses: 'refuse' })
    expect(outcome).toMatchObject({ accepted: false, snapshot: null })
    expect(outcome.losses?.tables).toEqual([
      { table: 'core_groups', name: 'Core groups', before: 1, now: 0, asAt: '2015-01-31' },
    ])
    expect(outcome.losses?.measures).toContain('cp-core-groups')
    const place = outcome.losses!.measures.indexOf('cp-core-groups')
    expect(outcome.losses!.measureTitles[place]).toBe('Core groups held on time')
    expect(describeLosses(outcome.losses!).at(-1)).toContain('Core groups held on time')
    expect(describeLosses(outcome.losses!).join()).not.toContain('cp-core-groups')
    expect(outcome.problems.at(-1)).toMatchObject({
      code: 'tables-would-go',
      message: expect.stringContaining('Core groups (1 row)'),
    })
    expect(await inUse()).toBe(before)
  })

  test('accepted, the table goes and is named', async () => {
    const outcome = await loadAgain({ losses: 'accept' })
    expect(outcome.losses?.tables.map(({ table }) => table)).toEqual(['core_groups'])
    expect(await inUse()).toBe(outcome.snapshot)
    expect((await tableOfCoreGroups()).rows).toEqual([{ rows: 0 }])
  })

  test('carried forward, the table keeps its rows and its own as-at day', async () => {
    const paths = await without()
    const outcome = await load(later(), world.pass, {
      paths,
      asAt: '2015-02-28',
      carryForward: true,
      losses: 'refuse',
    })
    expect(outcome).toMatchObject({ accepted: true, asAt: '2015-02-28' })
    expect(outcome.sources).toContainEqual({ source: 'capture', asAt: '2015-01-31', asAtFrom: 'carried' })
    expect(outcome.problems.map(({ code }) => code)).toContain('carried-forward')
    expect(await tableOfCoreGroups()).toEqual({
      rows: [{ rows: 1 }],
      days: [
        { table_name: 'contacts', as_at: '2015-02-28' },
        { table_name: 'core_groups', as_at: '2015-01-31' },
      ],
    })
    const pool = openSnapshotPool(world.deps.dataDir, store.records)
    const sealed = (await pool.byId('norchester', await inUse()))!
    const reader = figureReader(sealed, allow(operator('norchester'), 'figures:read'))
    const days = async (id: string) => describeTableDays(await reader.figures(id))
    expect((await reader.figures('cp-core-groups')).tableDays).toEqual([
      { table: 'core_groups', name: 'Core groups', asAt: '2015-01-31' },
    ])
    expect(await days('cp-core-groups')).toBe(
      'Core groups as at 31 January 2015; the rest as at 28 February 2015.',
    )
    expect(await days('fd-contacts')).toBeNull()
    const row = await trackerRow(
      sealed,
      store.records,
      allow(operator('norchester'), 'figures:read'),
      'cp-core-groups',
    )
    expect(trackerAnswer([row])[0]).toMatchObject({ tableDays: [{ table: 'core_groups' }] })
    const measures = measureRoutes({
      records: store.records,
      clock: stoppedClock('2015-03-02'),
      pool: { current: () => Promise.resolve(sealed) },
      ask: () => Promise.resolve([]) as never,
    })
    for (const page of ['cp-core-groups', 'cp-core-groups/cases?period=2015-01']) {
      const text = await textOf(
        asSomeone('/measures', measures, { role: 'data_team' }).request(`/measures/${page}`),
      )
      expect(text).toContain('Core groups as at 31 January 2015; the rest as at 28 February 2015.')
    }
    const chart = await textOf(
      asSomeone('/measures', measures, { role: 'data_team' }).request('/measures/cp-core-groups'),
    )
    expect(chart).toContain('0.0% in January. Core groups as at 31 January 2015')
    expect(chart).toMatch(
      /Alt text of the picture, to copy .*Core groups as at 31 January 2015.* The children/,
    )
    expect(await workbookNotes(sealed, [seriesOf('cp-core-groups')!])).toContainEqual([
      'Another day',
      'Core groups held on time: Core groups as at 31 January 2015; the rest as at 28 February 2015.',
    ])
    pool.close()
    // Once more: what was carried forward is carried on.
    const again = await loadAgain({ asAt: '2015-02-28', carryForward: true, again: true, losses: 'refuse' })
    expect(again.accepted).toBe(true)
    expect((await tableOfCoreGroups()).days[1]).toEqual({ table_name: 'core_groups', as_at: '2015-01-31' })
  })

  test('a load that brings one list and not another carries that list forward too', async () => {
    const paths = await annexAFiles({ 1: [contact('A1', '05/01/2015')] })
    const refused = await load(world.deps, world.pass, { paths, losses: 'refuse' })
    expect(refused.losses?.tables.map(({ table }) => table)).toEqual(['core_groups', 'referrals'])
    const outcome = await load(world.deps, world.pass, { paths, carryForward: true, losses: 'refuse' })
    expect([outcome.accepted, outcome.losses ?? null]).toEqual([true, null])
  })

  test('an earlier load is sealed without being in use, and says whose figures everyone sees', async () => {
    const before = await inUse()
    const outcome = await loadAgain({ asAt: '2014-12-31', losses: 'refuse' })
    expect(outcome).toMatchObject({ accepted: true, inUse: { snapshot: before, asAt: '2015-01-31' } })
  })

  test('on the web it waits, shows first what would go, and is read again with the table carried forward', async () => {
    const pool = openSnapshotPool(world.deps.dataDir, store.records)
    const rooms = dataRoutes({ ...world.deps, pool, log: silentLog })
    const as = () =>
      asSomeone('/data', rooms, { role: 'data_team', frame: { today: '2015-02-05', csrf: 'proof' } })
    const form = new FormData()
    for (const path of await without()) form.append('files', new Blob([await readFile(path)]), basename(path))
    const ended = async (answer: Response) => {
      const page = answer.headers.get('Location')!
      let text = await textOf(as().request(page))
      for (let tries = 0; text.includes('Load running') && tries < 200; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100))
        text = await textOf(as().request(page))
      }
      return { page, text }
    }
    const first = await ended(await as().request('/data/upload?_csrf=proof', { method: 'POST', body: form }))
    expect(first.text).toContain('1 table would go. This load is not sealed yet.')
    expect(first.text).toContain('Core groups would go: 1 row as at 31 January 2015.')
    const second = await ended(await as().request(`${first.page}/carry-forward`, { method: 'POST' }))
    expect(second.text).not.toContain('would go')
    expect((await as().request(`${second.page}/seal`, { method: 'POST' })).status).toBe(303)
    expect((await tableOfCoreGroups()).rows).toEqual([{ rows: 1 }])
    pool.close()
  })
})
