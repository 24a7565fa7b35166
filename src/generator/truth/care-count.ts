import { birthday, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally, type TruthKind } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

type Period = KnownChild['care'][number]

/** Periods of care that touch: a child who left on the 31st and was back on the 1st was looked after throughout. */
interface WholePeriod {
  parts: Period[]
  from: DayNumber
  /** The 18th birthday at the latest; Infinity for one that goes on. */
  until: DayNumber
}

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
  const isShortBreak = ({ statuses, until }: Period): boolean => {
    const status = statuses.findLast(({ from }) => from <= (until ?? view.asAt)) ?? statuses[0]
    return status !== undefined && SHORT_BREAKS.includes(status.status)
  }
  const wasInCareThisYear = ({ until }: Period): boolean => until === null || until > view.asAt - 365

  function countWhole({ parts, from, until }: WholePeriod, isUnaccompanied: boolean): void {
    const [first, last] = [parts[0]!, parts.at(-1)!]
    if (!isShortBreak(first)) {
      const place = months.placeOf(from)
      starts.add(place, first.desk.team)
      net.add(place, first.desk.team)
    }
    if (until <= view.asAt && !isShortBreak(last)) {
      const place = months.placeOf(until)
      ends.add(place, last.desk.team)
      net.add(place, last.desk.team, -1)
    }
    const named = isUnaccompanied && parts.some(wasInCareThisYear) ? alone : others
    for (const place of months.endsWithin(from, until)) {
      const part = parts.findLast((each) => each.from <= months.lastDays[place]!)!
      if (isShortBreak(part)) continue
      all.add(place, part.desk.team)
      named.add(place, part.desk.team)
    }
  }

  return {
    child({ care, log }) {
      for (const whole of wholePeriods(care, birthday(log.bornOn, 18))) countWhole(whole, log.isUnaccompanied)
    },
    truths: () => [all, alone, others, starts, ends, net].map((each) => each.truth()),
  }
}

function wholePeriods(care: readonly Period[], adultOn: DayNumber): WholePeriod[] {
  const wholes: WholePeriod[] = []
  const inChildhood = care
    .filter(({ from, until }) => from < adultOn && (until === null || until >= from))
    .sort((a, b) => a.from - b.from)
  for (const part of inChildhood) {
    const until = Math.min(part.until ?? Infinity, adultOn)
    const before = wholes.at(-1)
    if (before && part.from <= before.until + 1) {
      before.parts.push(part)
      before.until = Math.max(before.until, until)
    } else wholes.push({ parts: [part], from: part.from, until })
  }
  return wholes
}
