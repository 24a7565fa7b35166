import { rowsIn } from '../src/dataset/rows.ts'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { load } from '../src/loads/load.ts'
import { openSnapshotPool } from '../src/dataset/snapshots/snapshot-pool.ts'
import { readQualityCases } from '../src/quality/quality-read.ts'
import { generate } from '../synthetic/index.ts'
import { stoppedClock } from '../src/platform/day.ts'
import { testFolder } from './support/annex-a-files.ts'
import { loadMigrations, loadWorld } from './support/load-world.ts'
import { sqliteStore } from './support/stores.ts'

/** A council is invented twice and loaded twice, on a machine that may have much else to do. */
const LONGEST_MS = 240_000

/** The folder of a small council's Annex A; the same council each time, with the faults of real files or without. */
async function annexA(isMessy: boolean): Promise<string> {
  const out = join(await testFolder(), 'council')
  const request = {
    size: 'small',
    seed: 2015,
    months: 24,
    out,
    isCounted: false,
    formats: ['annex-a'],
    extracts: 'last',
    window: 'whole',
    isMessy,
  } as const
  for await (const council of generate(request)) expect(council.folder).toBe(out)
  return out
}

test(
  'faults that only comparing rows can show are found where they were planted, and are gone when the source is right',
  async () => {
    const store = await sqliteStore(loadMigrations)
    const { deps, pass } = await loadWorld(store)
    const pool = openSnapshotPool(deps.dataDir, store.records)
    try {
      const folder = await annexA(true)
      const messy = await load(deps, pass, { paths: [join(folder, 'annex-a')] })
      const planted = (
        JSON.parse(await readFile(join(folder, 'planted.json'), 'utf8')) as {
          quirk: string
          file: string
          row: number
        }[]
      ).filter(({ quirk }) => quirk === 'care-before-birth')
      expect(planted.length).toBeGreaterThan(0)
      const snapshot = (await pool.byId(pass.person.council, messy.snapshot!))!
      const found = await readQualityCases(rowsIn(snapshot), 'care-before-birth')
      expect(found.map(({ file, row }) => [file, row])).toEqual(
        planted.map(({ file, row }) => [basename(file), row]),
      )
      const { harms } = messy.quality.find(({ check }) => check === 'care-before-birth')!
      expect(harms).toContainEqual({ measure: 'lac-number.all', cases: planted.length, how: 'counted' })

      const mended = await load({ ...deps, clock: stoppedClock('2015-02-06') }, pass, {
        paths: [join(await annexA(false), 'annex-a')],
      })
      expect(mended.quality.map(({ check }) => check)).not.toContain('care-before-birth')
    } finally {
      pool.close()
      await store.close()
    }
  },
  LONGEST_MS,
)
