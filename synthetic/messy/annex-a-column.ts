import { ANNEX_A } from '../annex-a/list-columns.ts'

export type ColumnKind = 'day' | 'id' | 'age' | 'count' | 'postcode' | 'words' | 'code'

/** A column of a list, and what may go wrong in it. */
export interface MessColumn {
  list: number
  header: string
  kind: ColumnKind
  /** The row is about this day: without it, it is about no day. */
  isKeyDay: boolean
  /** From 0, in the clean file. */
  place: number
}

const KEY_DAYS: Readonly<Record<number, string>> = {
  1: 'Date of Contact',
  2: 'Assessment start date',
  3: 'Date of referral',
  4: 'Continuous Assessment Start Date',
  5: 'Strategy discussion initiating Section 47 Enquiry Start Date',
  6: 'CIN Start Date',
  7: 'Child Protection Plan Start Date',
  8: 'Date Started to be Looked After',
}

const KINDS: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^(Child Unique ID|Individual adopter identifier|URN of Placement)$/, 'id'],
  [/^Age of Child/, 'age'],
  [/^(Number|No\.) of /, 'count'],
  [/postcode$/, 'postcode'],
  [/^(Allocated|Organisation|Family identifier|LA of Placement)/, 'words'],
]

const kindOf = (header: string): ColumnKind => KINDS.find(([pattern]) => pattern.test(header))?.[1] ?? 'code'

/** The columns of each list, by number. */
export const MESS_COLUMNS: ReadonlyMap<number, readonly MessColumn[]> = new Map(
  ANNEX_A.map(({ number, columns }) => [
    number,
    columns.map(({ header, isDay }, place) => ({
      list: number,
      header,
      kind: isDay ? 'day' : kindOf(header),
      isKeyDay: KEY_DAYS[number] === header,
      place,
    })),
  ]),
)
