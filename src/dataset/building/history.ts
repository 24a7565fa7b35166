import { addMonths, firstOf, monthOf, type Day, type Month } from '../../platform/day.ts'
import type { BuildConnection } from './build.ts'

/** Months of a table of the dataset, with how many rows each has. */
type MonthCounts = ReadonlyMap<Month, number>

/** So many months in a row without a row are noughts; after more of them history has ended. */
const MAX_EMPTY_MONTHS = 3

/**
 * The first month of a source's history, from all its dated tables together: months go back without a gap. A gap of a few
 * months is no end where the months before it are as full as others: what goes on before it is a case that is still open, or
 * a mistyped day, when it is less than half of a usual month.
 */
export async function historyFrom(
  build: BuildConnection,
  dated: Readonly<Record<string, string>>,
  asAt: Day,
): Promise<Day> {
  const events = Object.entries(dated).map(([table, day]) => `select ${day} as day from ${table}`)
  const rows = await build.all<{ month: Month; count: number }>(
    `select substr(cast(day as text), 1, 7) as month, count(*) as count
     from (${events.join(' union all ')}) as event
     where day <= cast($asAt as date)
     group by 1`,
    { asAt },
  )
  return firstOf(firstMonth(new Map(rows.map(({ month, count }) => [month, count])), monthOf(asAt)))
}

/** The months go back from the last one. */
export function firstMonth(counts: MonthCounts, last: Month): Month {
  const seen: number[] = []
  let first = last
  let empty = 0
  for (let month = last; empty <= MAX_EMPTY_MONTHS; month = monthBefore(month)) {
    const count = counts.get(month) ?? 0
    const resumes = empty === 0 || first === last || count * 2 >= median(seen)
    if (count > 0 && resumes) {
      first = month
      empty = 0
      seen.push(count)
    } else empty += 1
  }
  return first
}

const monthBefore = (month: Month): Month => monthOf(addMonths(firstOf(month), -1))

const median = (counts: readonly number[]): number =>
  counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
