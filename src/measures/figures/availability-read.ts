import { holds, type SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import type { Availability } from '../engine/availability.ts'
import { oncePerSnapshot } from './snapshot-memo.ts'

type Stored = Omit<Availability, 'first' | 'last' | 'leastFull' | 'hasRows'> & {
  has_rows: boolean
  series_no: number
  first_month: Availability['first']
  last_month: Availability['last']
  least_full: string | null
}

/** What every series can say from a snapshot, and its number there. */
export interface Told extends Availability {
  no: number
}

/** What every series can say from a snapshot, by its id; nothing of one that was sealed before cases were kept as they are now. */
export const availability = oncePerSnapshot(async (snapshot): Promise<ReadonlyMap<string, Told>> => {
  if (!(await holds(rowsIn(snapshot), 'case_row'))) return new Map()
  const rows = await rowsIn(snapshot).all<Stored>('select * from measure_available')
  return new Map(
    rows.map(
      ({
        first_month: first,
        last_month: last,
        least_full: leastFull,
        has_rows: hasRows,
        series_no: no,
        ...row
      }) => [row.series, { ...row, first, last, leastFull, hasRows, no }],
    ),
  )
})

/** The number of a series in `case_row`; null when the snapshot does not know it. */
export const seriesNumber = async (snapshot: SealedSnapshot, id: string): Promise<number | null> =>
  (await availability(snapshot)).get(id)?.no ?? null
