import { holds } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { formatMonth, type Month } from '../../platform/day.ts'
import { monthNumber } from './month-number.ts'
import { monthTotals } from './month-total.ts'
import { oncePerSnapshot } from './snapshot-memo.ts'

/** How many cases of a series faults in the data may change: in its last month, and over all months that have a point. */
export interface Doubt {
  series: string
  month: Month
  /** Cases of that month that are counted; how many of them have a fault; how many more a fault leaves out. */
  cases: number
  doubtful: number
  leftOut: number
  /** Over all months: a case that a stock counts in several months counts in each. */
  allCases: number
  allDoubtful: number
  allLeftOut: number
}

/** Of every series that has a month; empty for snapshots whose quality was not checked. */
export const doubts = oncePerSnapshot(async (snapshot): Promise<ReadonlyMap<string, Doubt>> => {
  if (!(await holds(rowsIn(snapshot), 'quality_month'))) return new Map()
  const totals = await monthTotals(snapshot)
  const rows = await rowsIn(snapshot).all<Omit<Doubt, 'cases' | 'allCases'> & { no: number }>(
    `with fault as (
         select series, sum(doubtful) as doubtful, sum(left_out) as left_out
         from quality_month group by series
     )
     select a.series, a.series_no as no, a.last_month as month,
         coalesce(q.doubtful, 0) as doubtful, coalesce(q.left_out, 0) as "leftOut",
         cast(coalesce(f.doubtful, 0) as integer) as "allDoubtful",
         cast(coalesce(f.left_out, 0) as integer) as "allLeftOut"
     from measure_available a
     left join fault f on f.series = a.series
     left join quality_month q on q.series = a.series and q.month = a.last_month
     where a.last_month is not null
     order by a.series`,
  )
  return new Map(
    rows.map(({ series, no, month, doubtful, leftOut, allDoubtful, allLeftOut }) => {
      const months = totals.get(no)
      const cases = months?.get(monthNumber(month))?.cases ?? 0
      const allCases = months?.values().reduce((sum, tally) => sum + tally.cases, 0) ?? 0
      return [series, { series, month, cases, doubtful, leftOut, allCases, allDoubtful, allLeftOut }]
    }),
  )
})

/** Whether a fault may change its last month. */
export const isMonthDoubtful = (doubt: Doubt | undefined): boolean =>
  doubt !== undefined && doubt.doubtful + doubt.leftOut > 0

/** Whether a fault may change any month of it. */
export const isDoubtful = ({ allDoubtful, allLeftOut }: Doubt): boolean => allDoubtful + allLeftOut > 0

/** "12 of 714 cases of January 2015 have a fault in the data that may change them, and 3 more are left out for one." */
export function describeDoubt({ month, cases, doubtful, leftOut, ...all }: Doubt): string {
  if (doubtful + leftOut > 0)
    return `${describeFaults(doubtful, cases, ` of ${formatMonth(month)}`, leftOut)}.`
  return `No case of ${formatMonth(month)} has a fault in the data; of all months ${uncapital(describeFaults(all.allDoubtful, all.allCases, '', all.allLeftOut))}.`
}

function describeFaults(doubtful: number, cases: number, when: string, leftOut: number): string {
  const format = (count: number) => count.toLocaleString('en-GB')
  const counted = `${format(doubtful)} of ${format(cases)} cases${when} ${doubtful === 1 ? 'has' : 'have'} a fault in the data that may change ${doubtful === 1 ? 'it' : 'them'}`
  const missing = `${format(leftOut)}${doubtful > 0 ? ' more' : ''} ${leftOut === 1 ? 'is' : 'are'} left out because of one`
  if (leftOut === 0) return counted
  if (doubtful === 0)
    return `${format(cases)} cases${when} are counted, and ${missing.replace(' because of one', ' because of a fault in the data')}`
  return `${counted}, and ${missing}`
}

const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
