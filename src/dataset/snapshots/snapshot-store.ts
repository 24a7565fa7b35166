import type { Selectable } from 'kysely'
import type { Pass } from '../../access/index.ts'
import type { AsAtFrom, FileReport, ProblemCount, SourceReport } from '../../intake/index.ts'
import { dayInEngland, formatDay, type Day, type Instant } from '../../platform/day.ts'
import { NotFound, Gone } from '../../platform/errors.ts'
import { describeUnknown } from '../../platform/nearest.ts'
import type { RecordTables, Records } from '../../platform/records.ts'
import type { QualityFinding, ReconciliationLine } from './quality-finding.ts'
import type { ChangesSince } from './snapshot-changes.ts'
import type { TableFill } from '../building/table-fill.ts'
import type { SeenRole } from '../ssd/worker-roles.ts'
import '../tables.ts'

/** What a load found, in counts: shown on its page for as long as the snapshot is on record. */
export interface LoadSummary {
  files: FileReport[]
  problemCounts: ProblemCount[]
  fills: TableFill[]
  windowFrom: Day
  /** These came later: loads sealed before then do not say. */
  quality?: QualityFinding[]
  reconciliation?: ReconciliationLine[]
  asAtFrom?: AsAtFrom | null
  sourceDays?: SourceReport[]
  /** Against the snapshot that was in use when it was read. */
  changes?: ChangesSince | null
  /** The roles that workers have, the most frequent first. */
  roles?: SeenRole[]
  /** Tells the choices that its files were read by from others; absent where nothing was chosen. */
  choices?: string
}

/** One sealed snapshot as the records know it: the shape of `waymark snapshots --json`, and its load. */
export interface SnapshotRecord {
  snapshot: string
  asAt: Day
  loadedAt: Instant
  loadedBy: string
  sources: string[]
  files: { file: string; sha256: string; bytes: number }[]
  sha256: string
  rows: number
  retainUntil: Day
  bytes: number
  loadId: string
  /** When its file was deleted; null while it is kept. */
  purgedAt: Instant | null
}

/** Summaries written before Waymark read anything but Annex A have its lists by number. */
type EarlierFill = Omit<TableFill, 'table'> & { list: number }

function summaryFrom(text: string): LoadSummary {
  const { lists, ...summary } = JSON.parse(text) as LoadSummary & { lists?: EarlierFill[] }
  return lists
    ? { ...summary, fills: lists.map(({ list, ...fill }) => ({ table: `annex-a/${list}`, ...fill })) }
    : summary
}

type SnapshotRow = Selectable<RecordTables['snapshot']>

const toRecord = (row: SnapshotRow): SnapshotRecord => ({
  snapshot: row.id,
  asAt: row.as_at,
  loadedAt: row.loaded_at,
  loadedBy: row.loaded_by_name,
  sources: JSON.parse(row.sources) as string[],
  files: JSON.parse(row.files) as SnapshotRecord['files'],
  sha256: row.sha256,
  rows: row.rows,
  retainUntil: row.retain_until,
  bytes: row.bytes,
  loadId: row.load_id,
  purgedAt: row.purged_at,
})

/** "load of 5 February 2015, as at 31 January 2015" */
export const describeLoad = ({ loadedAt, asAt }: Pick<SnapshotRecord, 'loadedAt' | 'asAt'>): string =>
  `load of ${formatDay(dayInEngland(loadedAt))}, as at ${formatDay(asAt)}`

/** When its file was deleted, in a sentence; null while it is kept. */
export function describeDeleted({ snapshot, purgedAt, retainUntil }: SnapshotRecord): string | null {
  if (purgedAt === null) return null
  const day = dayInEngland(purgedAt)
  const why = day > retainUntil ? 'as its retention ended' : 'before its retention ended'
  return `Snapshot ${snapshot} was deleted on ${formatDay(day)} ${why}. Figures published from it stay.`
}

/** Throws Gone when its file was deleted. */
export function refuseDeleted(record: SnapshotRecord): void {
  const deleted = describeDeleted(record)
  if (deleted !== null) throw new Gone(deleted)
}

/** The council's snapshots, deleted ones too. */
const ofCouncil = (records: Records, council: string) =>
  records.selectFrom('snapshot').selectAll().where('council_id', '=', council)

/**
 * Those that are kept; the first is the one in use: the latest as-at day, and of those the latest load, unless someone
 * set it aside.
 */
const keptOf = (records: Records, council: string) =>
  ofCouncil(records, council)
    .where('purged_at', 'is', null)
    .orderBy('set_aside')
    .orderBy('as_at', 'desc')
    .orderBy('loaded_at', 'desc')
    .orderBy('id', 'desc')

