import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testFolder } from '../../tests/support/annex-a-files.ts'
import { loadMigrations, loadWorld, type LoadWorld } from '../../tests/support/load-world.ts'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { waitingIn } from '../../tests/support/waiting-world.ts'
import { checkSetting, DEFAULT_SETTING } from './data-setting.ts'
import { dataSetting, saveDataSetting, saveLook } from './data-setting-store.ts'
import { listSnapshots } from '../dataset/snapshots/snapshot-store.ts'
import { sealWaiting } from './waiting-load.ts'

const typed = { monthsKept: '12', watchedFolder: '', watching: false, carryForward: false, joinIds: true }

test('a load is kept for 1 to 84 months', async () => {
  for (const monthsKept of ['', '0', '85', '1.5', 'a year']) {
    expect(await checkSetting({ ...typed, monthsKept }, '.')).toEqual({
      ok: false,
      errors: { months_kept: 'Enter how many months a load is kept, from 1 to 84' },
    })
  }
  expect(await checkSetting({ ...typed, monthsKept: ' 84 ' }, '.')).toEqual({
    ok: true,
    value: { monthsKept: 84, watchedFolder: null, watching: false, carryForward: false, joinIds: true },
  })
})

test('a watched folder is there, is named in full and lies apart from the data folder', async () => {
  const [dataDir, folder] = [await testFolder(), await testFolder()]
  await mkdir(join(dataDir, 'exports'))
  await writeFile(join(folder, 'a-file'), '')
  const fault = async (watchedFolder: string) => {
    const checked = await checkSetting(
      { ...typed, watchedFolder, watching: true, carryForward: false },
      dataDir,
    )
    return checked.ok ? null : checked.errors['watched_folder']
  }
  expect(await fault('')).toBe('Enter the folder to watch')
  expect(await fault('exports')).toBe('Enter the whole path of the folder on the server, beginning with /')
  expect(await fault(join(folder, 'none'))).toBe('There is no such folder on the server')
  expect(await fault(join(folder, 'a-file'))).toBe('That is a file: enter the folder that it is in')
  for (const near of [dataDir, join(dataDir, 'exports'), '/']) {
    expect(await fault(near)).toBe('Enter a folder apart from the data folder of Waymark')
  }
  expect(await fault(folder)).toBeNull()
})

onBothStores(loadMigrations, (open) => {
  let store: TestStore
  let world: LoadWorld

  beforeEach(async () => {
    store = await open()
    world = await loadWorld(store)
  })
  afterEach(() => store.close())

  const setting = {
    monthsKept: 24,
    watchedFolder: '/srv/exports',
    watching: true,
    carryForward: true,
    joinIds: true,
  }

  test('until someone says, loads are kept for a year and no folder is watched', async () => {
    expect(await dataSetting(store.records, 'norchester')).toEqual({
      setting: DEFAULT_SETTING,
      lastLook: null,
    })
  })

  test('settings are the council’s own, and the last look is forgotten with the folder', async () => {
    await saveDataSetting(store.records, world.pass, setting)
    const lastLook = { at: '2015-02-05T12:00:00Z', sentence: 'Nothing new lay in the folder.' }
    await saveLook(store.records, 'norchester', lastLook)
    expect(await dataSetting(store.records, 'norchester')).toEqual({ setting, lastLook })
    expect((await dataSetting(store.records, 'easton')).setting).toEqual(DEFAULT_SETTING)

    await saveDataSetting(store.records, world.pass, { ...setting, watching: false })
    expect((await dataSetting(store.records, 'norchester')).lastLook).toEqual(lastLook)
    await saveDataSetting(store.records, world.pass, { ...setting, watchedFolder: '/srv/others' })
    expect((await dataSetting(store.records, 'norchester')).lastLook).toBeNull()
  })

  test('a load is kept for as long as the council says', async () => {
    await saveDataSetting(store.records, world.pass, setting)
    await sealWaiting(world.deps, world.pass, (await waitingIn(world)).loadId)
    expect(await listSnapshots(store.records, world.reader)).toEqual([
      expect.objectContaining({ retainUntil: '2017-02-05' }),
    ])
  })
})
