import { addMonths, firstOf, monthOf, type Day, type Month } from '../../platform/day.ts'
import type { BuildConnection } from './build.ts'

/** Months of a table of the dataset, with how many rows each has. */
type MonthCounts = ReadonlyMap<Month, number>

/** How far back one table goes. */
interface History {
  from: Day
  /** Whether it has so many rows a month that one without any is no chance. */
  isDense: boolean
}

/** So many months in a row without a row are noughts; after more of them history has ended. */
const MAX_EMPTY_MONTHS = 3
/** A table with fewer rows in its usual month has months without one by chance. */
const MIN_USUAL_ROWS = 5
/** A month with a smaller share of the usual rows is not of the history: what goes on before it are cases that are still open. */
const MIN_SHARE = 0.25

/** The tables that a source's history is read from: each with the column of the day on which its rows happened. */
export type DatedTables = Readonly<Record<string, string>>

/**
 * The first month of a source's history, from all its dated tables, each for itself: the months of a table go back without a
 * gap, and the table that goes back furthest says how far. A gap of a few months is no end where the months before it are as
 * full as others: what goes on before it is a case that is still open, or a mistyped day, when it is less than half of a usual month.
 */
export async function historyFrom(build: BuildConnection, dated: DatedTables, asAt: Day): Promise<Day> {
  const all = [...(await histories(build, dated, asAt)).values()].map(({ from }) => from)
  return all.sort()[0] ?? firstOf(monthOf(asAt))
}

/**
 * The first day of each table that does not go back as far as its source: before it the table has no row, though it has many
 * in every month after it, so nothing is known, and nothing is counted as nought. A table with few rows has empty months by
 * chance, and is believed to go back as far as the source.
 */
export async function tableWindowsFrom(
  build: BuildConnection,
  dated: DatedTables,
  asAt: Day,
): Promise<Map<string, Day>> {
  const all = await histories(build, dated, asAt)
  return new Map([...all].flatMap(([table, { from, isDense }]) => (isDense ? [[table, from]] : [])))
}

async function histories(
  build: BuildConnection,
  dated: DatedTables,
  asAt: Day,
): Promise<Map<string, History>> {
  const events = Object.entries(dated).map(
    ([table, day]) => `select '${table}' as name, ${day} as day from ${table}`,
  )
  const rows = await build.all<{ name: string; month: Month; count: number }>(
    `select name, substr(cast(day as text), 1, 7) as month, count(*) as count
     from (${events.join(' union all ')}) as event
     where day <= cast($asAt as date)
     group by 1, 2`,
    { asAt },
  )
  const tables = Map.groupBy(rows, ({ name }) => name)
  return new Map(
    [...tables].map(([table, months]) => {
      const counts = new Map(months.map(({ month, count }) => [month, count]))
      const { first, usual } = firstMonth(counts, monthOf(asAt))
      return [table, { from: firstOf(first), isDense: usual >= MIN_USUAL_ROWS }]
    }),
  )
}

/** The months go back from the last one. `usual` is how many rows the usual month of them has. */
function firstMonth(counts: MonthCounts, last: Month): { first: Month; usual: number } {
  const seen: number[] = []
  let first = last
  let empty = 0
  for (let month = last; empty <= MAX_EMPTY_MONTHS; month = monthBefore(month)) {
    const count = counts.get(month) ?? 0
    const share = empty === 0 || seen.length === 0 ? MIN_SHARE : 0.5
    if (count > 0 && count >= share * median(seen)) {
      first = month
      empty = 0
      seen.push(count)
    } else empty += 1
  }
  return { first, usual: median(seen) }
}

const monthBefore = (month: Month): Month => monthOf(addMonths(firstOf(month), -1))

const median = (counts: readonly number[]): number =>
  counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
