import { rowsIn } from '../../src/dataset/rows.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allow, operator } from '../../src/access/index.ts'
import { load } from '../../src/loads/load.ts'
import type { LoadDeps } from '../../src/loads/load-deps.ts'
import { openSnapshotPool } from '../../src/dataset/snapshots/snapshot-pool.ts'
import type { LoadOutcome } from '../../src/loads/load-outcome.ts'
import { stoppedClock } from '../../src/platform/day.ts'
import { testFolder } from '../support/annex-a-files.ts'
import { loadMigrations, reportsNothing } from '../support/load-world.ts'
import { sqliteStore, type TestStore } from '../support/stores.ts'

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples')

/** Data rows of lists 1 to 11, as each folder's SOURCES.md counts them. */
const SAMPLES: readonly { at: string; rows: readonly number[] }[] = [
  { at: 'liia-tools-pipeline/Annex_A_2024_Jan.xlsx', rows: [5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5] },
  { at: 'liia-tools/Annex_A.xlsx', rows: [5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5] },
  { at: 'derived-annex-a-csv', rows: [5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5] },
  { at: 'annexa-cincensus-cleaner/example-B-2004.xlsx', rows: [1, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
  { at: 'annexa-cincensus-cleaner/2015-01-sample.xlsx', rows: [0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0] },
]

describe.skipIf(!existsSync(samples))('the public samples of Annex A', () => {
  let store: TestStore
  beforeAll(async () => {
    store = await sqliteStore(loadMigrations)
  })
  afterAll(() => store.close())

  const sealed = async (at: string): Promise<{ deps: LoadDeps; outcome: LoadOutcome }> => {
    const deps = {
      records: store.records,
      dataDir: await testFolder(),
      clock: stoppedClock('2026-11-24'),
      ...reportsNothing,
    }
    const outcome = await load(deps, allow(operator(at), 'load:write'), { paths: [join(samples, at)] })
    return { deps, outcome }
  }

  test.each(SAMPLES)('$at is sealed with the rows it holds', async ({ at, rows }) => {
    const { deps, outcome } = await sealed(at)
    expect(outcome.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const tables = outcome.files.flatMap((file) => file.tables)
    const read = rows.map((_, place) =>
      tables
        .filter(({ table }) => table === `annex-a/${place + 1}`)
        .reduce((sum, table) => sum + table.rows, 0),
    )
    expect(read).toEqual(rows)
    for (const table of tables) expect(table.accepted + table.quarantined).toBe(table.rows)

    const pool = openSnapshotPool(deps.dataDir, deps.records)
    const snapshot = (await pool.byId(at, outcome.snapshot!))!
    const held = await Promise.all(
      rows.map(async (_, place) => {
        const [row] = await rowsIn(snapshot).all<{ n: number }>(
          `select count(*) as n from annex_a_${place + 1}`,
        )
        return row?.n
      }),
    )
    const accepted = rows.map((_, place) =>
      tables
        .filter(({ table }) => table === `annex-a/${place + 1}`)
        .reduce((sum, table) => sum + table.accepted, 0),
    )
    expect(held).toEqual(accepted)
    pool.close()
  })
})
