import type { Availability } from '../working-out/availability.ts'
import { oncePerSnapshot } from './snapshot-memo.ts'

type Stored = Omit<Availability, 'first' | 'last' | 'leastFull' | 'source'> & {
  source?: string
  first_month: Availability['first']
  last_month: Availability['last']
  least_full: string | null
}

/** What every series can say from a snapshot, by its id. */
export const availability = oncePerSnapshot(async (snapshot): Promise<ReadonlyMap<string, Availability>> => {
  const rows = await snapshot.all<Stored>('select * from measure_available')
  const { source } = (await snapshot.all<{ source: string }>('select source from extract'))[0]!
  return new Map(
    rows.map(({ first_month: first, last_month: last, least_full: leastFull, ...row }) => [
      row.series,
      // Snapshots sealed when one source was all there could be do not say it of each series.
      { ...row, source: row.source ?? source, first, last, leastFull },
    ]),
  )
})
