import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Pass } from '../access/index.ts'
import type { FileReport } from '../intake/index.ts'
import { addMonths, sayDay, type Clock, type Day } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import { beginIncoming, removeIncoming, rewriteJournal, type Incoming } from './incoming.ts'
import { holdLoadLock } from './load-lock.ts'
import { acceptedLoad, refusedLoad, stoppedLoad, type LoadOutcome } from './load-outcome.ts'
import { withProblems } from './load-problem.ts'
import type { SealFacts, SealStep } from './seal.ts'
import { sealInProcess } from './seal-process.ts'
import { fileExists, placeSnapshot, removeSnapshotFile, sha256OfFile, snapshotFile } from './snapshot-file.ts'
import { isSnapshotId, recordSnapshot, sameFiles } from './snapshot-store.ts'

/** Where a load keeps things. `clock` is the council's. */
export interface LoadDeps {
  records: Records
  dataDir: string
  clock: Clock
}

export interface LoadRequest {
  /** Files and folders as the person named them. */
  paths: readonly string[]
  asAt?: Day | undefined
  /** The first day whose events the files promise; worked out from the rows when it is not declared. */
  windowFrom?: Day | undefined
  /** Of files that came by the web: the folder they were put in, which the load takes over. */
  incoming?: Incoming | undefined
}

export interface LoadProgress {
  step: 'waiting' | SealStep
  rows: number
}

/**
 * A snapshot is kept for a year after it was loaded, then deleted as a file. Each month's load holds the months
 * before it too, so an older one is only needed to explain a figure that was published from it, and Boards look back
 * a year; the figure itself stays in the records for ever.
 */
const MONTHS_KEPT = 12

/**
 * Brings files in. They become one sealed snapshot, or the load is refused and nothing has changed: not the data
 * folder, not the records. A person who stops it by `signal` gets a refusal too. The same files as at the same day
 * are recognised and answered with the snapshot that they made before.
 */
export async function load(
  deps: LoadDeps,
  pass: Pass<'load:write'>,
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void = () => {},
  signal?: AbortSignal,
): Promise<LoadOutcome> {
  const names = request.paths.map((path) => basename(path))
  const incoming =
    request.incoming ?? (await beginIncoming(deps.dataDir, pass.person, deps.clock.now(), names))
  const stopped = (how: 'cancelled' | 'killed' | 'too-long') =>
    stoppedLoad(incoming.loadId, names.join(', '), how)
  try {
    const letGo = await holdLoadLock(deps.dataDir, () => onProgress({ step: 'waiting', rows: 0 }), signal)
    if (!letGo) return stopped('cancelled')
    try {
      const target = join(incoming.folder, 'snapshot.duckdb')
      const answer = await sealInProcess(
        {
          paths: request.paths,
          today: deps.clock.today(),
          asAt: request.asAt ?? null,
          windowFrom: request.windowFrom ?? null,
          target,
          temporary: join(incoming.folder, 'temporary'),
        },
        onProgress,
        signal,
      )
      return 'stopped' in answer ? stopped(answer.stopped) : await keep(deps, pass, incoming, target, answer)
    } finally {
      await letGo()
    }
  } finally {
    await removeIncoming(deps.dataDir, incoming.folder)
  }
}

/** Gives what was built its place and its record; or finds that it must not, or need not, be kept. */
async function keep(
  deps: LoadDeps,
  pass: Pass<'load:write'>,
  incoming: Incoming,
  built: string,
  { report, sealed }: SealFacts,
): Promise<LoadOutcome> {
  const { records, dataDir, clock } = deps
  const { asAt } = report
  if (!sealed || asAt === null) return refusedLoad(incoming.loadId, report)

  const fingerprint = fingerprintOf(report.files)
  const before = await sameFiles(records, pass.person.council, fingerprint, asAt)
  if (before) {
    const note = {
      severity: 'note' as const,
      code: 'already-loaded',
      file: report.files.map(({ file }) => file).join(', '),
      sheet: null,
      row: null,
      field: null,
      value: null,
      message: `The same files were loaded on ${sayDay(before.loadedAt.slice(0, 10) as Day)}: that snapshot stands`,
    }
    return acceptedLoad(before.loadId, withProblems(report, [note]), before.snapshot, sealed)
  }

  const snapshot = await freeId(records, dataDir, asAt, fingerprint)
  const sha256 = await sha256OfFile(built)
  const { size: bytes } = await stat(built)
  await rewriteJournal(incoming, { sealingAs: snapshot })
  await placeSnapshot(built, dataDir, snapshot)
  try {
    await recordSnapshot(
      records,
      pass,
      {
        snapshot,
        asAt,
        loadedAt: clock.now(),
        loadedBy: pass.person.name,
        sources: report.sources.map(({ source }) => source),
        files: report.files.map(({ file, sha256, bytes }) => ({ file, sha256, bytes })),
        sha256,
        rows: sealed.rows,
        bytes,
        retainUntil: addMonths(clock.today(), MONTHS_KEPT),
        loadId: incoming.loadId,
        fingerprint,
        summary: {
          files: report.files,
          problemCounts: report.problemCounts,
          fills: sealed.fills,
          windowFrom: sealed.windowFrom,
        },
      },
      {
        begunAt: incoming.journal.begunAt,
        sentence: `${sealed.rows} rows as at ${sayDay(asAt)} were sealed.`,
      },
    )
  } catch (error) {
    await removeSnapshotFile(dataDir, snapshot)
    throw error
  }
  return acceptedLoad(incoming.loadId, report, snapshot, sealed)
}

/** The same files have the same fingerprint, whatever they are called and in whatever order they come. */
const fingerprintOf = (files: readonly FileReport[]): string =>
  createHash('sha256')
    .update(
      files
        .map(({ sha256 }) => sha256)
        .sort()
        .join('\n'),
    )
    .digest('hex')

/** `2024-01-31-7f3a`: the as-at day and the first four letters of the fingerprint; more when another has those. */
async function freeId(records: Records, dataDir: string, asAt: Day, fingerprint: string): Promise<string> {
  for (let length = 4; length <= fingerprint.length; length += 2) {
    const id = `${asAt}-${fingerprint.slice(0, length)}`
    if (!(await isSnapshotId(records, id)) && !(await fileExists(snapshotFile(dataDir, id)))) return id
  }
  throw new Error('No id is free for the snapshot')
}
