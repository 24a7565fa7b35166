import { stat } from 'node:fs/promises'
import { allow, type Pass } from '../access/index.ts'
import { arrivedFiles } from '../intake/index.ts'
import { Refused } from '../platform/errors.ts'
import { isKeptFile } from '../standards/capture/template-rows.ts'
import { keptHashes } from './kept-records.ts'
import { alreadyLoaded, fingerprintOf } from './load-keeping.ts'
import { acceptedLoad, type LoadOutcome } from './load-outcome.ts'
import {
  withProblems,
  openSnapshotPool,
  fileExists,
  sha256OfFile,
  snapshotFile,
  listSnapshots,
  sealedLoad,
  type LoadSummary,
  type SnapshotRecord,
} from '../dataset/index.ts'
import { problemsKnown } from './load-problem-read.ts'
import type { LoadDeps } from './load-deps.ts'
import { digestOfChoices, type ReadingChoices } from './reading-choices.ts'
import type { LoadRequest } from './load-request.ts'

/**
 * The answer for files that are sealed already as at the same day, known by their hashes before a row is read. Null
 * when they are new, and when they must be read to find out. They are new, too, when what is kept in Waymark
 * has become another since.
 */
export async function loadedBefore(
  deps: LoadDeps,
  pass: Pass<'load:write'>,
  request: LoadRequest,
  choices: ReadingChoices,
): Promise<LoadOutcome | null> {
  const reader = allow(pass.person, 'load:read')
  const files = await sentFiles(request.paths)
  if (files.length === 0) return null
  // Sizes are cheap to read, and they show that most loads are new.
  const alike = (await listSnapshots(deps.records, reader)).filter((snapshot) =>
    sameSizes(sentOf(snapshot), files),
  )
  if (alike.length === 0) return null
  const hashed = await Promise.all(
    files.map(async ({ path, file }) => ({ file, sha256: await sha256OfFile(path) })),
  )
  for (const snapshot of alike) {
    if (fingerprintOf(sentOf(snapshot)) !== fingerprintOf(hashed)) continue
    // What is kept in Waymark may have become another since.
    const kept = await keptHashes(deps, pass.person.council, snapshot.asAt)
    if (fingerprintOf(snapshot.files) !== fingerprintOf([...hashed, ...kept])) continue
    if (!(await fileExists(snapshotFile(deps.dataDir, snapshot.snapshot)))) continue
    const load = await sealedLoad(deps.records, reader, snapshot.loadId)
    if ((load?.summary.choices ?? '') !== digestOfChoices(choices)) continue
    if (load && isSameDay(request, hashed, snapshot, load.summary)) {
      return await answerOf(deps, pass, snapshot, load.summary)
    }
  }
  return null
}

/** Empty when one of the paths is not a plain file: the load itself then says which. */
async function sentFiles(paths: readonly string[]): Promise<{ path: string; file: string; bytes: number }[]> {
  try {
    const files = await arrivedFiles(paths)
    if (files.some(({ fault }) => fault !== null)) return []
    return await Promise.all(
      files.map(async ({ path, file }) => ({ path, file, bytes: (await stat(path)).size })),
    )
  } catch (error) {
    if (error instanceof Refused) return []
    throw error
  }
}

/** The files that somebody sent, without those of what is kept in Waymark. */
const sentOf = ({ files }: SnapshotRecord) => files.filter(({ file }) => !isKeptFile(file))

type Sized = readonly { bytes: number }[]
const sameSizes = (files: Sized, others: Sized): boolean => sizesOf(files) === sizesOf(others)
const sizesOf = (files: Sized): string =>
  files
    .map(({ bytes }) => bytes)
    .sort((a, b) => a - b)
    .join(' ')

/** A day that was not given may come from the files' names, so the names must then be the same too. */
function isSameDay(
  { asAt }: LoadRequest,
  sent: readonly { file: string }[],
  snapshot: SnapshotRecord,
  { asAtFrom }: LoadSummary,
): boolean {
  if (asAt !== undefined) return asAt === snapshot.asAt
  const names = (files: readonly { file: string }[]) => JSON.stringify(files.map(({ file }) => file).sort())
  return asAtFrom !== undefined && asAtFrom !== 'given' && names(sent) === names(sentOf(snapshot))
}

async function answerOf(
  { dataDir, records }: LoadDeps,
  { person }: Pass<'load:write'>,
  snapshot: SnapshotRecord,
  summary: LoadSummary,
): Promise<LoadOutcome> {
  const pool = openSnapshotPool(dataDir, records)
  try {
    const sealed = await pool.byId(person.council, snapshot.snapshot)
    const report = {
      accepted: true,
      asAt: snapshot.asAt,
      asAtFrom: summary.asAtFrom ?? null,
      sources: summary.sourceDays ?? [],
      files: summary.files,
      problems: sealed ? await problemsKnown(sealed) : [],
      problemCounts: summary.problemCounts,
    }
    const answer = withProblems(report, [alreadyLoaded(snapshot, snapshot.files)])
    return acceptedLoad(snapshot.loadId, answer, snapshot.snapshot, summary)
  } finally {
    pool.close()
  }
}
