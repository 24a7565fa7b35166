import type { Day } from '../../platform/day.ts'
import type { AcceptedRow } from './accepted-row.ts'
import type { TableSpec } from '../../standards/table.ts'

/** Where a row is: one for all rows of a sheet. */
interface RowPlace {
  file: string
  /** A day that tells the file's age. */
  fileDay: Day | null
}

/** An accepted row with the same natural key as one that came after it. */
interface EarlierRow {
  place: RowPlace
  row: number
  /** Of all that the row says: `digestOf`. A row itself is not kept: a council's history would fill the memory. */
  digest: number
}

/** Cells as they stood, by the key of their column. */
type Written = Readonly<Record<string, string>>

interface KeptRow extends EarlierRow {
  /** The rest of its key, next to the day and the subject; null when there is none. */
  parts: string | null
  /** The one kept before it, of the same day and subject. */
  before: KeptRow | null
}

/**
 * The accepted rows of one table by natural key, over every file of the load. Where a part of the key could not be
 * read, the cell as it stood is the part. They are kept by day and within the day by subject: that asks for no text
 * of the whole key, and of the few rows that one child has on one day each can be looked at. A key that has no subject
 * in it is an id of the source's own, and is in its place.
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
    const parts = this.#partsOf(values, written)
    for (let kept = last; kept; kept = kept.before) if (kept.parts === parts) return kept
    ofDay.set(subject, { place, row, digest: digestOf(values), parts, before: last })
    return null
  }

  #partsOf(values: AcceptedRow['values'], written: Written | null): string | null {
    if (this.#others.length === 0) return null
    return this.#others.map((key) => values[key] ?? written?.[key] ?? '').join(APART)
  }

  #ofDay(day: unknown): Map<unknown, KeptRow> {
    let ofDay = this.#days.get(day)
    if (!ofDay) this.#days.set(day, (ofDay = new Map()))
    return ofDay
  }
}

/** Is in no cell that can be read: between values it keeps `a, bc` from `ab, c`. */
const APART = '\u0000'

/**
 * A number of 53 bits that two rows share when they say the same, and that two rows of one key which do not would share
 * once in nine million billion.
 */
export function digestOf(values: AcceptedRow['values']): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  const add = (code: number): void => {
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  for (const key in values) {
    const value = values[key]
    const text = value === null || value === undefined ? '' : String(value)
    for (let index = 0; index < text.length; index += 1) add(text.charCodeAt(index))
    add(0)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}
