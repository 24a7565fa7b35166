import type { Availability } from './availability.ts'
import { oncePerSnapshot } from './snapshot-memo.ts'

/** What every series can say from a snapshot, by its id. */
export const availability = oncePerSnapshot(async (snapshot): Promise<ReadonlyMap<string, Availability>> => {
  const rows = await snapshot.all<Availability>(
    `select series, measure, timing, available, why, first_month as first, last_month as last, complete,
         least_full as "leastFull"
     from measure_available`,
  )
  return new Map(rows.map((row) => [row.series, row]))
})
