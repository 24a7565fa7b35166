import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testFolder } from '../../tests/support/annex-a-files.ts'
import {
  annexAFiles,
  loadMigrations,
  loadWorld,
  referralFiles,
  type LoadWorld,
} from '../../tests/support/load-world.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { silentLog } from '../platform/log.ts'
import { folderJob } from './jobs.ts'
import { dataSetting, saveDataSetting } from './data-setting-store.ts'
import { watchFolder, type FolderWatch } from './folder-watch.ts'
import { load } from './load.ts'
import { registeredLoads } from './load-register-store.ts'

let store: TestStore
let world: LoadWorld
let folder: string
let watch: FolderWatch
let now: number

beforeEach(async () => {
  store = await sqliteStore(loadMigrations)
  world = await loadWorld(store)
  folder = await testFolder()
  now = Date.now()
  watch = watchFolder({ ...world.deps, log: silentLog }, 'norchester', folder, { now: () => now })
})
afterEach(() => store.close())

/** Two looks, and the minute between them. */
async function lookTwice() {
  const first = await watch.look()
  now += 61_000
  return [first, await watch.look()] as const
}

const arrive = async (paths: readonly string[]) => {
  for (const path of paths) await copyFile(path, join(folder, basename(path)))
}

test('files that arrive are sealed as the watched folder’s load and move away; the same again are recognised', async () => {
  const paths = await referralFiles()
  await arrive(paths)
  const [first, second] = await lookTwice()
  expect(first).toMatchObject({ state: 'coming', files: ['2015-01-31 List 3.csv'] })
  expect(second).toMatchObject({
    state: 'sealed',
    files: ['2015-01-31 List 3.csv'],
    movedTo: join(folder, 'done', second.snapshot!),
    sentence: `2015-01-31 List 3.csv was sealed as ${second.snapshot}.`,
  })
  expect(await readdir(folder)).toEqual(['done'])
  expect(await registeredLoads(store.records, world.reader)).toEqual([
    expect.objectContaining({ loadedBy: 'The watched folder', snapshot: second.snapshot }),
  ])

  await arrive(paths)
  const [, again] = await lookTwice()
  expect(again).toMatchObject({ state: 'known', snapshot: second.snapshot })
  expect(await readdir(second.movedTo!)).toEqual(['2 2015-01-31 List 3.csv', '2015-01-31 List 3.csv'])
  expect(await watch.look()).toMatchObject({ state: 'nothing', sentence: 'Nothing new lay in the folder.' })
})

test('files that are refused move away with the reasons in plain words', async () => {
  await writeFile(join(folder, 'rota.csv'), 'Name,Shift\nSW-118,late\n')
  const [, look] = await lookTwice()
  const refused = join(folder, 'refused', '2015-02-05T12-00-00')
  expect(look).toMatchObject({ state: 'refused', snapshot: null, movedTo: refused })
  expect(await readdir(refused)).toEqual(['rota.csv', 'why.txt'])
  const why = await readFile(join(refused, 'why.txt'), 'utf8')
  expect(why).toContain('These files were refused on 5 February 2015. Nothing has changed')
  expect(why).toContain('- rota.csv is of no kind that we know')
  expect(await registeredLoads(store.records, world.reader)).toEqual([])
})

test('files that lack a table in use are refused, or it is carried forward, as the council has set', async () => {
  const contact = (n: number) => ({ 'Child Unique ID': `A${n}`, 'Date of Contact': '05/01/2015' })
  const referral = { 'Child Unique ID': 'A1', 'Date of referral': '06/01/2015' }
  const whole = await annexAFiles({ 1: [1, 2, 3, 4].map(contact), 3: [referral] })
  const part = await annexAFiles({ 1: [contact(1)] })
  await load(world.deps, world.pass, { paths: whole })
  await arrive(part)
  const [, refused] = await lookTwice()
  expect(refused).toMatchObject({ state: 'refused', sentence: expect.stringContaining('Referrals (1 row)') })
  expect(await readFile(join(refused.movedTo!, 'why.txt'), 'utf8')).toContain('carried forward')

  const { setting } = await dataSetting(store.records, 'norchester')
  await saveDataSetting(store.records, world.pass, { ...setting, carryForward: true })
  await arrive(part)
  const [, carried] = await lookTwice()
  expect(carried).toMatchObject({ state: 'sealed' })
  expect(carried.sentence).toMatch(/Referrals: 1 row as at 31 January 2015 is carried forward from snapshot /)
  expect(carried.sentence).toContain('Contacts: 1 of 4 rows is left.')
})

test('a folder that disappears is said, and watched again when it is back', async () => {
  await rm(folder, { recursive: true })
  expect(await watch.look()).toMatchObject({
    state: 'gone',
    sentence: `The folder ${folder} is not there, or may not be read.`,
  })
  await mkdir(folder)
  expect(await watch.look()).toMatchObject({ state: 'nothing' })
})

test('a load that is stopped leaves its files where they are', async () => {
  await arrive(await referralFiles())
  await watch.look()
  now += 61_000
  expect(await watch.look(AbortSignal.abort())).toMatchObject({ state: 'stopped' })
  expect(await readdir(folder)).toEqual(['2015-01-31 List 3.csv'])
})

test('what breaks is left alone until it changes', async () => {
  await writeFile(join(folder, 'done'), 'a file where the folder should be')
  await arrive(await referralFiles())
  const [, look] = await lookTwice()
  expect(look.state).toBe('broke')
  const [first, second] = await lookTwice()
  expect([first.state, second.state]).toEqual(['nothing', 'nothing'])
  expect(second.sentence).toContain('is left until it changes')
})

test('while Waymark is served the folder of the settings is looked into, and the page can say what was found', async () => {
  const job = folderJob(world.deps, 'norchester')
  const { signal } = new AbortController()
  const lookNow = async () => {
    await job.run(signal)
    return (await dataSetting(store.records, 'norchester')).lastLook
  }
  expect(await lookNow()).toBeNull()
  const setting = {
    monthsKept: 12,
    watchedFolder: folder,
    watching: true,
    carryForward: false,
    joinIds: true,
  }
  await saveDataSetting(store.records, world.pass, setting)
  expect(await lookNow()).toEqual({ at: '2015-02-05T12:00:00Z', sentence: 'Nothing new lay in the folder.' })
  await rm(folder, { recursive: true })
  expect((await lookNow())?.sentence).toContain('is not there')
  await saveDataSetting(store.records, world.pass, { ...setting, watching: false })
  await mkdir(folder)
  expect((await lookNow())?.sentence).toContain('is not there')
})
