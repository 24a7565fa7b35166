import { setTimeout as wait } from 'node:timers/promises'
import type { Pass } from '../access/index.ts'
import { formatDay, type Clock, type Instant } from '../platform/day.ts'
import { Refused, type Checked } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { logDisposal } from './disposal-store.ts'
import {
  isBeingRead,
  type SnapshotPool,
  removeSnapshotFile,
  snapshotFile,
  currentSnapshot,
  listSnapshots,
  refuseDeleted,
  getSnapshot,
  type SnapshotRecord,
} from '../dataset/index.ts'
import { readReason } from '../platform/reason.ts'

export interface PurgeDeps {
  records: Records
  dataDir: string
  clock: Clock
  pool: Pick<SnapshotPool, 'release'>
}

/** A snapshot that was deleted or, in a dry run, would be. */
interface PurgedSnapshot extends Pick<
  SnapshotRecord,
  'snapshot' | 'asAt' | 'sha256' | 'rows' | 'bytes' | 'files' | 'retainUntil'
> {
  why: string
  /** Null in a dry run. */
  purgedAt: Instant | null
}

/** What a purge did: the shape of `waymark purge --json`. */
export interface PurgeAnswer {
  dryRun: boolean
  purged: PurgedSnapshot[]
  /** Past their day, but kept. */
  kept: { snapshot: string; why: string }[]
}

export const checkDeletionReason = (typed: string): Checked<string> =>
  readReason(typed, 'Enter why this load is to be deleted before its day')

const IN_USE = 'It is the load in use: it goes once a later load has taken its place.'
const BEING_READ = 'It is being read at this moment: it goes at the next purge.'

/**
 * Deletes the files of the council's snapshots whose day has passed; their records stay, with counts and hashes, and
 * each deletion is in the disposal log. The one in use is never deleted, nor one that is being read. `dryRun` says
 * what would go.
 */
export async function purgeDue(
  deps: PurgeDeps,
  pass: Pass<'load:write'>,
  { dryRun = false }: { dryRun?: boolean | undefined } = {},
): Promise<PurgeAnswer> {
  const snapshots = await listSnapshots(deps.records, pass)
  const [current] = snapshots
  const answer: PurgeAnswer = { dryRun, purged: [], kept: [] }
  for (const record of snapshots.filter(({ retainUntil }) => retainUntil < deps.clock.today())) {
    const { snapshot } = record
    const why = `Its day had passed: it was kept until ${formatDay(record.retainUntil)}.`
    if (record === current) answer.kept.push({ snapshot, why: IN_USE })
    else if (dryRun) answer.purged.push(purged(record, why, null))
    else if (!(await isFree(deps, snapshot))) answer.kept.push({ snapshot, why: BEING_READ })
    else answer.purged.push(await dispose(deps, pass, record, why))
  }
  return answer
}

/** Deletes one snapshot before its day. Throws Refused when it is the one in use or is being read. */
export async function purgeOne(
  deps: PurgeDeps,
  pass: Pass<'load:write'>,
  id: string,
  reason: string,
  { dryRun = false }: { dryRun?: boolean | undefined } = {},
): Promise<PurgeAnswer> {
  const record = await getSnapshot(deps.records, pass.person.council, id)
  refuseDeleted(record)
  const current = await currentSnapshot(deps.records, pass.person.council)
  if (current?.snapshot === id) throw new Refused(`Snapshot ${id} cannot be deleted. ${IN_USE}`)
  if (dryRun) return { dryRun, purged: [purged(record, reason, null)], kept: [] }
  if (!(await isFree(deps, id))) {
    throw new Refused(`Snapshot ${id} is being read at this moment. Try again in a minute.`)
  }
  return { dryRun, purged: [await dispose(deps, pass, record, reason)], kept: [] }
}

const CHECKS = 10
const BETWEEN_CHECKS_MS = 200

/** False when someone still reads the file after two seconds. */
async function isFree({ dataDir, pool }: PurgeDeps, id: string): Promise<boolean> {
  await pool.release(id)
  for (let check = 0; check < CHECKS; check += 1) {
    if (!(await isBeingRead(snapshotFile(dataDir, id)))) return true
    await wait(BETWEEN_CHECKS_MS)
  }
  return false
}

/** Should this be cut off after the file is removed, the next purge finds it gone and logs that. */
async function dispose(
  { records, dataDir, clock }: PurgeDeps,
  pass: Pass<'load:write'>,
  record: SnapshotRecord,
  why: string,
): Promise<PurgedSnapshot> {
  const at = clock.now()
  await records.transaction().execute(async (transaction) => {
    const current = await currentSnapshot(transaction, pass.person.council)
    if (current?.snapshot === record.snapshot)
      throw new Refused(`${record.snapshot} has just been put in use.`)
    await logDisposal(transaction, pass, record, { at, why })
    await removeSnapshotFile(dataDir, record.snapshot)
  })
  return purged(record, why, at)
}

function purged(record: SnapshotRecord, why: string, purgedAt: Instant | null): PurgedSnapshot {
  const { snapshot, asAt, sha256, rows, bytes, files, retainUntil } = record
  return { snapshot, asAt, sha256, rows, bytes, files, retainUntil, why, purgedAt }
}
