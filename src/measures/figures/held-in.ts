import type { SealedSnapshot } from '../../dataset/index.ts'
import { isOfRecords, measureSeries } from '../catalogue/catalogue.ts'
import type { Availability } from '../engine/availability.ts'
import type { RecordTable } from '../engine/record-table.ts'
import { availability as availabilityIn } from './availability-read.ts'

/** The cases of one room's records. */
export interface RecordCases {
  room: string
  /** Read like a snapshot. */
  cases: SealedSnapshot
  /** What the room handed over; none when that failed. */
  tables: readonly RecordTable[]
  /** Why its records could not be counted, for the log; null when they were. */
  fault: string | null
}

/** Reads the cases of every room's records, or of the one that is named. Never throws for the fault of a room. */
type ReadRecordCases = (room?: string) => Promise<readonly RecordCases[]>

const readers = new WeakMap<SealedSnapshot, ReadRecordCases>()

export const setRecordCases = (snapshot: SealedSnapshot, read: ReadRecordCases): void =>
  void readers.set(snapshot, read)

/** Gives measures that were run elsewhere the same records. */
export function shareRecordCases(from: SealedSnapshot, to: SealedSnapshot): void {
  const read = readers.get(from)
  if (read) readers.set(to, read)
}

/** The cases of every room's records that come with a snapshot. */
export const recordCasesOf = async (snapshot: SealedSnapshot): Promise<readonly RecordCases[]> =>
  (await readers.get(snapshot)?.()) ?? []

/** Those of the room whose records a series counts; null when there are none. */
export async function recordCasesFor(snapshot: SealedSnapshot, id: string): Promise<RecordCases | null> {
  const room = measureSeries(id)?.records ?? null
  const [found] = room === null ? [] : ((await readers.get(snapshot)?.(room)) ?? [])
  return found ?? null
}

/** Where the cases of a series are: in the snapshot, or among the records. */
export const heldIn = async (snapshot: SealedSnapshot, id: string): Promise<SealedSnapshot> =>
  isOfRecords(id) ? ((await recordCasesFor(snapshot, id))?.cases ?? snapshot) : snapshot

/**
 * Of every series: those that count cases of the snapshot, and those that count records. Where only some are asked for, and
 * none of them counts records, records are not read.
 */
export async function availability(
  snapshot: SealedSnapshot,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, Availability>> {
  if (ids && !ids.some(isOfRecords)) return await availabilityIn(snapshot)
  const found = [snapshot, ...(await recordCasesOf(snapshot)).map(({ cases }) => cases)]
  const [own, ...ofRecords] = await Promise.all(found.map((cases) => availabilityIn(cases)))
  return ofRecords.length === 0 ? own! : new Map([own!, ...ofRecords].flatMap((series) => [...series]))
}
