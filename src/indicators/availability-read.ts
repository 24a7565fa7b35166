import type { SealedSnapshot } from '../dataset/index.ts'
import type { Availability } from './availability.ts'

/** A sealed snapshot never changes, so this is read once for each that is open. */
const known = new WeakMap<SealedSnapshot, Promise<ReadonlyMap<string, Availability>>>()

/** What every series can say from a snapshot, by its id. */
export function availability(snapshot: SealedSnapshot): Promise<ReadonlyMap<string, Availability>> {
  const already = known.get(snapshot)
  if (already) return already
  const reading = read(snapshot)
  known.set(snapshot, reading)
  // What failed once may be asked for again.
  reading.catch(() => known.delete(snapshot))
  return reading
}

async function read(snapshot: SealedSnapshot): Promise<ReadonlyMap<string, Availability>> {
  const rows = await snapshot.all<Availability>(
    `select series, measure, timing, available, why, first_month as first, last_month as last, complete, least_full as "leastFull"
     from measure_available`,
  )
  return new Map(rows.map((row) => [row.series, row]))
}
