import { capital } from '../platform/words.ts'
import { formatDay, type Day } from '../platform/day.ts'
import { AsAt, describeAsAtFrom, formatAsAt } from './as-at.ts'
import type { DayClaim, SourceReport } from './intake-report.ts'
import { sourcesInOrder } from './leading.ts'
import type { ProblemBook } from './problem-book.ts'
import type { Severity } from './problem.ts'
import { standardOf } from './standards.ts'
import type { Source } from '../standards/table.ts'

interface DayOptions {
  today: Day
  asAt?: Day | undefined
}

/** The as-at days of a load, one for each standard in it. */
export class SourceDays {
  readonly #options: DayOptions
  readonly #days = new Map<Source, AsAt>()
  #question: DayClaim[] | null = null

  constructor(options: DayOptions) {
    this.#options = options
  }

  of(source: Source): AsAt {
    let days = this.#days.get(source)
    if (!days) {
      const { asAt, today } = this.#options
      days = new AsAt(asAt ?? null, today, standardOf(source))
      this.#days.set(source, days)
    }
    return days
  }

  ofTable(table: string): AsAt {
    return this.of(table.slice(0, table.indexOf('/')) as Source)
  }

  /** The source that leads first; those of which no day is known are left out. */
  found(): SourceReport[] {
    const own = [...this.#days].flatMap(([source, { found }]): SourceReport[] =>
      found ? [{ source, asAt: found.day, asAtFrom: found.from }] : [],
    )
    const leaders = sourcesInOrder(own.filter(({ source }) => !followsLeader(source)))
    const [leader] = leaders
    if (!leader) return sourcesInOrder(own)
    const { asAt } = leader
    const asAtFrom = leader.asAtFrom === 'given' ? 'given' : 'leader'
    const followers = [...this.#days.keys()].filter(followsLeader)
    return [...leaders, ...followers.map((source): SourceReport => ({ source, asAt, asAtFrom }))]
  }

  /** What the files say of their day, where a person has to say it. Read after `describe`. */
  get question(): DayClaim[] | null {
    return this.#question
  }

  /** Reports what decided each day, and refuses a day that cannot be: one that has not come, or that the rows deny. */
  describe(book: ProblemBook): void {
    const { asAt: given, today } = this.#options
    if (given && given > today) {
      const message = `The files cannot be as at ${formatDay(given)}: that day has not come yet`
      return say(book, '', 'error', 'as-at-ahead', message)
    }
    if (this.#days.size === 0) {
      this.#question = []
      describeUnknown(book, '', false)
    }
    const sources = this.found()
    for (const [source, days] of this.#days) {
      const found = sources.find((report) => report.source === source)
      const prefix = this.#days.size > 1 ? `${capital(standardOf(source).name)}: ` : ''
      if (found) {
        if (describeDays(book, prefix, days, found)) this.#question ??= days.disagreement
      } else {
        this.#question ??= []
        describeUnknown(book, prefix, days.hasDaysToCome)
      }
    }
  }
}

/** Whether somebody is asked which day it is. */
function describeDays(
  book: ProblemBook,
  prefix: string,
  days: AsAt,
  { asAt, asAtFrom }: SourceReport,
): boolean {
  let isAsked = false
  const { nameAhead, disagreement, isGivenFar, latestInRows } = days
  if (asAtFrom !== 'given') say(book, '', 'note', 'as-at-inferred', `${prefix}${formatAsAt(asAt, asAtFrom)}`)
  if (nameAhead && asAtFrom !== 'given') {
    const says = `The name of a file speaks of ${formatDay(nameAhead)}, which has not come yet, so it did not decide the day`
    say(book, '', 'warning', 'as-at-name-ahead', prefix + says)
  }
  if (disagreement.length > 0 && asAtFrom !== 'leader') {
    isAsked = true
    const claims = disagreement.map(({ day, from }) => `${describeAsAtFrom(from)} says ${formatDay(day)}`)
    const says = new Intl.ListFormat('en-GB').format(claims)
    // Old rows may be all that there is; rows of days that had not come when the files were taken cannot be.
    if (latestInRows && asAt > latestInRows)
      say(
        book,
        '',
        'warning',
        'as-at-disagrees',
        `${prefix}${capital(says)}. Give the day that the files are as at if it is another`,
      )
    else {
      say(book, '', 'error', 'as-at-disagrees', `${prefix}Say which day the files are as at: ${says}`)
    }
  }
  if (isGivenFar && latestInRows) {
    const says = `The day given, ${formatDay(asAt)}, is far from the days in the files: the latest of them is ${formatDay(latestInRows)}`
    say(book, '', 'warning', 'as-at-far-from-rows', prefix + says)
  }
  describeLateDays(book, days, asAt, asAtFrom === 'latest-event')
  return isAsked
}

/** Days after the as-at day; those after the latest day that was believed are far from all others. */
function describeLateDays(book: ProblemBook, days: AsAt, asAt: Day, isLatest: boolean): void {
  const far = isLatest ? days.farDays : []
  for (const { file, sheet, field, row, day, count } of far) {
    const more = count === 1 ? '' : `, and ${count - 1} more ${count === 2 ? 'is' : 'are'} as far`
    const message = `Row ${row}: '${field}' is ${formatDay(day)}, far after every other day in the files${more}. It did not decide that they are as at ${formatDay(asAt)}`
    book.add({
      severity: 'warning',
      code: 'day-far-from-others',
      file,
      sheet,
      row,
      field,
      value: day,
      message,
    })
  }
  for (const { file, sheet, field, count, row, day } of days.daysAfter(asAt)) {
    if (far.some((late) => late.file === file && late.sheet === sheet && late.field === field)) continue
    const others = count === 1 ? '' : `, and ${count - 1} more ${count === 2 ? 'is' : 'are'} too`
    const message = `Row ${row}: '${field}' is after ${formatDay(asAt)}, the day the file is as at${others}`
    book.add({ severity: 'warning', code: 'day-after-as-at', file, sheet, row, field, value: day, message })
  }
}

const followsLeader = (source: Source): boolean => standardOf(source).followsLeader ?? false

function describeUnknown(book: ProblemBook, prefix: string, hasDaysToCome: boolean): void {
  const why = hasDaysToCome
    ? 'every day in their tables lies after today'
    : 'there is no date in their names and no day in their tables'
  const message = `${prefix}Say which day the files are as at: ${why}`
  say(book, '', 'error', 'as-at-unknown', message)
}

const say = (book: ProblemBook, file: string, severity: Severity, code: string, message: string): void =>
  book.add({ severity, code, file, sheet: null, row: null, field: null, value: null, message })
