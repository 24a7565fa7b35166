import { addMonths, firstOf, monthOf, type Day, type Month } from '../../platform/day.ts'
import type { BuildConnection } from './build.ts'

/** Months of a table of the dataset, with how many rows each has. */
type MonthCounts = ReadonlyMap<Month, number>

/** So many months in a row without a row are zeros; after more of them history has ended. */
const MAX_EMPTY_MONTHS = 3
/** A table with fewer rows in its usual month has months without one by chance: it cannot say where its own history begins. */
const MIN_USUAL_ROWS = 5
/** A month with a smaller share of the usual rows is not of the history: what goes on before it are cases that are still open. */
const MIN_SHARE = 0.25
/** The same after a month without a row. */
const MIN_SHARE_AFTER_GAP = 0.5

/** How far back a source's rows go, each kind for itself: the first day of the first month. */
export interface History {
  cases: Day
  /** Of contacts, where they are so many that their own first month is no chance; they may begin later or earlier than cases. */
  contacts: Day | null
}

/** A table and the day of its rows on which they happened. */
interface Dated {
  table: string
  day: string
}

const CONTACTS: Dated = { table: 'contacts', day: 'contact_date' }
const REFERRALS: Dated = { table: 'referrals', day: 'referral_date' }

/**
 * Where the history of cases begins, and that of contacts: an extract may hold three months of contacts next to six years of
 * cases, and the other way round. Months go back from the as-at day without a gap. A gap of a few months is no end where the
 * months before it are as full as others: what goes on before it is a case that is still open, or a mistyped day.
 * `cases`: rows of which the source has none from before its months. Where they are too few to tell, contacts tell it, or
 * referrals where there is no contact; or both `together`.
 */
export async function readHistory(
  build: BuildConnection,
  asAt: Day,
  { cases: dated, together = false }: { cases: Dated; together?: boolean },
): Promise<History> {
  const last = monthOf(asAt)
  const cases = await countMonths(build, dated, asAt)
  const contacts = await countMonths(build, CONTACTS, asAt)
  const fewCases = async (): Promise<MonthCounts> => {
    if (contacts.size > 0 && !together) return contacts
    return addUp(contacts, await countMonths(build, REFERRALS, asAt))
  }
  return {
    cases: firstOf(firstMonth(isDense(cases, last) ? cases : await fewCases(), last)),
    contacts: isDense(contacts, last) ? firstOf(firstMonth(contacts, last)) : null,
  }
}

const addUp = (one: MonthCounts, other: MonthCounts): MonthCounts =>
  new Map([...one, ...other].map(([month]) => [month, (one.get(month) ?? 0) + (other.get(month) ?? 0)]))

const isDense = (counts: MonthCounts, last: Month): boolean =>
  median(goBack(counts, last).counts) >= MIN_USUAL_ROWS

const firstMonth = (counts: MonthCounts, last: Month): Month => goBack(counts, last).first

/** The months go back from the last one: the first of them, and how many rows each of them has that has any. */
function goBack(counts: MonthCounts, last: Month): { first: Month; counts: number[] } {
  const seen: number[] = []
  let first = last
  let empty = 0
  for (let month = last; empty <= MAX_EMPTY_MONTHS; month = monthBefore(month)) {
    const count = counts.get(month) ?? 0
    const share = empty === 0 ? MIN_SHARE : MIN_SHARE_AFTER_GAP
    if (count > 0 && count >= share * median(seen)) {
      first = month
      empty = 0
      seen.push(count)
    } else empty += 1
  }
  return { first, counts: seen }
}

const monthBefore = (month: Month): Month => monthOf(addMonths(firstOf(month), -1))

const median = (counts: readonly number[]): number =>
  counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0

/** How many rows each month has, up to the as-at day. */
async function countMonths(build: BuildConnection, { table, day }: Dated, asAt: Day): Promise<MonthCounts> {
  const rows = await build.all<{ month: Month; count: number }>(
    `select substr(cast(${day} as text), 1, 7) as month, count(*) as count
     from ${table}
     where ${day} <= cast($asAt as date)
     group by 1`,
    { asAt },
  )
  return new Map(rows.map(({ month, count }) => [month, count]))
}
