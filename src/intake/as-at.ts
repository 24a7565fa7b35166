import { formatDay, type Day } from '../platform/day.ts'
import { isFarFromDays, latestNearDay } from './far-days.ts'
import { dayInFileName } from './file-date.ts'
import type { AsAtFrom, DayClaim } from './intake-report.ts'
import type { AcceptedRow } from './tables/accepted-row.ts'
import { SOURCE_TABLES } from './standards.ts'
import { pastFields, type ColumnDays } from './tables/column-days.ts'
import type { Standard } from './tables/standard.ts'

/** Days after the as-at day in one column: an extract cannot know them, so one of the two is wrong. */
interface LateDays {
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
  /** The day of a birth tells nothing of the day that a file is as at. */
  isBirth: boolean
  /** How many rows hold each day, and the first of them. */
  days: Map<Day, { count: number; row: number }>
}

const pastFieldsOf = new Map(SOURCE_TABLES.map((table) => [table.table, pastFields(table)]))

/** What a standard says of the year that its files are of; nothing when they are of a day. */
type Yearly = Pick<Standard, 'yearEnd' | 'yearColumn' | 'headerDay'>

/**
 * Works out the day that the files of one standard are as at: what was given, else file names, else titles, else the
 * latest day in them that is not far from all others. A day that has not come decides nothing. A yearly return is as at the end of the year that its days lie in, or its latest day while that
 * year runs; a day in its file's name is that on which it was made.
 */
export class AsAt {
  readonly #given: Day | null
  readonly #today: Day
  readonly #yearly: Yearly
  readonly #fields = new Map<string, DaysOfField>()
  /** The file that the row before was in, and by sheet its fields by name: rows of a file come one after another. */
  #file: string | null = null
  readonly #sheets = new Map<string, Map<string, DaysOfField>>()
  #named: Day | null = null
  #titled: Day | null = null

  constructor(given: Day | null, today: Day, yearly: Yearly = {}) {
    this.#given = given
    this.#today = today
    this.#yearly = yearly
  }

