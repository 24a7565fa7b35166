import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accessMigrations, allow, operator, type Pass, type Person } from '../../src/access/index.ts'
import { datasetMigrations } from '../../src/dataset/migrations.ts'
import type { LoadDeps } from '../../src/loads/load-deps.ts'
import { loadsMigrations } from '../../src/loads/migrations.ts'
import { recordMigrations } from '../../src/records/index.ts'
import { performanceMigrations } from '../../src/performance/migrations.ts'
import { rowsIn } from '../../src/dataset/rows.ts'
import { openSnapshotPool } from '../../src/dataset/snapshots/snapshot-pool.ts'
import { recordSnapshot } from '../../src/dataset/snapshots/snapshot-store.ts'
import { annexAHeaders } from '../../src/standards/annex-a/lists.ts'
import { stoppedClock, type Day, type Instant } from '../../src/platform/day.ts'
import { silentLog } from '../../src/platform/log.ts'
import type { Migrations } from '../../src/platform/migrate.ts'
import { csvText, filesWith, listRow, testFolder, type TestCell } from './annex-a-files.ts'
import { sealHere } from './seal-here.ts'
import type { TestStore } from './stores.ts'

/** What loads need of the records. */
export const loadMigrations: Migrations = {
  ...accessMigrations,
  ...datasetMigrations,
  ...performanceMigrations,
  ...recordMigrations,
  ...loadsMigrations,
}

/**
 * For loads whose figures no test asks for: none is reported, which takes as long as a small load, and the snapshot is
 * built in the test's own process.
 */
export const reportsNothing = {
  pool: { byId: () => Promise.resolve(null) },
  log: silentLog,
  seal: sealHere,
}

export interface LoadWorld {
  deps: LoadDeps
  pass: Pass<'load:write'>
  reader: Pass<'load:read'>
}

/**
 * An empty data folder, this test's own unless one is given, and an open store; the day is 5 February 2015. Loads are
 * built in the test's own process.
 */
export async function loadWorld(
  { records }: TestStore,
  council = 'norchester',
  dataDir?: string,
): Promise<LoadWorld> {
  const person: Person = { ...operator(council), name: 'Data team' }
  return {
    deps: {
      records,
      dataDir: dataDir ?? (await testFolder()),
      clock: stoppedClock('2015-02-05'),
      ...reportsNothing,
    },
    pass: allow(person, 'load:write'),
    reader: allow(person, 'load:read'),
  }
}

/** As `waymark` loads: the snapshot is built by a program of its own, which can be killed. */
export const inItsOwnProcess = ({ deps }: LoadWorld): LoadDeps => ({ ...deps, seal: undefined })

type Rows = readonly Readonly<Record<string, TestCell>>[]

/** CSV files of Annex A lists, as at 31 January 2015 by their names; cells by their published headers. */
export const annexAFiles = (lists: Readonly<Record<number, Rows>>): Promise<string[]> =>
  filesWith(
    Object.fromEntries(
      Object.entries(lists).map(([list, rows]) => [
        `2015-01-31 List ${list}.csv`,
        csvText([annexAHeaders(Number(list)), ...rows.map((row) => listRow(Number(list), row))]),
      ]),
    ),
  )

const child = (id: string) => ({
  'Child Unique ID': id,
  Gender: 'b) Female',
  Ethnicity: 'a) WBRI',
  'Date of Birth': '04/03/2008',
})

/** Two referrals that can be read, and one whose day cannot. */
export const referralFiles = (day = '12/01/2015'): Promise<string[]> =>
  annexAFiles({
    3: [
      {
        ...child('900001'),
        'Date of referral': day,
        'Referral Source': '1A',
        'Allocated Team': 'North',
        'Allocated Worker': 'SW-118',
      },
      { ...child('900002'), 'Date of referral': '13/01/2015', 'Referral Source': '6' },
      { ...child('900003'), 'Date of referral': 'last Tuesday', 'Referral Source': '6' },
    ],
  })

/** Every file under a folder with its content: two that are equal are the same folder, byte for byte. */
export async function contentOfFolder(folder: string): Promise<Record<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const contents = await Promise.all(
    files.map(async (file): Promise<[string, string]> => {
      const path = join(file.parentPath, file.name)
      return [path, file.isDirectory() ? 'a folder' : (await readFile(path)).toString('base64')]
    }),
  )
  return Object.fromEntries(contents)
}

/** Puts a snapshot on record without its file. */
export const onRecord = (
  { deps, pass }: LoadWorld,
  snapshot: string,
  asAt: Day,
  loadedAt: Instant = '2015-02-05T12:00:00Z',
): Promise<void> =>
  recordSnapshot(
    deps.records,
    pass,
    {
      snapshot,
      asAt,
      loadedAt,
      loadedBy: pass.person.name,
      sources: ['annex-a'],
      files: [{ file: 'Annex_A.xlsx', sha256: 'f1', bytes: 10 }],
      fingerprint: `fingerprint of ${snapshot}`,
      sha256: 'a1',
      bytes: 20,
      rows: 3,
      retainUntil: '2016-02-05',
      loadId: `load_${snapshot}`,
      summary: { files: [], problemCounts: [], fills: [], windowFrom: asAt },
    },
    { begunAt: loadedAt, sentence: '3 rows were sealed.' },
  )

/** Annex A's list of referrals, with one of 12 January 2015 of each child. */
export const referralsOf = (...ids: readonly string[]): Promise<string[]> =>
  annexAFiles({
    3: ids.map((id) => ({
      'Child Unique ID': id,
      'Date of Birth': '04/03/2008',
      'Date of referral': '12/01/2015',
      'Referral Source': '1A',
    })),
  })

/** Rows of the snapshot that is in use. */
export async function rowsInUse<Row extends object>({ deps }: LoadWorld, sql: string): Promise<Row[]> {
  const pool = openSnapshotPool(deps.dataDir, deps.records)
  try {
    return await rowsIn((await pool.current('norchester'))!).all<Row>(sql)
  } finally {
    pool.close()
  }
}
