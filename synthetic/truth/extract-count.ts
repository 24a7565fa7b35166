import { addMonths } from '../../src/platform/day.ts'
import { dayOf, numberOf, type DayNumber } from '../day-number.ts'
import type { AdopterLog } from '../adopter-log.ts'
import type { ChildLog, RecordedEvent } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import { dayKnown } from './known-child.ts'

/** Annex A's lists: ten about children and one about adopters. */
const LISTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const
type List = (typeof LISTS)[number]

/** What an extract of Annex A holds in whole. */
export interface ExtractTruth {
  /** Children of the event log, known to social care or not. */
  childrenLived: number
  /** Children who are in one list or more when the whole is written. */
  childrenListed: number
  /** Rows of each list when every event and every episode is written, and when what Ofsted asks for is. */
  rows: Record<'whole' | 'ofsted', Record<List, number>>
}

interface ExtractCount {
  child(child: ChildLog): void
  adopter(adopter: AdopterLog): void
  truth(): ExtractTruth
}

export function countExtract(view: ExtractView): ExtractCount {
  const ago = (months: number): DayNumber => numberOf(addMonths(dayOf(view.asAt), -months)) + 1
  const [sixMonths, aYear] = [ago(6), ago(12)]
  const zeros = () => Object.fromEntries(LISTS.map((list) => [list, 0])) as Record<List, number>
  const truth: ExtractTruth = {
    childrenLived: 0,
    childrenListed: 0,
    rows: { whole: zeros(), ofsted: zeros() },
  }
  const add = (window: 'whole' | 'ofsted', list: List, rows: number) => {
    truth.rows[window][list] += rows
    return rows
  }
  return {
    child(child) {
      truth.childrenLived += 1
      let all = 0
      for (const [list, rowsSince] of ROWS_SINCE) {
        all += add('whole', list, rowsSince(child, view, view.from))
        const asked = rowsSince(child, view, list === 10 ? aYear : sixMonths)
        // Ofsted asks for the latest episode, plan and period of care.
        add('ofsted', list, list >= 6 && list <= 8 ? Math.min(1, asked) : asked)
      }
      if (all > 0) truth.childrenListed += 1
    },
    adopter(adopter) {
      const { enquiredOn, adoptedOn, leftOn } = adopter
      const end = adoptedOn ?? leftOn ?? Infinity
      if (enquiredOn > view.asAt) return
      if (end >= view.from) add('whole', 11, 1)
      if (end >= aYear) add('ofsted', 11, 1)
    },
    truth: () => truth,
  }
}

type RowsSince = (child: ChildLog, view: ExtractView, from: DayNumber) => number

/** Known to have begun, and not known to have ended before the day. */
const stillOn = (
  { started, ended }: { started: RecordedEvent; ended: RecordedEvent | null },
  view: ExtractView,
  from: DayNumber,
): boolean => dayKnown(view, started) !== null && (dayKnown(view, ended) ?? Infinity) >= from

const ROWS_SINCE: readonly (readonly [List, RowsSince])[] = [
  [
    1,
    ({ contacts }, view, from) => {
      const rows = new Set<string>()
      for (const { received, source } of contacts) {
        const on = dayKnown(view, received)
        if (on !== null && on >= from) rows.add(`${on} ${source}`)
      }
      return rows.size
    },
  ],
  [2, ({ earlyHelp }, view, from) => earlyHelp.filter((help) => stillOn(help, view, from)).length],
  [
    3,
    ({ referrals }, view, from) =>
      referrals.filter(({ received }) => (dayKnown(view, received) ?? -1) >= from).length,
  ],
  [
    4,
    ({ assessments }, view, from) =>
      assessments.filter(({ started, authorised }) => stillOn({ started, ended: authorised }, view, from))
        .length,
  ],
  [5, ({ enquiries }, view, from) => enquiries.filter((enquiry) => stillOn(enquiry, view, from)).length],
  [
    6,
    ({ needs }, view, from) =>
      needs.filter(({ started, closed }) => stillOn({ started, ended: closed }, view, from)).length,
  ],
  [7, ({ plans }, view, from) => plans.filter((plan) => stillOn(plan, view, from)).length],
  [8, ({ care }, view, from) => care.filter((period) => stillOn(period, view, from)).length],
  // Who is a care leaver on the day.
  [9, ({ leaver }, { asAt }) => (leaver && leaver.from <= asAt && leaver.until > asAt ? 1 : 0)],
  [
    10,
    ({ adoption }, { asAt }, from) => {
      if (!adoption || adoption.decidedOn > asAt) return 0
      return (adoption.adoptedOn ?? adoption.reversedOn ?? Infinity) >= from ? 1 : 0
    },
  ],
]
