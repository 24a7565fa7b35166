import { readFiles, SetReading, type DatabaseAddress, type IntakeReport } from '../intake/index.ts'
import type { Day } from '../platform/day.ts'
import {
  beginBuild,
  fillReportingMonths,
  resumeBuild,
  writeExtract,
  type Build,
  type ParallelBuild,
  daysOutsideCalendar,
  withRowsSetAside,
  convertSources,
  blankColumns,
  unknownRoles,
  refusedFor,
  withProblems,
  writeProblems,
  type QualityFinding,
  type ReconciliationLine,
  compareFiles,
  type ChangesSince,
  carryForward,
  type CarriedTable,
  type SnapshotLosses,
  writeSourceFields,
  joinWrittenIds,
  joinWrittenNames,
  chooseRoles,
  seenRoles,
  type SeenRole,
  writeUnread,
  openStaging,
  setStore,
  measureFill,
  type TableFill,
} from '../dataset/index.ts'
import { withCarried } from './carried-tables.ts'
import { NO_CHOICES, type ReadingChoices } from './reading-choices.ts'
import { readKept, refuseKeptNames } from './kept-reading.ts'
import { writeMeasureCases } from '../measures/index.ts'
import { writeWorkLists } from '../oversight/index.ts'
import { qualityIn, reconciliationIn, writeQuality, writeQualityHarm } from '../quality/index.ts'

/** What the program that builds a snapshot is asked. Days and paths only: it needs no records. */
export interface SealRequest {
  paths: readonly string[]
  /** Holds a secret, and goes to the program alone. */
  database?: DatabaseAddress | undefined
  /** No event can be after it. */
  today: Day
  /** Null: the files say it, or their latest event does. */
  asAt: Day | null
  /** Of files in which several authorities are stacked, the one whose rows are read. */
  authority?: string | undefined
  /** The first day whose events the files promise, when the loader declares it. */
  windowFrom: Day | null
  /** The snapshot that the new one is compared with. */
  before: { snapshot: string; file: string } | null
  /** Take over from it the tables that the files do not bring. */
  carry?: boolean | undefined
  /** How the council wants its files read. */
  choices?: ReadingChoices | undefined
  /** The file to build. */
  target: string
  /** A folder for what does not fit in memory. */
  temporary: string
  /** Asked once the day of the files is known: the paths of files of what is kept in Waymark as at that day. */
  kept?: ((asAt: Day) => Promise<string[]>) | undefined
  /** What another process has read into the target already; absent when nothing has been read. */
  read?: ReadFiles | undefined
}

/** Files that were read: their rows are in the file that is being built. */
export interface ReadFiles {
  report: IntakeReport
  rows: number
  carried: CarriedTable[]
}

/**
 * More rows than this are built on by a process of its own: what reading them took is then given back first. A city's
 * seventy-two months are half of it.
 */
const ROWS_FOR_ONE_PROCESS = 1_000_000

/**
 * Measures of more rows than this are worked out by two threads. Conversion never is: its statements copy and sort, of
 * which a second thread takes up to twice the processors' time and saves none.
 */
const ROWS_FOR_TWO_THREADS = 100_000

/**
 * More rows than this, a census of hundreds of thousands of children, are built on with less memory than the others:
 * what is sorted and joined goes through the disk, which takes a fifth more of the processors' time.
 */
const ROWS_TO_SPILL = 3_000_000

export type SealStep = 'reading' | 'converting' | 'measuring' | 'sealing'

/** How far a load has got. `rows` is how many have been read so far. */
export interface SealProgress {
  step: SealStep
  rows: number
}

export interface SealFacts {
  /** Of a load that waits: it is another than the same files made before, as with tables carried forward. */
  again?: boolean | undefined
  report: IntakeReport
  /** Null when the files were refused: then there is no file either. */
  sealed: SealedFacts | null
  /** What tells the choices that the files were read by from others; absent where nothing was chosen. */
  choices?: string
}

export interface SealedFacts {
  rows: number
  windowFrom: Day
  fills: TableFill[]
  /** What comparing rows with each other found, most harm first. */
  quality: QualityFinding[]
  /** How the sources compare; empty for one source. */
  reconciliation: ReconciliationLine[]
  /** Against the snapshot that it was to be compared with; null when there was none, or it cannot be read. */
  changes: ChangesSince | null
  /** What would go with the snapshot that it is compared with; null when nothing would. */
  losses?: SnapshotLosses | null
  /** The roles that workers have, the most frequent first. */
  roles?: SeenRole[]
}

/** Works every measure out, then the lists of work, and then what the findings of the checks do to the figures. */
export async function writeMeasuresAndHarm(build: ParallelBuild): Promise<void> {
  await writeMeasureCases(build)
  await writeWorkLists(build)
  await writeQualityHarm(build)
}

/**
 * Reads files into one sealed dataset, and counts what it changes. `writeMeasures` works the measures out on it before it
 * is closed: measures are on a higher floor, so they are passed in. Answers what was read, and no more, when there
 * is so much of it that another process should go on.
 */
