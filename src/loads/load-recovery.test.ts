import { spawn, spawnSync } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { testFolder } from '../../tests/support/annex-a-files.ts'
import {
  contentOfFolder,
  loadMigrations,
  loadWorld,
  onRecord,
  referralFiles,
  type LoadWorld,
  reportsNothing,
} from '../../tests/support/load-world.ts'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { allow, operator } from '../access/index.ts'
import { stoppedClock } from '../platform/day.ts'
import { migrate } from '../platform/migrate.ts'
import { openRecords } from '../platform/records.ts'
import { beginIncoming, rewriteJournal } from './incoming.ts'
import { cutOffLoads } from './cut-off-load.ts'
import { recoverLoads } from './load-recovery.ts'
import { registeredLoads } from './load-register-store.ts'
import { load } from './load.ts'
import { snapshotFile } from '../dataset/snapshots/snapshot-file.ts'
import { currentSnapshot, listSnapshots } from '../dataset/snapshots/snapshot-store.ts'

/** A process that was, and is no more. */
async function goneProcess(): Promise<number> {
  const gone = spawn(process.execPath, ['--version'])
  await new Promise((resolve) => gone.on('exit', resolve))
  return gone.pid!
}

onBothStores(loadMigrations, (open) => {
  let store: TestStore
  let world: LoadWorld

  beforeEach(async () => {
    store = await open()
    world = await loadWorld(store)
  })
  afterEach(() => store.close())

  const leftBehind = async (sealingAs: string | null) => {
    const { dataDir } = world.deps
    const incoming = await beginIncoming(dataDir, world.pass.person, '2015-02-04T09:02:00Z', ['Annex_A.xlsx'])
    await writeFile(join(incoming.folder, 'snapshot.duckdb'), 'half of one')
    return rewriteJournal(incoming, { process: { pid: await goneProcess(), startedAt: null }, sealingAs })
  }

  test('what a killed load left behind is cleared at the next start, and told once', async () => {
    const { dataDir } = world.deps
    await mkdir(join(dataDir, 'snapshots'))
    await onRecord(world, '2014-12-31-aaaa', '2014-12-31')
    const before = await contentOfFolder(dataDir)
    await leftBehind('2015-01-31-dead')
    // It had come as far as giving the file its place.
    await writeFile(snapshotFile(dataDir, '2015-01-31-dead'), 'a whole one')

    const sentence =
      'The load of Annex_A.xlsx begun on 4 February 2015 by Data team did not finish. Nothing was changed.'
    // Who only asks is told already, and changes nothing.
    const cutOff = await contentOfFolder(dataDir)
    expect(await cutOffLoads(world.deps, 'norchester')).toEqual([sentence])
    expect(await cutOffLoads(world.deps, 'another council')).toEqual([])
    expect(await contentOfFolder(dataDir)).toEqual(cutOff)
    expect(await recoverLoads(world.deps)).toEqual([sentence])
    expect(await contentOfFolder(dataDir)).toEqual(before)
    expect(await cutOffLoads(world.deps, 'norchester')).toEqual([])
    expect(await registeredLoads(store.records, world.reader)).toContainEqual(
      expect.objectContaining({ state: 'unfinished', sentence, snapshot: null }),
    )
    expect((await currentSnapshot(store.records, 'norchester'))?.snapshot).toBe('2014-12-31-aaaa')
    expect(await recoverLoads(world.deps)).toEqual([])
  })

  test('a load that is under way is left alone', async () => {
    await beginIncoming(world.deps.dataDir, world.pass.person, '2015-02-04T09:02:00Z', ['Annex_A.xlsx'])
    const before = await contentOfFolder(world.deps.dataDir)
    expect(await recoverLoads(world.deps)).toEqual([])
    expect(await contentOfFolder(world.deps.dataDir)).toEqual(before)
  })
})

describe('a load that is killed', () => {
  const alone = join(import.meta.dirname, '../../tests/support/load-alone.ts')

  /** A data folder with one sealed load in use. */
  async function sealedFolder() {
    const dataDir = await testFolder()
    const records = openRecords(join(dataDir, 'records.sqlite'))
    onTestFinished(() => records.destroy())
    await migrate(records, loadMigrations)
    const deps = { records, dataDir, clock: stoppedClock('2015-02-05'), ...reportsNothing }
    const outcome = await load(deps, allow(operator('norchester'), 'load:write'), {
      paths: await referralFiles(),
    })
    return { deps, snapshot: outcome.snapshot, folders: () => readdir(dataDir) }
  }

  test('with its whole program leaves the last good snapshot in use, and the next start says so', async () => {
    const { deps, snapshot, folders } = await sealedFolder()
    const [file] = await referralFiles('14/01/2015')
    const program = spawn(process.execPath, [alone, deps.dataDir, file!], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await new Promise((resolve) => program.stdout.once('data', resolve))
    program.kill('SIGKILL')
    await new Promise((resolve) => program.once('close', resolve))

    expect(await recoverLoads(deps)).toEqual([
      'The load of 2015-01-31 List 3.csv begun on 5 February 2015 by Command line did not finish. Nothing was changed.',
    ])
    expect(
      (await listSnapshots(deps.records, allow(operator('norchester'), 'load:read'))).map(
        ({ snapshot }) => snapshot,
      ),
    ).toEqual([snapshot])
    expect(await folders()).not.toContain('incoming')
    expect(await readdir(join(deps.dataDir, 'snapshots'))).toEqual([`${snapshot}.duckdb`])
  })

  test('in the process that builds the snapshot is refused in a sentence', async () => {
    const { deps, snapshot, folders } = await sealedFolder()
    const [file] = await referralFiles('14/01/2015')
    const { stdout } = spawnSync(process.execPath, [alone, deps.dataDir, file!, 'kill'], { encoding: 'utf8' })
    expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toEqual({
      accepted: false,
      problems: ['load-stopped'],
    })
    expect(await folders()).not.toContain('incoming')
    expect(await readdir(join(deps.dataDir, 'snapshots'))).toEqual([`${snapshot}.duckdb`])
    expect(await recoverLoads(deps)).toEqual([])
  })
})
