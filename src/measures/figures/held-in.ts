import type { SealedSnapshot } from '../../dataset/index.ts'
import { isOfRecords } from '../catalogue/catalogue.ts'
import type { Availability } from '../engine/availability.ts'
import { availability as availabilityIn } from './availability-read.ts'

/** Reads the cases of the rooms' records that come with a snapshot. */
const recordCases = new WeakMap<SealedSnapshot, () => Promise<SealedSnapshot>>()

export const setRecordCases = (snapshot: SealedSnapshot, read: () => Promise<SealedSnapshot>): void =>
  void recordCases.set(snapshot, read)

/** Gives measures that were run elsewhere the same records. */
export function shareRecordCases(from: SealedSnapshot, to: SealedSnapshot): void {
  const read = recordCases.get(from)
  if (read) recordCases.set(to, read)
}

/** The cases of records that come with a snapshot, read like a snapshot; null when there are none. */
export const recordCasesOf = async (snapshot: SealedSnapshot): Promise<SealedSnapshot | null> =>
  (await recordCases.get(snapshot)?.()) ?? null

/** Where the cases of a series are: in the snapshot, or among the records. */
export const heldIn = async (snapshot: SealedSnapshot, id: string): Promise<SealedSnapshot> =>
  isOfRecords(id) ? ((await recordCasesOf(snapshot)) ?? snapshot) : snapshot

/** Of every series: those that count cases of the snapshot, and those that count records. */
export async function availability(snapshot: SealedSnapshot): Promise<ReadonlyMap<string, Availability>> {
  const fromRecords = await recordCasesOf(snapshot)
  const own = await availabilityIn(snapshot)
  return fromRecords ? new Map([...own, ...(await availabilityIn(fromRecords))]) : own
}