  /** A file that holds tables of the standard. */
  seeFile(file: string): void {
    const day = dayInFileName(file)
    if (day === null) return
    if (this.#named === null || day > this.#named) this.#named = day
  }

  /** A day that has not come, as the last of a year that still runs, is none that the file can be as at. */
  seeTitleDay(day: Day): void {
    if (day > this.#today) return
    if (this.#titled === null || day > this.#titled) this.#titled = day
  }

  seeRow({ table, file, sheet, row, values }: AcceptedRow): void {
    const { headerDay } = this.#yearly
    const said = headerDay?.table === table ? values[headerDay.key] : null
    if (said) this.seeTitleDay(said as Day)
    for (const { key, name } of pastFieldsOf.get(table)!) {
      const value = values[key] as string | null | undefined
      if (value) count(this.#daysOf(file, sheet, name), dayIn(value), 1, row)
    }
  }

  /** As if every row had been seen, in order. */
  seeColumns(file: string, sheet: string, columns: readonly ColumnDays[]): void {
    const firstRow = ({ days }: ColumnDays) => Math.min(...days.map(({ row }) => row))
    const filled = columns.filter(({ days }) => days.length > 0)
    for (const { field, days } of filled.toSorted((a, b) => firstRow(a) - firstRow(b))) {
      const known = this.#daysOf(file, sheet, field)
      for (const { day, count: rows, row } of days) count(known, day, rows, row)
    }
  }

  #daysOf(file: string, sheet: string, field: string): DaysOfField {
    if (this.#file !== file) {
      this.#file = file
      this.#sheets.clear()
    }
    let fields = this.#sheets.get(sheet)
    if (!fields) this.#sheets.set(sheet, (fields = new Map()))
    let known = fields.get(field)
    if (!known) {
      const key = `${file}\n${sheet}\n${field}`
      known = this.#fields.get(key) ?? { file, sheet, field, isBirth: isBirth(field), days: new Map() }
      this.#fields.set(key, known)
      fields.set(field, known)
    }
    return known
  }

  /** Null when nothing says: no date in a name or title, and no day in any list. */
  get found(): { day: Day; from: AsAtFrom } | null {
    if (this.#given) return { day: this.#given, from: 'given' }
    const latest = this.#latest()
    const yearEnd = this.#titled ? null : this.#yearEnd(latest)
    if (yearEnd) return { day: yearEnd, from: 'return-year' }
    const [first] = this.#claims(latest)
    if (first) return first
    return this.#nameThatCame && { day: this.#nameThatCame, from: 'file-name' }
  }

  /** The first is believed. */
  #claims(latest: Day | null): DayClaim[] {
    const claims: DayClaim[] = []
    const named = this.#nameThatCame
    if (named && !this.#isYearly) claims.push({ day: named, from: 'file-name' })
    if (this.#titled) claims.push({ day: this.#titled, from: 'title' })
    if (latest) claims.push({ day: latest, from: 'latest-event' })
    return claims
  }

  /**
   * What the files and their rows say of the day when the first of it cannot be right by the rows; empty while they
   * agree, and of a day that was given, which is an answer.
   */
  get disagreement(): DayClaim[] {
    if (this.#given || this.#isYearly) return []
    const claims = this.#claims(this.#latest())
    const [first] = claims
    return first && first.from !== 'latest-event' && isFarFromDays(this.#counts(), first.day) ? claims : []
  }

  /** The day was given, and the rows say that it is another. */
  get isGivenFar(): boolean {
    return this.#given !== null && !this.#isYearly && isFarFromDays(this.#counts(), this.#given)
  }

  /** The day in the files' names, where it has not come. */
  get nameAhead(): Day | null {
    return this.#named !== null && this.#named > this.#today && !this.#isYearly ? this.#named : null
  }

  get #nameThatCame(): Day | null {
    return this.#named !== null && this.#named <= this.#today ? this.#named : null
  }

  /** The latest day in the files; null when no day of them has come. */
  get latestInRows(): Day | null {
    return this.#latest()
  }

  /** Nothing is as at a day that has not come, so days that all lie ahead tell none. */
  get hasDaysToCome(): boolean {
    return [...this.#fields.values()].some(({ days }) => days.size > 0)
  }

  get #isYearly(): boolean {
    return this.#yearly.yearEnd !== undefined
  }

  /** Null of no yearly return, and of one whose year has not ended. */
  #yearEnd(latest: Day | null): Day | null {
    const { yearEnd } = this.#yearly
    if (!yearEnd || latest === null) return null
    const end = this.#latestYear(yearEnd) ?? yearEnd(latest)
    return end <= this.#today ? end : null
  }

  /**
   * The latest year in which the column that tells has days. A year with less than a tenth of the days of the year that
   * has most is one of mistyped days.
   */
  #latestYear(yearEnd: (latest: Day) => Day): Day | null {
    const years = new Map<Day, number>()
    for (const { field, days } of this.#fields.values()) {
      if (field !== this.#yearly.yearColumn) continue
      for (const [day, { count }] of days) {
        if (day <= this.#today) years.set(yearEnd(day), (years.get(yearEnd(day)) ?? 0) + count)
      }
    }
    const most = Math.max(...years.values())
    const full = [...years].filter(([, count]) => count * 10 >= most).map(([end]) => end)
    return full.reduce<Day | null>((latest, end) => (latest === null || end > latest ? end : latest), null)
  }

  #latest(): Day | null {
    return latestNearDay(this.#counts())
  }

  /** Of every column but births, the days that have come. */
  #counts(): Map<Day, number> {
    const counts = new Map<Day, number>()
    for (const { isBirth, days } of this.#fields.values()) {
      if (isBirth) continue
      for (const [day, { count }] of days)
        if (day <= this.#today) counts.set(day, (counts.get(day) ?? 0) + count)
    }
    return counts
  }

  /** Days so far after all others that they decided nothing. */
  get farDays(): LateDays[] {
    const latest = this.#latest()
    return latest === null ? [] : this.daysAfter(latest).filter(({ day }) => day <= this.#today)
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

/** By the column's published name. */
const isBirth = (field: string): boolean => /birth|\bdob\b|_dob$/i.test(field)

function count({ days }: DaysOfField, day: Day, rows: number, row: number): void {
  const seen = days.get(day)
  if (seen) seen.count += rows
  else days.set(day, { count: rows, row })
}

/** The day itself, or that of a moment. */
const dayIn = (value: string): Day =>
  (value.length === DAY_LENGTH ? value : value.slice(0, DAY_LENGTH)) as Day
const DAY_LENGTH = 'YYYY-MM-DD'.length

const FROM_WORDS: Record<Exclude<AsAtFrom, 'given'>, string> = {
  'file-name': 'the name of the file',
  title: 'the title above the headers',
  'latest-event': 'the latest day in its lists',
  'return-year': 'the year that its days lie in',
  leader: 'the files that it was loaded with',
  carried: 'the load from which it is carried forward',
}

/** "the name of the file" */
export const describeAsAtFrom = (from: AsAtFrom): string =>
  from === 'given' ? 'the person who loaded it' : FROM_WORDS[from]

export const formatAsAt = (day: Day, from: Exclude<AsAtFrom, 'given'>): string =>
  `Read as at ${formatDay(day)}, by ${FROM_WORDS[from]}`
