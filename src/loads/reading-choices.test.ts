import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { annexAFiles, loadMigrations, loadWorld, type LoadWorld } from '../../tests/support/load-world.ts'
import { asSomeone, textOf } from '../../tests/support/someone.ts'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import type { Role } from '../access/index.ts'
import { rowsIn } from '../dataset/rows.ts'
import { openSnapshotPool, type SnapshotPool } from '../dataset/snapshots/snapshot-pool.ts'
import { silentLog } from '../platform/log.ts'
import { historyOf, listRecords, recordTransaction, withdrawRecord } from '../records/index.ts'
import { learnedSpelling } from './learned-spelling.ts'
import { load } from './load.ts'
import { dataRoutes } from './load-routes.tsx'
import { learnSpellings, readingChoices } from './reading-choices-store.ts'
import { waitingLoads } from './waiting-load.ts'

const referral = (id: string, gender: string) => ({
  'Child Unique ID': id,
  Gender: gender,
  Ethnicity: 'a) WBRI',
  'Date of Birth': '04/03/2008',
  'Date of referral': '12/01/2015',
  'Referral Source': '1A',
})
const files = (...genders: string[]): Promise<string[]> =>
  annexAFiles({ 3: genders.map((gender, index) => referral(`9000${index}`, gender)) })

onBothStores(loadMigrations, (open) => {
  let store: TestStore
  let world: LoadWorld
  let pool: SnapshotPool

  beforeEach(async () => {
    store = await open()
    world = await loadWorld(store)
    pool = openSnapshotPool(world.deps.dataDir, store.records)
  })
  afterEach(async () => {
    pool.close()
    await store.close()
  })

  const sexes = async (snapshot: string | null) => {
    const rows = rowsIn((await pool.byId('norchester', snapshot!))!)
    return (await rows.all<{ sex: string | null }>('select sex from person order by person_id')).map(
      ({ sex }) => sex,
    )
  }
  const learn = (text: string, code: string | null) =>
    learnSpellings(world.deps, world.pass, [{ codeSet: 'gender', text, code }])

  test('a spelling that was learned is read in every load from then on, and the load says so', async () => {
    const paths = await files('Lass', 'LASS ', 'b) Female')
    const before = await load(world.deps, world.pass, { paths })
    expect(await sexes(before.snapshot)).toEqual([null, null, 'F'])

    await learn('Lass', 'F')
    const after = await load(world.deps, world.pass, { paths })
    expect(after.snapshot).not.toBe(before.snapshot)
    expect(await sexes(after.snapshot)).toEqual(['F', 'F', 'F'])
    expect(after.problemCounts).toContainEqual(
      expect.objectContaining({ severity: 'note', code: 'learned-spelling', field: 'Gender', count: 2 }),
    )
    expect(after.problems.map(({ message }) => message)).toContain(
      "Row 2: 'Gender' is 'Lass', a learned spelling, read as 'b) Female'",
    )
    // The same files by the same choices are known again.
    expect((await load(world.deps, world.pass, { paths })).snapshot).toBe(after.snapshot)
  })

  test('a spelling with a negation is learned as it is and for nothing else, and a text may be no code at all', async () => {
    await learn('Not a boy', 'F')
    await learn('See notes', null)
    const { snapshot, problemCounts } = await load(world.deps, world.pass, {
      paths: await files('not a  BOY', 'Not boy', 'See notes'),
    })
    expect(await sexes(snapshot)).toEqual(['F', null, null])
    expect(problemCounts.find(({ code }) => code === 'code-unknown')).toMatchObject({ count: 1 })
    expect(problemCounts.find(({ code }) => code === 'learned-spelling')).toMatchObject({ count: 2 })
  })

  test('what the standard knows is never learned otherwise, and what is withdrawn is read no more', async () => {
    await learn('Female', 'M')
    await learn('Lass', 'F')
    const [lass] = (await listRecords(store.records, world.pass, learnedSpelling)).filter(
      ({ written }) => written === 'Lass',
    )
    const paths = await files('Female', 'Lass')
    expect(await sexes((await load(world.deps, world.pass, { paths })).snapshot)).toEqual(['F', 'F'])
    await recordTransaction(store.records, world.pass, world.deps.clock, learnedSpelling, (transaction) =>
      withdrawRecord(transaction, learnedSpelling, lass!.id, lass!.version, 'It was a slip'),
    )
    expect(await sexes((await load(world.deps, world.pass, { paths })).snapshot)).toEqual(['F', null])
  })

  test('who said what a spelling means, and when, is kept', async () => {
    await learn('Lass', 'F')
    await learn('lass', 'U')
    const [lass] = await listRecords(store.records, world.pass, learnedSpelling)
    expect(lass).toMatchObject({ codeSet: 'gender', written: 'Lass', code: 'U' })
    const history = await historyOf(store.records, world.pass, [learnedSpelling], lass!.id)
    expect(history).toHaveLength(2)
    expect(JSON.stringify(history)).toContain(world.pass.person.name)
  })

  test('the page of a load lists what was not read, and confirming it there reads the files again', async () => {
    const rooms = dataRoutes({ ...world.deps, pool, log: silentLog })
    const as = (role: Role) => asSomeone('/data', rooms, { role, frame: { today: '2015-02-05' } })
    const form = new FormData()
    form.set('check_first', 'yes')
    for (const path of await files('Lass', 'Lass', 'Chap'))
      form.append('files', new Blob([await readFile(path)]), basename(path))
    await as('data_team').request('/data/upload', { method: 'POST', body: form })
    const waits = async () => (await waitingLoads(world.deps.dataDir, world.reader))[0]?.loadId
    await expect.poll(waits, { timeout: 10_000 }).toBeDefined()
    const loadId = (await waits())!
    const address = `/data/loads/${loadId}`
    const text = await textOf(as('data_team').request(address))
    expect(text).toContain('2 spellings could not be read and count as blank')
    expect(text).toMatch(/Lass Gender, List 3 2 /)
    expect(await textOf(as('programme_manager').request(address))).not.toContain('Lass')

    const fields = new URLSearchParams([
      ['code_set', 'gender'],
      ['written', 'Lass'],
      ['code_0', 'F'],
      ['code_set', 'gender'],
      ['written', 'Chap'],
      ['code_1', ''],
      ['code_set', 'gender'],
      ['written', 'Not in this load'],
      ['code_2', 'M'],
      ['again', 'yes'],
    ])
    const refused = await as('programme_manager').request(`${address}/spellings`, {
      method: 'POST',
      body: fields,
    })
    expect(refused.status).toBe(403)
    const sent = await as('data_team').request(`${address}/spellings`, { method: 'POST', body: fields })
    expect((await readingChoices(store.records, world.pass)).spellings).toEqual([
      { codeSet: 'gender', text: 'Lass', code: 'F' },
    ])
    const readAgain = () => textOf(as('data_team').request(sent.headers.get('Location')!))
    await expect.poll(readAgain, { timeout: 10_000 }).not.toContain('Load running')
    const again = await readAgain()
    expect(again).toContain('1 spelling could not be read and counts as blank')
    expect(again).toContain('Learned spelling')
  })
})
