import { rowsIn } from '../../src/dataset/rows.ts'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { allow, operator } from '../../src/access/index.ts'
import { exportAnnexA } from '../../src/dataset/annex-a/export.ts'
import { load } from '../../src/loads/load.ts'
import type { LoadDeps } from '../../src/loads/load-deps.ts'
import { openSnapshotPool, type SnapshotPool } from '../../src/dataset/snapshots/snapshot-pool.ts'
import type { ExportFormat } from '../../src/dataset/annex-a/export-book.ts'
import type { LoadOutcome } from '../../src/loads/load-outcome.ts'
import type { SealedSnapshot } from '../../src/dataset/snapshots/sealed.ts'
import { catalogue } from '../../src/measures/catalogue/catalogue.ts'
import { figures } from '../../src/measures/figures/figure-read.ts'
import { testFolder } from './annex-a-files.ts'
import { loadMigrations, reportsNothing } from './load-world.ts'
import { sqliteStore } from './stores.ts'

/** Takes a council's snapshot in use out as a workbook, to a file of this test's own. */
export async function exportedFile(
  deps: LoadDeps & { pool: SnapshotPool },
  council: string,
  format: ExportFormat,
): Promise<string> {
  const { content, fileName } = await exportAnnexA(deps, allow(operator(council), 'load:write'), format)
  const file = join(await testFolder(), fileName)
  await pipeline(content, createWriteStream(file))
  return file
}

/** Loads one file into an installation of its own, and hands what was sealed to `look`. */
export async function loadedElsewhere(
  file: string,
  clock: LoadDeps['clock'],
  look: (snapshot: SealedSnapshot, outcome: LoadOutcome) => Promise<void>,
): Promise<void> {
  const store = await sqliteStore(loadMigrations)
  const deps = { records: store.records, dataDir: await testFolder(), clock, ...reportsNothing }
  const pool = openSnapshotPool(deps.dataDir, deps.records)
  try {
    const outcome = await load(deps, allow(operator('elsewhere'), 'load:write'), { paths: [file] })
    const snapshot = await pool.current('elsewhere')
    if (!snapshot) throw new Error(`The export was refused: ${JSON.stringify(outcome.problems.slice(0, 3))}`)
    await look(snapshot, outcome)
  } finally {
    pool.close()
    await store.close()
  }
}

/** What an export must not change: the rows of each list, and every figure of every measure. */
export async function countsAndFigures(snapshot: SealedSnapshot) {
  const counts: number[] = []
  for (let list = 1; list <= 11; list += 1) {
    const [row] = await rowsIn(snapshot).all<{ n: number }>(`select count(*) as n from annex_a_${list}`)
    counts.push(row!.n)
  }
  const series = []
  for (const { id } of catalogue()) {
    const { snapshot: _ofOne, ...figure } = await figures(snapshot, id, {})
    series.push(figure)
  }
  return {
    asAt: snapshot.asAt,
    counts,
    series,
    fields: await rowsIn(snapshot).all('select * from source_field order by all'),
    extract: await rowsIn(snapshot).all('select * from extract'),
  }
}
