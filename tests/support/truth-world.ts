import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allow, operator } from '../../src/access/index.ts'
import { load } from '../../src/loads/load.ts'
import { openSnapshotPool, type SnapshotPool } from '../../src/dataset/snapshots/snapshot-pool.ts'
import type { SealedSnapshot } from '../../src/dataset/snapshots/sealed.ts'
import type { AdopterLog } from '../../synthetic/adopter-log.ts'
import type { FamilyLog } from '../../synthetic/event-log.ts'
import { openAnnexAWriter } from '../../synthetic/annex-a/writer.ts'
import { openCaptureWriter } from '../../synthetic/capture/writer.ts'
import type { CouncilWriter, WriterSetting } from '../../synthetic/files/written-file.ts'
import { openSsdWriter } from '../../synthetic/ssd/writer.ts'
import {
  simulateAdopters,
  simulateFamilies,
  viewOn,
  workforceOf,
  type CouncilPlan,
} from '../../synthetic/index.ts'
import type { Workforce } from '../../synthetic/simulation/workforce.ts'
import type { SeriesTruth, TruthPoint, TruthSource } from '../../synthetic/truth/series-truth.ts'
import { openTruthWriter } from '../../synthetic/truth/writer.ts'
import { figures, holdFigures } from '../../src/measures/figures/figure-read.ts'
import { seriesOf } from '../../src/measures/catalogue/catalogue.ts'
import { stoppedClock, type Day, type Month } from '../../src/platform/day.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { openRecords, type Records } from '../../src/platform/records.ts'
import { loadMigrations, reportsNothing } from './load-world.ts'

/** `truth.json`, as anyone reads it. */
export interface TruthFile {
  seed: number
  as_at: Day
  recorded_to: Day
  months: Month[]
  extract: {
    children_lived: number
    children_listed: number
    rows: Record<'whole' | 'ofsted', Record<string, number>>
  }
  series: (Omit<SeriesTruth, 'points'> & { points: (TruthPoint & { series: string })[] })[]
}

/** What each extract of a council says, loaded through the front door. */
export interface TruthWorld {
  records: Records
  pool: SnapshotPool
  dataDir: string
  /** The extract of one day: its truth, its files, and the figures that were worked out from them. */
  extract(day: { asAt: Day; recordedTo: Day }, door: Door): Promise<LoadedExtract>
  close(): Promise<void>
}

/** Which files an extract comes in: Annex A as a workbook or as CSV, or the Standard Safeguarding Dataset and the templates together. */
export type Door = 'workbook' | 'csvs' | 'ssd and templates'

export interface LoadedExtract {
  truth: TruthFile
  snapshot: SealedSnapshot
}

/** A council's events, and who works there. */
export interface Lived {
  plan: CouncilPlan
  workforce: Workforce
  families: readonly FamilyLog[]
  adopters: readonly AdopterLog[]
}

export function lived(plan: CouncilPlan): Lived {
  const workforce = workforceOf(plan)
  const families = [...simulateFamilies(plan, workforce)]
  return { plan, workforce, families, adopters: [...simulateAdopters(plan, families)] }
}

