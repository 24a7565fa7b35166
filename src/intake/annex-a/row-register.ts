import type { Day } from '../../platform/day.ts'
import type { AcceptedRow } from './accepted-row.ts'
import type { ListSpec } from './list-spec.ts'

/** Stands in no cell that can be read: between values it keeps `a, bc` from `ab, c`. */
const APART = '\u0000'

/** An accepted row with the same natural key as one that came after it. */
export interface EarlierRow {
  file: string
  sheet: string
  row: number
  /** The day its file's name speaks of. */
  fileDay: Day | null
  /** All its values. */
  print: string
}

/**
 * The accepted rows of one list by natural key, over every file of the load. Where a part of the key could not be
 * read, the cell as it stood is the part.
 */
export class RowRegister {
  readonly #list: ListSpec
  readonly #rows = new Map<string, EarlierRow>()

  constructor(list: ListSpec) {
    this.#list = list
  }

  /** The first row with this one's key; null when this is the first, which is then kept. */
  earlierThan(
    row: AcceptedRow,
    written: Readonly<Record<string, string>>,
    fileDay: Day | null,
  ): EarlierRow | null {
    const key = this.#list.naturalKey.map((part) => row.values[part] ?? written[part] ?? '').join(APART)
    const earlier = this.#rows.get(key)
    if (earlier) return earlier
    this.#rows.set(key, { file: row.file, sheet: row.sheet, row: row.row, fileDay, print: printOf(row) })
    return null
  }
}

export const printOf = (row: AcceptedRow): string => Object.values(row.values).join(APART)
