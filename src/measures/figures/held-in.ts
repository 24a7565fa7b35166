import type { SealedSnapshot } from '../../dataset/index.ts'
import { isOfRecords } from '../catalogue/catalogue.ts'
import type { Availability } from '../engine/availability.ts'
import { availability as availabilityIn } from './availability-read.ts'

/** The cases of records that stand beside a snapshot in use, worked out when they are asked for. */
const recordCases = new WeakMap<SealedSnapshot, () => Promise<SealedSnapshot>>()

export const setRecordCases = (snapshot: SealedSnapshot, read: () => Promise<SealedSnapshot>): void =>
  void recordCases.set(snapshot, read)

/** Measures worked out elsewhere have the same records beside them. */
export function shareRecordCases(from: SealedSnapshot, to: SealedSnapshot): void {
  const read = recordCases.get(from)
  if (read) recordCases.set(to, read)
}

/** The cases of records beside a snapshot, to be read like a snapshot; null where no room's records are at hand. */
export const recordCasesBeside = async (snapshot: SealedSnapshot): Promise<SealedSnapshot | null> =>
  (await recordCases.get(snapshot)?.()) ?? null

/** Where the cases of a series are: in the snapshot, or among the records beside it. */
export const heldIn = async (snapshot: SealedSnapshot, id: string): Promise<SealedSnapshot> =>
  isOfRecords(id) ? ((await recordCasesBeside(snapshot)) ?? snapshot) : snapshot

/** What every series can say: those that count cases of a snapshot, and those that count records beside it. */
export async function availability(snapshot: SealedSnapshot): Promise<ReadonlyMap<string, Availability>> {
  const beside = await recordCasesBeside(snapshot)
  const own = await availabilityIn(snapshot)
  return beside ? new Map([...own, ...(await availabilityIn(beside))]) : own
}