export async function sealFiles(
  request: SealRequest,
  writeMeasures: (build: ParallelBuild) => Promise<void>,
  onProgress: (progress: SealProgress) => void,
): Promise<SealFacts | { read: ReadFiles }> {
  const build = await (request.read ? resumeBuild : beginBuild)(request.target, request.temporary)
  let built: Built
  try {
    const read = request.read ?? (await readInto(build, request, onProgress))
    if (!read.report.accepted || read.report.asAt === null) return { report: read.report, sealed: null }
    if (!request.read && read.rows > ROWS_FOR_ONE_PROCESS) {
      await build.seal()
      return { read }
    }
    if (read.rows > ROWS_TO_SPILL) await build.spillSooner()
    built = await buildOn(build, read, request, writeMeasures, onProgress)
  } finally {
    build.close()
  }
  const { report, sealed } = built
  return { report, sealed: sealed && { ...sealed, ...(await comparedIn(request)) } }
}

async function comparedIn({ before, target }: SealRequest): Promise<Pick<SealedFacts, 'changes' | 'losses'>> {
  if (!before) return { changes: null, losses: null }
  const { snapshot, file } = before
  try {
    return await compareFiles(snapshot, { before: file, now: target })
  } catch {
    // That the load before it is damaged must not stop a good one; `waymark check` tells of the damage.
    return { changes: null, losses: null }
  }
}

type Built = Omit<SealFacts, 'sealed'> & { sealed: Omit<SealedFacts, 'changes' | 'losses'> | null }

async function readInto(
  build: Build,
  { paths, today, asAt, authority, database, before, carry, choices = NO_CHOICES, kept }: SealRequest,
  onProgress: (progress: SealProgress) => void,
): Promise<ReadFiles> {
  const staging = openStaging(build)
  let rowsOneByOne = 0
  const read = await readFiles(
    paths,
    (row) => {
      rowsOneByOne += 1
      const accepted = staging.accept(row)
      if (rowsOneByOne !== ROWS_FOR_ONE_PROCESS) return accepted
      return Promise.resolve(accepted).then(() => build.makeRoom())
    },
    {
      sets: new SetReading(setStore(build, staging)),
      today,
      asAt: asAt ?? undefined,
      authority,
      database,
      learned: choices.spellings,
      onProgress: ({ rows }) => onProgress({ step: 'reading', rows }),
    },
  )
  const sent = refuseKeptNames(read)
  await staging.finish(sent.sources.map(({ source }) => source))
  await build.commit()
  const sentTables = sent.files.flatMap((file) => file.tables)
  const carried =
    carry && before && sent.accepted
      ? await carryForward(build, staging, before.file, sent.sources, sentTables)
      : []
  await staging.finish(carried.map(({ source }) => source))
  await build.commit()
  const keptPaths = sent.accepted && sent.asAt !== null ? ((await kept?.(sent.asAt)) ?? []) : []
  const report = await readKept(build, staging, sent, keptPaths, today)
  const tables = report.files.flatMap((file) => file.tables)
  const rows = [...tables, ...carried.map((table) => table.report)].reduce(
    (sum, { accepted }) => sum + accepted,
    0,
  )
  return { report: withCarried(report, carried, before?.snapshot ?? ''), rows, carried }
}

async function buildOn(
  build: Build,
  { report: read, rows: rowsRead, carried }: ReadFiles,
  { windowFrom: declaredWindow, choices = NO_CHOICES }: SealRequest,
  writeMeasures: (build: ParallelBuild) => Promise<void>,
  onProgress: (progress: SealProgress) => void,
): Promise<Built> {
  const sources = read.sources.map(({ source }) => source)
  onProgress({ step: 'converting', rows: rowsRead })
  const outside = await daysOutsideCalendar(build, sources)
  if (outside.some(({ severity }) => severity === 'error'))
    return { report: refusedFor(read, outside), sealed: null }
  const report = withRowsSetAside(read, outside)
  const rows = rowsRead - outside.length
  const reports = [...report.files.flatMap(({ tables }) => tables), ...carried.map((table) => table.report)]
  const alike = await joinWrittenIds(build, sources, choices.joinIds)
  await chooseRoles(build, choices.roles)
  const { windowFrom, origins } = await convertSources(
    build,
    report.sources,
    reports,
    declaredWindow,
    carried,
  )
  const names = await joinWrittenNames(build, choices.joinIds)
  const fills = await measureFill(build, sources, reports)
  const found = withProblems(report, [
    ...alike,
    ...names,
    ...blankColumns(report, fills),
    ...(await unknownRoles(build)),
  ])
  await writeExtract(build, { source: sources[0]!, asAt: report.asAt!, windowFrom })
  await fillReportingMonths(build, report.asAt!)
  await writeSourceFields(build, origins, fills)
  await writeProblems(build, found.problems)
  await writeUnread(build, found.unread ?? [])
  const roles = await seenRoles(build)

  onProgress({ step: 'measuring', rows })
  await build.commit()
  await writeQuality(build)
  if (rows > ROWS_FOR_TWO_THREADS) await build.workInParallel()
  await writeMeasures(build)
  const quality = (await qualityIn(build))?.findings ?? []
  const reconciliation = (await reconciliationIn(build)) ?? []
  onProgress({ step: 'sealing', rows })
  await build.seal()
  return { report: found, sealed: { rows, windowFrom, fills, quality, reconciliation, roles } }
}
