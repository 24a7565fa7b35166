import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { Pass } from '../access/index.ts'
import type { Problem } from '../intake/index.ts'
import { addMonths, dayInEngland, formatDay, type Day } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import { dataSetting } from './data-setting-store.ts'
import { rewriteJournal, type Incoming } from './incoming.ts'
import { acceptedLoad, refusedLoad, type LoadOutcome } from './load-outcome.ts'
import {
  currentSnapshot,
  withProblems,
  fileExists,
  placeSnapshot,
  removeSnapshotFile,
  sha256OfFile,
  snapshotFile,
  isSnapshotId,
  recordSnapshot,
  sameFiles,
  type SnapshotRecord,
} from '../dataset/index.ts'
import type { LoadDeps } from './load-deps.ts'
import { reportFigures } from './report-figures.ts'
import type { SealFacts } from './seal.ts'

/** A load that has been read and, unless it is refused, built. */
interface BuiltLoad {
  incoming: Incoming
  /** The file that was built. */
  built: string
  facts: SealFacts
  /** Keep it even when the same files made a snapshot before. */
  again?: boolean | undefined
}

/** Moves a built load into the data folder and records it, unless it is refused or the same files were loaded before. */
export async function storeSnapshot(
  deps: LoadDeps,
  pass: Pass<'load:write'>,
  { incoming, built, facts: { report, sealed, choices = '' }, again }: BuiltLoad,
): Promise<LoadOutcome> {
  const { records, dataDir, clock } = deps
  const { asAt } = report
  if (!sealed || asAt === null) return refusedLoad(incoming.loadId, report)

  const fingerprint = fingerprintOf(report.files, choices)
  const before = again ? null : await sameFiles(records, pass.person.council, fingerprint, asAt)
  // A snapshot whose file was lost is built again.
  if (before && (await fileExists(snapshotFile(dataDir, before.snapshot)))) {
    const answer = withProblems(report, [alreadyLoaded(before, report.files)])
    return acceptedLoad(before.loadId, answer, before.snapshot, sealed)
  }

  const { setting } = await dataSetting(records, pass.person.council)
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
        retainUntil: addMonths(clock.today(), setting.monthsKept),
        loadId: incoming.loadId,
        fingerprint,
        summary: { ...summaryOf(report, sealed), ...(choices !== '' && { choices }) },
      },
      {
        begunAt: incoming.journal.begunAt,
        sentence: `${sealed.rows} rows as at ${formatDay(asAt)} were sealed.${describeSender(incoming, pass)}`,
      },
    )
  } catch (error) {
    await removeSnapshotFile(dataDir, snapshot)
    throw error
  }
  await reportFigures(deps, pass.person.council)
  const inUse = await currentSnapshot(records, pass.person.council)
  return {
    ...acceptedLoad(incoming.loadId, report, snapshot, sealed),
    ...(inUse && inUse.snapshot !== snapshot && { inUse: { snapshot: inUse.snapshot, asAt: inUse.asAt } }),
  }
}

const summaryOf = (report: SealFacts['report'], sealed: NonNullable<SealFacts['sealed']>) => ({
  files: report.files,
  problemCounts: report.problemCounts,
  fills: sealed.fills,
  windowFrom: sealed.windowFrom,
  asAtFrom: report.asAtFrom,
  sourceDays: report.sources,
  quality: sealed.quality,
  reconciliation: sealed.reconciliation,
  changes: sealed.changes,
  roles: sealed.roles ?? [],
})

/** Names the sender where another person sealed the load. */
function describeSender({ journal }: Incoming, { person }: Pass<'load:write'>): string {
  return journal.person.id === person.id ? '' : ` The files were sent by ${journal.person.name}.`
}

/** The note on a load whose files had made a snapshot before. */
export const alreadyLoaded = (
  { snapshot, loadedAt }: SnapshotRecord,
  files: readonly { file: string }[],
): Problem => ({
  severity: 'note',
  code: 'already-loaded',
  file: files.map(({ file }) => file).join(', '),
  sheet: null,
  row: null,
  field: null,
  value: null,
  message: `The same files were loaded on ${formatDay(dayInEngland(loadedAt))}: snapshot ${snapshot} has them`,
})

/** The same files have the same fingerprint, whatever they are called and in whatever order they come; read by other choices another. */
export const fingerprintOf = (files: readonly { sha256: string }[], choices = ''): string =>
  createHash('sha256')
    .update(
      files
        .map(({ sha256 }) => sha256)
        .sort()
        .join('\n'),
    )
    .update(choices)
    .digest('hex')

/** `2024-01-31-7f3a`: the as-at day and the first four letters of the fingerprint; more when another has those. */
async function freeId(records: Records, dataDir: string, asAt: Day, fingerprint: string): Promise<string> {
  for (let length = 4; length <= fingerprint.length; length += 2) {
    const id = `${asAt}-${fingerprint.slice(0, length)}`
    if (!(await isSnapshotId(records, id)) && !(await fileExists(snapshotFile(dataDir, id)))) return id
  }
  throw new Error('No id is free for the snapshot')
}
