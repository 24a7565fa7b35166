import { rowsIn } from '../dataset/rows.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { annexAHeaders } from '../standards/annex-a/lists.ts'
import { csvText, filesWith, listRow } from '../../tests/support/annex-a-files.ts'
import {
  contentOfFolder,
  inItsOwnProcess,
  loadMigrations,
  loadWorld,
  referralFiles,
  type LoadWorld,
} from '../../tests/support/load-world.ts'
import { onBothStores, sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { registeredLoads } from './load-register-store.ts'
import { load } from './load.ts'
import type { LoadProgress } from './load-request.ts'
import { openSnapshotPool } from '../dataset/snapshots/snapshot-pool.ts'
import { verifySnapshots } from '../dataset/snapshots/snapshot-check.ts'
import { listSnapshots } from '../dataset/snapshots/snapshot-store.ts'

onBothStores(loadMigrations, (open) => {
  let store: TestStore
  let world: LoadWorld

  beforeEach(async () => {
    store = await open()
    world = await loadWorld(store)
  })
  afterEach(() => store.close())

  test('accepted files become one sealed snapshot, and the load is told', async () => {
    const steps: LoadProgress['step'][] = []
    const deps = inItsOwnProcess(world)
    const outcome = await load(deps, world.pass, { paths: await referralFiles() }, ({ step }) => {
      steps.push(step)
    })
    expect(outcome).toMatchObject({ accepted: true, asAt: '2015-01-31', source: 'annex-a' })
    expect(outcome.snapshot).toMatch(/^2015-01-31-[0-9a-f]{4}$/)
    expect(outcome.files[0]?.tables).toEqual([
      expect.objectContaining({ table: 'annex-a/3', rows: 3, accepted: 2, quarantined: 1 }),
    ])
    expect([...new Set(steps)]).toEqual(['reading', 'converting', 'measuring', 'sealing'])

    const [snapshot] = await listSnapshots(store.records, world.reader)
    expect(snapshot).toMatchObject({
      snapshot: outcome.snapshot,
      asAt: '2015-01-31',
      loadedAt: '2015-02-05T12:00:00Z',
      loadedBy: 'Data team',
      sources: ['annex-a'],
      files: [expect.objectContaining({ file: '2015-01-31 List 3.csv' })],
      rows: 2,
      retainUntil: '2016-02-05',
    })
    expect(await verifySnapshots(world.deps.dataDir, store.records)).toEqual([
      expect.objectContaining({ snapshot: outcome.snapshot, ok: true }),
    ])
    expect(await registeredLoads(store.records, world.reader)).toEqual([
      expect.objectContaining({ id: outcome.loadId, state: 'sealed', snapshot: outcome.snapshot }),
    ])
  })
})

describe('whatever the store', () => {
  let store: TestStore
  let world: LoadWorld

  beforeEach(async () => {
    store = await sqliteStore(loadMigrations)
    world = await loadWorld(store)
  })
  afterEach(() => store.close())

  const recordsNow = async () => ({
    snapshots: await store.records.selectFrom('snapshot').selectAll().execute(),
    loads: await store.records.selectFrom('load_register').selectAll().execute(),
  })

  test('a sealed snapshot can be read, and reading changes nothing in it', async () => {
    await load(world.deps, world.pass, { paths: await referralFiles() })
    const pool = openSnapshotPool(world.deps.dataDir, store.records)
    const snapshot = (await pool.current('norchester'))!
    expect(
      await rowsIn(snapshot).all('select count(*) as referrals, max(referral_date) as latest from referrals'),
    ).toEqual([{ referrals: 2, latest: '2015-01-13' }])
    expect(
      await rowsIn(snapshot).all('select person_id from person where dob = $dob order by person_id', {
        dob: '2008-03-04',
      }),
    ).toEqual([{ person_id: '900001' }, { person_id: '900002' }])
    expect(await rowsIn(snapshot).all("select code from load_problem where severity = 'warning'")).toEqual([
      { code: 'date-unreadable' },
    ])
    await expect(rowsIn(snapshot).all("select * from read_csv('package.json')")).rejects.toThrow(
      'file system operations are disabled',
    )
    await expect(rowsIn(snapshot).all('delete from referrals')).rejects.toThrow('read-only')
    pool.close()
    expect((await verifySnapshots(world.deps.dataDir, store.records))[0]?.ok).toBe(true)
  })

  test('a refused load leaves the data folder and the records as they were', async () => {
    await load(world.deps, world.pass, { paths: await referralFiles() })
    const before = [await contentOfFolder(world.deps.dataDir), await recordsNow()]
    const outcome = await load(world.deps, world.pass, {
      paths: await filesWith({ 'rota.csv': 'Name,Shift\nSW-118,late\n' }),
    })
    expect(outcome).toMatchObject({ accepted: false, snapshot: null })
    expect(outcome.problems).toContainEqual(expect.objectContaining({ severity: 'error', code: 'not-known' }))
    expect([await contentOfFolder(world.deps.dataDir), await recordsNow()]).toEqual(before)
  })

  test('a load refused before any other leaves an empty data folder empty', async () => {
    await load(world.deps, world.pass, {
      paths: await filesWith({ 'rota.csv': 'Name,Shift\nSW-118,late\n' }),
    })
    expect(await contentOfFolder(world.deps.dataDir)).toEqual({})
  })

  test('one day outside the calendar of working days costs its row, and never the load', async () => {
    const days = ['12/01/2015', '01/01/1970', '13/01/2015']
    const rows = days.map((day, index) =>
      listRow(3, { 'Child Unique ID': `A${index}`, 'Date of referral': day }),
    )
    const paths = await filesWith({ 'List 3 2015-01-31.csv': csvText([annexAHeaders(3), ...rows]) })
    const outcome = await load(world.deps, world.pass, { paths })
    expect(outcome.accepted).toBe(true)
    expect(outcome.files[0]!.tables).toMatchObject([{ rows: 3, accepted: 2, quarantined: 1 }])
    expect(outcome.problems).toContainEqual(
      expect.objectContaining({ severity: 'warning', code: 'day-outside-calendar', row: 3 }),
    )
  })

  test('days that are nearly all outside the calendar of working days stop the load, and are named', async () => {
    const rows = ['12/01/1985', '13/01/1985', '12/01/2015'].map((day, index) =>
      listRow(3, { 'Child Unique ID': `A${index}`, 'Date of referral': day }),
    )
    const paths = await filesWith({ 'List 3 2015-01-31.csv': csvText([annexAHeaders(3), ...rows]) })
    const outcome = await load(world.deps, world.pass, { paths })
    expect(outcome.accepted).toBe(false)
    expect(outcome.problems).toContainEqual(
      expect.objectContaining({
        code: 'day-outside-calendar',
        row: 2,
        field: 'Date of referral',
        value: '1985-01-12',
      }),
    )
  })

  test('a column without one value that can be read is told, and treated as not in the file', async () => {
    const outcome = await load(world.deps, world.pass, { paths: await referralFiles() })
    expect(outcome.problems).toContainEqual(
      expect.objectContaining({ severity: 'note', code: 'column-blank', field: 'Referral NFA?' }),
    )
    const pool = openSnapshotPool(world.deps.dataDir, store.records)
    const snapshot = (await pool.current('norchester'))!
    expect(
      await rowsIn(snapshot).all(
        "select column_name, present from source_field where table_name = 'referrals' and column_name in ('nfa', 'worker', 'source_code') order by 1",
      ),
    ).toEqual([
      { column_name: 'nfa', present: false },
      { column_name: 'source_code', present: true },
      { column_name: 'worker', present: true },
    ])
    pool.close()
  })

  test('the same files loaded again are recognised, and the snapshot they made stands', async () => {
    const paths = await referralFiles()
    const first = await load(world.deps, world.pass, { paths })
    const before = await contentOfFolder(world.deps.dataDir)
    const again = await load(world.deps, world.pass, { paths })
    expect(again).toMatchObject({ accepted: true, snapshot: first.snapshot, loadId: first.loadId })
    expect(again.problems).toContainEqual(
      expect.objectContaining({ severity: 'note', code: 'already-loaded' }),
    )
    expect(await contentOfFolder(world.deps.dataDir)).toEqual(before)
  })

  test('two loads at once run one after the other', async () => {
    const steps: string[] = []
    const follow = (name: string) => (progress: LoadProgress) => void steps.push(`${name} ${progress.step}`)
    const [first, second] = await Promise.all([
      load(world.deps, world.pass, { paths: await referralFiles() }, follow('first')),
      load(world.deps, world.pass, { paths: await referralFiles('14/01/2015') }, follow('second')),
    ])
    expect([first.accepted, second.accepted]).toEqual([true, true])
    expect(steps.filter((step) => step.endsWith('waiting'))).toHaveLength(1)
    expect(await listSnapshots(store.records, world.reader)).toHaveLength(2)
  })

  test('a cancelled load is a refusal that changes nothing', async () => {
    const stop = new AbortController()
    const outcome = await load(
      inItsOwnProcess(world),
      world.pass,
      { paths: await referralFiles() },
      () => stop.abort(),
      stop.signal,
    )
    expect(outcome).toMatchObject({ accepted: false, snapshot: null })
    expect(outcome.problems[0]?.code).toBe('load-cancelled')
    expect(await contentOfFolder(world.deps.dataDir)).toEqual({})
    expect((await recordsNow()).loads).toEqual([])
  })

  test('a path that leads nowhere is refused in a sentence', async () => {
    const deps = inItsOwnProcess(world)
    await expect(load(deps, world.pass, { paths: ['no-such-file.xlsx'] })).rejects.toThrow(
      'no-such-file.xlsx',
    )
    expect(await contentOfFolder(world.deps.dataDir)).toEqual({})
  })
})