/** The snapshots that are kept, the one in use first. */
export async function listSnapshots(
  records: Records,
  pass: Pass<'load:read'> | Pass<'load:write'>,
): Promise<SnapshotRecord[]> {
  return (await keptOf(records, pass.person.council).execute()).map(toRecord)
}

export async function currentSnapshot(records: Records, council: string): Promise<SnapshotRecord | null> {
  const row = await keptOf(records, council).limit(1).executeTakeFirst()
  return row ? toRecord(row) : null
}

/** The one in use before the extract of the current one: as at an earlier day, and next in the order of use. */
export async function earlierSnapshot(
  records: Records,
  council: string,
  { asAt }: Pick<SnapshotRecord, 'asAt'>,
): Promise<SnapshotRecord | null> {
  const row = await keptOf(records, council).where('as_at', '<', asAt).limit(1).executeTakeFirst()
  return row ? toRecord(row) : null
}

/** A deleted one too: `refuseDeleted` says so. */
export async function snapshotById(
  records: Records,
  council: string,
  id: string,
): Promise<SnapshotRecord | null> {
  const row = await ofCouncil(records, council).where('id', '=', id).executeTakeFirst()
  return row ? toRecord(row) : null
}

/** The snapshot of an id; throws NotFound with the nearest that there is. */
export async function getSnapshot(records: Records, council: string, id: string): Promise<SnapshotRecord> {
  const found = await snapshotById(records, council, id)
  if (found) return found
  const known = await ofCouncil(records, council).where('purged_at', 'is', null).execute()
  throw new NotFound(
    describeUnknown(
      'snapshot',
      id,
      known.map((row) => row.id),
    ),
  )
}

/** The snapshot that was loaded last before that one, of those that are kept; null when there is none. */
export async function snapshotBefore(
  records: Records,
  council: string,
  { snapshot, loadedAt }: Pick<SnapshotRecord, 'snapshot' | 'loadedAt'>,
): Promise<SnapshotRecord | null> {
  const row = await ofCouncil(records, council)
    .where('purged_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('loaded_at', '<', loadedAt),
        eb.and([eb('loaded_at', '=', loadedAt), eb('id', '<', snapshot)]),
      ]),
    )
    .orderBy('loaded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toRecord(row) : null
}

/** The sealed load of that id, with what it found; null when there is none in the council. */
export async function sealedLoad(
  records: Records,
  pass: Pass<'load:read'>,
  loadId: string,
): Promise<{ snapshot: SnapshotRecord; summary: LoadSummary } | null> {
  const row = await ofCouncil(records, pass.person.council).where('load_id', '=', loadId).executeTakeFirst()
  return row ? { snapshot: toRecord(row), summary: summaryFrom(row.summary) } : null
}

/** The kept snapshot that was made of the same files as at the same day; null when they are new. */
export async function sameFiles(
  records: Records,
  council: string,
  fingerprint: string,
  asAt: Day,
): Promise<SnapshotRecord | null> {
  const row = await keptOf(records, council)
    .where('fingerprint', '=', fingerprint)
    .where('as_at', '=', asAt)
    .executeTakeFirst()
  return row ? toRecord(row) : null
}

/** Ids are shared by all councils of a store, because a snapshot's id is also its file's name. */
export async function isSnapshotId(records: Records, id: string): Promise<boolean> {
  return (
    (await records.selectFrom('snapshot').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  )
}

/** Puts a sealed snapshot and its load on record, both or neither. */
export async function recordSnapshot(
  records: Records,
  pass: Pass<'load:write'>,
  sealed: Omit<SnapshotRecord, 'purgedAt'> & { fingerprint: string; summary: LoadSummary },
  load: { begunAt: Instant; sentence: string },
): Promise<void> {
  const { person } = pass
  await records.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('snapshot')
      .values({
        id: sealed.snapshot,
        council_id: person.council,
        load_id: sealed.loadId,
        as_at: sealed.asAt,
        loaded_at: sealed.loadedAt,
        loaded_by: person.id,
        loaded_by_name: sealed.loadedBy,
        sources: JSON.stringify(sealed.sources),
        files: JSON.stringify(sealed.files),
        fingerprint: sealed.fingerprint,
        sha256: sealed.sha256,
        bytes: sealed.bytes,
        rows: sealed.rows,
        retain_until: sealed.retainUntil,
        summary: JSON.stringify(sealed.summary),
      })
      .execute()
    await transaction
      .insertInto('load_register')
      .values({
        id: sealed.loadId,
        council_id: person.council,
        state: 'sealed',
        begun_at: load.begunAt,
        ended_at: sealed.loadedAt,
        loaded_by: person.id,
        loaded_by_name: sealed.loadedBy,
        files: JSON.stringify(sealed.files.map(({ file }) => file)),
        snapshot_id: sealed.snapshot,
        sentence: load.sentence,
      })
      .execute()
  })
}