/** In a data folder that goes when the world is closed; or in one that is there, and stays. */
export async function truthWorld(
  { plan, workforce, families, adopters }: Lived,
  given?: string,
): Promise<TruthWorld> {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'waymark-truth-')))
  const records = openRecords(join(dataDir, 'records.sqlite'))
  await migrate(records, loadMigrations)
  const pool = openSnapshotPool(dataDir, records)
  return {
    records,
    pool,
    dataDir,
    async extract({ asAt, recordedTo }, door) {
      const folder = await mkdtemp(join(dataDir, `${asAt}-`))
      const setting = { folder, plan, workforce, view: viewOn(plan, workforce, asAt, recordedTo) }
      for (const writer of [...filesOf(door, setting), openTruthWriter(setting)]) {
        for (const family of families) writer.family(family)
        for (const adopter of adopters) writer.adopter(adopter)
        await writer.close()
      }
      return {
        truth: JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')) as TruthFile,
        snapshot: await loaded(records, dataDir, pool, foldersOf(door, folder), asAt, recordedTo),
      }
    },
    async close() {
      pool.close()
      await records.destroy()
      if (given === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function filesOf(door: Door, setting: WriterSetting): CouncilWriter[] {
  if (door === 'ssd and templates') return [openSsdWriter(setting), openCaptureWriter(setting)]
  const isWorkbook = door === 'workbook'
  return [openAnnexAWriter({ ...setting, window: 'whole', isWorkbook, isCsvs: !isWorkbook })]
}

const foldersOf = (door: Door, folder: string): string[] =>
  (door === 'ssd and templates' ? ['ssd', 'capture'] : ['annex-a']).map((name) => join(folder, name))

async function loaded(
  records: Records,
  dataDir: string,
  pool: SnapshotPool,
  paths: string[],
  asAt: Day,
  today: Day,
): Promise<SealedSnapshot> {
  const pass = allow(operator('norchester'), 'load:write')
  const outcome = await load({ records, dataDir, clock: stoppedClock(today), ...reportsNothing }, pass, {
    paths,
    asAt,
  })
  if (!outcome.accepted || outcome.snapshot === null)
    throw new Error(`The files were refused: ${JSON.stringify(outcome.problems.slice(0, 5))}`)
  return (await pool.byId('norchester', outcome.snapshot))!
}

/** The rows of each list of an extract, by the files that hold them. */
export async function rowsOfLists(
  { plan, workforce, families, adopters }: Lived,
  { asAt, recordedTo }: { asAt: Day; recordedTo: Day },
  window: 'whole' | 'ofsted',
): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-truth-'))
  try {
    const view = viewOn(plan, workforce, asAt, recordedTo)
    const writer = openAnnexAWriter({
      folder,
      plan,
      workforce,
      view,
      window,
      isWorkbook: false,
      isCsvs: true,
    })
    for (const family of families) writer.family(family)
    for (const adopter of adopters) writer.adopter(adopter)
    const files = await writer.close()
    return Object.fromEntries(
      files.flatMap(({ file, rows }) => {
        const list = /List_(\d+)\.csv$/.exec(file)?.[1]
        return list === undefined ? [] : [[list, rows]]
      }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A file of the truth as text, for a plan: no files next to it, and no load. */
export async function truthText(plan: CouncilPlan, asAt: Day, recordedTo: Day): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-truth-'))
  try {
    const workforce = workforceOf(plan)
    const writer = openTruthWriter({
      folder,
      plan,
      workforce,
      view: viewOn(plan, workforce, asAt, recordedTo),
    })
    for (const family of simulateFamilies(plan, workforce)) writer.family(family)
    await writer.close()
    return await readFile(join(folder, 'truth.json'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface Comparison {
  points: number
  /** "cp-rate.open 2014-03 North 1: events [3,null,3], figures [4,null,4]" */
  differences: string[]
}

/**
 * Every figure of the truth next to the same one of a snapshot, for the council and for each team: all must be there on
 * both sides, and each numerator, denominator and value equal. A snapshot also names teams whose only cases were before
 * the months shown: those must be nothing throughout.
 */
export async function compare(
  snapshot: SealedSnapshot,
  { months, series }: TruthFile,
  source: TruthSource = 'annex-a',
): Promise<Comparison> {
  const differences: string[] = []
  let count = 0
  const hold = await holdFigures(snapshot, 'team')
  for (const { id, points, sources = ['annex-a'], councilAlone } of series) {
    if (!sources.includes(source)) continue
    const by = seriesOf(id)?.splits.includes('team') ? 'team' : undefined
    const found = await figures(snapshot, id, { from: months[0], to: months.at(-1), by })
    const ours = new Map(points.map((point) => [nameOf(point.period, point.team), point]))
    const theirs = new Map(found.points.map((point) => [nameOf(point.period, point.split), point]))
    const teams = new Set(points.map(({ team }) => team))
    for (const [name, point] of ours) {
      count += 1
      const other = theirs.get(name)
      const [event, figure] = [formatFigure(point), other ? formatFigure(other) : 'none']
      if (event !== figure) differences.push(`${id} ${name}: events ${event}, figures ${figure}`)
    }
    for (const [name, point] of theirs) {
      if (ours.has(name) || (councilAlone && point.split !== null)) continue
      const isNothing = !teams.has(point.split) && !point.numerator && !point.denominator && !point.value
      if (!isNothing) differences.push(`${id} ${name}: events none, figures ${formatFigure(point)}`)
    }
  }
  hold.release()
  return { points: count, differences }
}

const nameOf = (period: Month, team: string | null) => `${period} ${team ?? 'all'}`
const formatFigure = ({
  numerator,
  denominator,
  value,
}: Pick<TruthPoint, 'numerator' | 'denominator' | 'value'>) => JSON.stringify([numerator, denominator, value])
