import type { Expectation } from './planted.ts'

/** What happens to whole rows. */
export interface RowFault {
  id: string
  says: string
  expect: Expectation
}

/** Among the rows of data; where two are due above one row, the first of them is planted. */
export const ROW_FAULTS = {
  blank: { id: 'row-blank', says: 'A row with nothing in it.', expect: 'ignored' },
  repeated: { id: 'row-repeated', says: 'The row above once more.', expect: 'quarantined' },
  headers: {
    id: 'row-headers',
    says: 'The headers again, as at the top of a printed page.',
    expect: 'ignored',
  },
} as const satisfies Record<string, RowFault>

export type RowFaultName = keyof typeof ROW_FAULTS
export const ROW_FAULT_NAMES = Object.keys(ROW_FAULTS) as RowFaultName[]

/** After the last row of data. */
export const TAIL_FAULTS = {
  blankTail: { id: 'tail-blank', says: 'A blank row after the last.', expect: 'ignored' },
  filters: { id: 'tail-filters', says: 'A line that names the filters of a dashboard.', expect: 'ignored' },
  total: { id: 'tail-total', says: 'A line with the total of a report.', expect: 'ignored' },
  none: { id: 'tail-none', says: 'A line that says None.', expect: 'ignored' },
} as const satisfies Record<string, RowFault>
export type TailName = keyof typeof TAIL_FAULTS

export const TAILS: Readonly<Record<TailName, string | null>> = {
  blankTail: null,
  filters: 'Applied filters: Team is not blank',
  total: 'Total',
  none: 'None',
}

/** Above the headers. */
export const TITLE_FAULT = {
  id: 'title-row',
  says: 'A line above the headers that is neither title nor header.',
  expect: 'ignored',
} as const satisfies RowFault
