import { sayDay, type Day } from '../../platform/day.ts'
import type { AsAtFrom } from '../intake-report.ts'
import type { AcceptedRow } from './accepted-row.ts'
import { ANNEX_A_LISTS } from './lists.ts'

/** Days after the as-at day in one column: an extract cannot know them, so one of the two is wrong. */
export interface LateDays {
  file: string
  sheet: string
  /** The column's published name. */
  field: string
  count: number
  /** The first such row, and its day. */
  row: number
  day: Day
}

interface DaysOfField extends Pick<LateDays, 'file' | 'sheet' | 'field'> {
  /** How many rows hold each day, and the first of them. */
  days: Map<Day, { count: number; row: number }>
}

/** Days that may lie ahead: an unborn child's birth, a review that is booked. */
const MAY_LIE_AHEAD = new Set(['date_of_birth', 'pathway_plan_review_date'])

const pastFields = new Map(
  ANNEX_A_LISTS.map(({ number, fields }) => [
    number,
    fields.filter(({ type, key }) => type === 'date' && !MAY_LIE_AHEAD.has(key)),
  ]),
)

/** Works out the day a load is as at: what was given, else file names, else titles, else the latest day in the lists. */
export class AsAt {
  readonly #given: Day | null
  readonly #today: Day
  readonly #fields = new Map<string, DaysOfField>()
  /** The table that the row before was in, and its fields by name: rows of a table come one after another. */
  #table: { file: string; sheet: string; fields: Map<string, DaysOfField> } | null = null
  #named: Day | null = null
  #titled: Day | null = null

  constructor(given: Day | null, today: Day) {
    this.#given = given
    this.#today = today
  }

  seeFileDay(day: Day): void {
    if (this.#named === null || day > this.#named) this.#named = day
  }

  seeTitleDay(day: Day): void {
    if (this.#titled === null || day > this.#titled) this.#titled = day
  }

  seeRow({ list, file, sheet, row, values }: AcceptedRow): void {
    for (const { key, name } of pastFields.get(list)!) {
      const day = values[key] as Day | null | undefined
      if (!day) continue
      const { days } = this.#daysOf(file, sheet, name)
      const seen = days.get(day)
      if (seen) seen.count += 1
      else days.set(day, { count: 1, row })
    }
  }

  #daysOf(file: string, sheet: string, field: string): DaysOfField {
    if (this.#table?.file !== file || this.#table.sheet !== sheet)
      this.#table = { file, sheet, fields: new Map() }
    const { fields } = this.#table
    let known = fields.get(field)
    if (!known) {
      const key = `${file}\n${sheet}\n${field}`
      known = this.#fields.get(key) ?? { file, sheet, field, days: new Map() }
      this.#fields.set(key, known)
      fields.set(field, known)
    }
    return known
  }

  /** Null when nothing says: no date in a name or title, and no day in any list. */
  get found(): { day: Day; from: AsAtFrom } | null {
    if (this.#given) return { day: this.#given, from: 'given' }
    if (this.#named) return { day: this.#named, from: 'file-name' }
    if (this.#titled) return { day: this.#titled, from: 'title' }
    let latest: Day | null = null
    for (const { days } of this.#fields.values()) {
      for (const day of days.keys()) if (day <= this.#today && (latest === null || day > latest)) latest = day
    }
    return latest && { day: latest, from: 'latest-event' }
  }

  daysAfter(asAt: Day): LateDays[] {
    return [...this.#fields.values()].flatMap(({ file, sheet, field, days }) => {
      const late = [...days].filter(([day]) => day > asAt).sort(([, a], [, b]) => a.row - b.row)
      const first = late[0]
      if (!first) return []
      const count = late.reduce((sum, [, seen]) => sum + seen.count, 0)
      return [{ file, sheet, field, count, row: first[1].row, day: first[0] }]
    })
  }
}

const FROM_WORDS: Record<Exclude<AsAtFrom, 'given'>, string> = {
  'file-name': 'the name of the file',
  title: 'the title above the headers',
  'latest-event': 'the latest day in its lists',
}

export const sayAsAt = (day: Day, from: Exclude<AsAtFrom, 'given'>): string =>
  `Read as at ${sayDay(day)}, by ${FROM_WORDS[from]}`
