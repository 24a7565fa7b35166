import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allow, operator } from '../src/access/index.ts'
import { load } from '../src/loads/load.ts'
import { openSnapshotPool } from '../src/dataset/snapshots/snapshot-pool.ts'
import type { ExportFormat } from '../src/dataset/annex-a/export-book.ts'
import type { Waymark } from '../src/main.ts'
import { stoppedClock, type Day } from '../src/platform/day.ts'
import { testFolder } from './support/annex-a-files.ts'
import { norchester } from './support/demonstration.ts'
import { countsAndFigures, exportedFile, loadedElsewhere } from './support/export-round-trip.ts'
import { loadMigrations, reportsNothing } from './support/load-world.ts'
import { sqliteStore } from './support/stores.ts'

/** A council is loaded and every figure of it worked out, on a machine that may have much else to do. */
const LONGEST_MS = 240_000

/** Loads a file, takes its snapshot out again, and loads that elsewhere: nothing may differ. */
async function comesInAgain(file: string, format: ExportFormat, today: Day): Promise<void> {
  const store = await sqliteStore(loadMigrations)
  const clock = stoppedClock(today)
  const deps = { records: store.records, dataDir: await testFolder(), clock, ...reportsNothing }
  const pool = openSnapshotPool(deps.dataDir, deps.records)
  try {
    await load(deps, allow(operator('easton'), 'load:write'), { paths: [file] })
    const before = await countsAndFigures((await pool.current('easton'))!)
    const exported = await exportedFile({ ...deps, pool }, 'easton', format)
    await loadedElsewhere(exported, clock, async (snapshot, outcome) => {
      expect(outcome.problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(await countsAndFigures(snapshot)).toEqual(before)
    })
  } finally {
    pool.close()
    await store.close()
  }
}

describe('the demonstration’s workbook', () => {
  let waymark: Waymark
  beforeAll(async () => {
    waymark = await norchester()
  })
  afterAll(() => waymark.close())

  test(
    'comes in again from its .ods with the same rows and figures',
    () =>
      comesInAgain(
        join(waymark.config.dataDir, 'demonstration/Annex_A_2015_Jan_v3.xlsx'),
        'ods',
        '2015-02-05',
      ),
    LONGEST_MS,
  )
})

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../shared/samples')
if (!existsSync(samples)) {
  console.warn(
    `\nNOT RUN: the public sample files are not in ${samples}. Set WAYMARK_SAMPLES to their folder.\n`,
  )
}

describe.skipIf(!existsSync(samples))('the public samples', () => {
  test.each([
    ['liia-tools-pipeline/Annex_A_2024_Jan.xlsx', 'ods'],
    ['derived-annex-a-csv', 'xlsx'],
    ['annexa-cincensus-cleaner/example-B-2004.xlsx', 'xlsx'],
  ] as const)(
    '%s comes in again from its .%s with the same rows and figures',
    (at, format) => comesInAgain(join(samples, at), format, '2026-11-24'),
    LONGEST_MS,
  )
})
