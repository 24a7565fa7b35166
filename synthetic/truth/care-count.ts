import { birthday } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import { openTally, type TruthKind } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'
import { wholePeriods, type PartOfCare, type WholePeriod } from './whole-period.ts'

const SHORT_BREAKS: readonly string[] = ['V3', 'V4']
const UNACCOMPANIED_NOTE =
  'An extract says who was unaccompanied in the year before it: taken as true of the whole period.'

/** Children looked after, and how they come and go. */
export function countCare(months: TruthMonths, view: ExtractView): AreaCount {
  const tally = (id: string, kind: TruthKind, counts: string, note?: string) =>
    openTally(months, { id, kind, counts, ...(note !== undefined && { note }) })
  const inCare = 'children looked after at the end of the last day of the month, short breaks left out'
  const all = tally('lac-number.all', 'count', inCare)
  const alone = tally('lac-number.uasc', 'count', `${inCare}, unaccompanied`, UNACCOMPANIED_NOTE)
  const others = tally('lac-number.ex_uasc', 'count', `${inCare}, not unaccompanied`, UNACCOMPANIED_NOTE)
  const starts = tally('lac-flow.starts', 'count', 'periods of care that began in the month')
  const ends = tally('lac-flow.ends', 'count', 'periods of care that ended in the month, at 18 at the latest')
  const net = tally('lac-flow.net', 'difference', 'periods of care that began less those that ended')

  /** By the latest status that was known of the period: an extract has no other. */
  const isShortBreak = ({ statuses, until }: PartOfCare): boolean => {
    const status = statuses.findLast(({ from }) => from <= (until ?? view.asAt)) ?? statuses[0]
    return status !== undefined && SHORT_BREAKS.includes(status.status)
  }
  const wasInCareThisYear = ({ until }: PartOfCare): boolean => until === null || until > view.asAt - 365

  function countWhole({ parts, from, until }: WholePeriod, isUnaccompanied: boolean): void {
    const [first, last] = [parts[0]!, parts.at(-1)!]
    if (!isShortBreak(first)) {
      const index = months.indexOf(from)
      starts.add(index, first.position.team)
      net.add(index, first.position.team)
    }
    if (until <= view.asAt && !isShortBreak(last)) {
      const index = months.indexOf(until)
      ends.add(index, last.position.team)
      net.add(index, last.position.team, -1)
    }
    const named = isUnaccompanied && parts.some(wasInCareThisYear) ? alone : others
    for (const index of months.endsWithin(from, until)) {
      const part = parts.findLast((part) => part.from <= months.lastDays[index]!)!
      if (isShortBreak(part)) continue
      all.add(index, part.position.team)
      named.add(index, part.position.team)
    }
  }

  return {
    child({ care, log }) {
      for (const whole of wholePeriods(care, birthday(log.bornOn, 18))) countWhole(whole, log.isUnaccompanied)
    },
    truths: () => [all, alone, others, starts, ends, net].map((tally) => tally.truth()),
  }
}
