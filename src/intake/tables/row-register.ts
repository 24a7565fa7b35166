import type { Day } from '../../platform/day.ts'
import type { AcceptedRow } from './accepted-row.ts'
import type { TableSpec } from './table-spec.ts'

/** Where a row stands: one for all rows of a sheet. */
export interface RowPlace {
  file: string
  /** A day that tells the file's age. */
  fileDay: Day | null
}

/** An accepted row with the same natural key as one that came after it. */
export interface EarlierRow {
  place: RowPlace
  row: number
  values: AcceptedRow['values']
}

/** Cells as they stood, by the key of their column. */
type Written = Readonly<Record<string, string>>

interface KeptRow extends EarlierRow {
  /** Of the parts of its key that could not be read. */
  written: Written | null
  /** The one kept before it, of the same day and subject. */
  before: KeptRow | null
}

/**
 * The accepted rows of one table by natural key, over every file of the load. Where a part of the key could not be
 * read, the cell as it stood is the part. They are kept by day and within the day by subject: that asks for no text
 * of the whole key, and of the few rows that one child has on one day each can be looked at. A key that has no subject
 * in it is an id of the source's own, and stands in its place.
 */
export class RowRegister {
  readonly #subject: string | null
  readonly #day: string | null
  readonly #others: readonly string[]
  readonly #days = new Map<unknown, Map<unknown, KeptRow>>()

  constructor({ naturalKey, subject, eventDate }: Pick<TableSpec, 'naturalKey' | 'subject' | 'eventDate'>) {
    const isOfKey = (key: string | null) => key !== null && naturalKey.includes(key)
    this.#day = isOfKey(eventDate) ? eventDate : null
    this.#subject = isOfKey(subject) ? subject : (naturalKey[0] ?? null)
    this.#others = naturalKey.filter((key) => key !== this.#subject && key !== this.#day)
  }

  /** The first row with this one's key; null when this is the first, which is then kept. */
  earlierThan({ row, values }: AcceptedRow, written: Written | null, place: RowPlace): EarlierRow | null {
    const ofDay = this.#ofDay(this.#day === null ? null : values[this.#day])
    const subject = this.#subject === null ? null : values[this.#subject]
    const last = ofDay.get(subject) ?? null
    for (let kept = last; kept; kept = kept.before) {
      const earlier = kept
      if (this.#others.every((key) => partOf(earlier, key) === partOf({ values, written }, key)))
        return earlier
    }
    ofDay.set(subject, { place, row, values, written, before: last })
    return null
  }

  #ofDay(day: unknown): Map<unknown, KeptRow> {
    let ofDay = this.#days.get(day)
    if (!ofDay) this.#days.set(day, (ofDay = new Map()))
    return ofDay
  }
}

const partOf = ({ values, written }: Pick<KeptRow, 'values' | 'written'>, key: string) =>
  values[key] ?? written?.[key] ?? ''

/** Stands in no cell that can be read: between values it keeps `a, bc` from `ab, c`. */
const APART = '\u0000'

export const sayTheSame = (a: EarlierRow['values'], b: EarlierRow['values']): boolean =>
  Object.values(a).join(APART) === Object.values(b).join(APART)
