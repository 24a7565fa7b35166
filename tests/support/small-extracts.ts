import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { snapshotFile } from '../../src/dataset/snapshots/snapshot-file.ts'
import { openSnapshotPool, type SnapshotPool } from '../../src/dataset/snapshots/snapshot-pool.ts'
import { openRecords, type Records } from '../../src/platform/records.ts'
import { smallCouncil } from '../../synthetic/index.ts'
import { madeOnce } from './made-once.ts'
import {
  lived,
  truthWorld,
  type Door,
  type Lived,
  type LoadedExtract,
  type TruthFile,
  type TruthWorld,
} from './truth-world.ts'

/** The council of seed 2015, lived once in each worker. */
let council: Lived | null = null
export const smallLived = (): Lived => (council ??= lived(smallCouncil(2015)))

/**
 * The small council's extracts, each written and loaded once in the whole run, for tests that read it and change nothing.
 */
export function smallExtracts(): Pick<TruthWorld, 'close'> & {
  /** `file` is the sealed snapshot's, to be copied. */
  extract(...asked: Parameters<TruthWorld['extract']>): Promise<LoadedExtract & { file: string }>
} {
  const opened: { records: Records; pool: SnapshotPool }[] = []
  return {
    async extract(day, door) {
      const dataDir = await madeOnce(nameOf(day.asAt, door), async (folder) => {
        const world = await truthWorld(smallLived(), folder)
        const { truth, snapshot } = await world.extract(day, door)
        await writeFile(join(folder, 'truth.json'), JSON.stringify(truth))
        await writeFile(join(folder, 'snapshot'), snapshot.id)
        await world.close()
      })
      const records = openRecords(join(dataDir, 'records.sqlite'))
      const pool = openSnapshotPool(dataDir, records)
      opened.push({ records, pool })
      const id = await readFile(join(dataDir, 'snapshot'), 'utf8')
      return {
        truth: JSON.parse(await readFile(join(dataDir, 'truth.json'), 'utf8')) as TruthFile,
        snapshot: (await pool.byId('norchester', id))!,
        file: snapshotFile(dataDir, id),
      }
    },
    async close() {
      for (const { records, pool } of opened) {
        pool.close()
        await records.destroy()
      }
    },
  }
}

const nameOf = (asAt: string, door: Door): string => `extract-${asAt}-${door.replaceAll(' ', '-')}`
