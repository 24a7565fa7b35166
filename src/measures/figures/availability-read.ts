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

/** The availability of a series in a snapshot, with its number there. */
export interface NumberedAvailability extends Availability {
  no: number
}

/** By the id of the series; empty for a snapshot that was sealed before cases were stored in `case_row`. */
export const availability = oncePerSnapshot(
  async (snapshot): Promise<ReadonlyMap<string, NumberedAvailability>> => {
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
  },
)

/** The number of a series in `case_row`; null when the snapshot does not know it. */
export const seriesNumber = async (snapshot: SealedSnapshot, id: string): Promise<number | null> =>
  (await availability(snapshot)).get(id)?.no ?? null
