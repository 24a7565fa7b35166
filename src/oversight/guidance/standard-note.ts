import { formatDay, type Day } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import type { ListRow } from '../lists/list-rows.ts'
import {
  CLOCK_NAMES,
  clockOf,
  describeStandard,
  FIRST_STANDARDS,
  isAsCounted,
  standardAfter,
  standardHref,
  standardOn,
  STANDARDS_AT,
  type ClockName,
  type PracticeStandard,
  type Standard,
} from './practice-standard.ts'

/** What a list says of the standard that rules it on the day of the figures. Child-level, where the two count otherwise. */
export interface StandardNote {
  text: string
  href: string
  linkText: string
  /** Late by the standard and not overdue by the list. */
  late: readonly ListRow[]
  /** Overdue by the list and not late by the standard. */
  inTime: readonly ListRow[]
}

/** The standard that rules a list; null for a list that none does. */
export const clockOfList = (list: string): ClockName | null =>
  CLOCK_NAMES.find((name) => clockOf(name).list === list) ?? null

const NEVER_SEEN = 'never seen since the need was found'
const PLAN_ENDED = 'the plan ended on'

/**
 * Whether a row of a list is past a version of its standard on the day of the figures. Null where the list has no day to
 * count from. The rows are those of the list's own SQL: visits with the day last seen, plans with the days over.
 */
function isPast(
  row: ListRow,
  { clock, firstWithin, thenEvery }: Omit<Standard, 'fromOn'>,
  asAt: Day,
  dueAfter: typeof workingDayAfter,
) {
  const [rule] = row.rules
  if (!rule) return null
  if (clock === 'need_visits') {
    const limit = rule.detail === NEVER_SEEN ? firstWithin : (thenEvery ?? firstWithin)
    return rule.startsOn === null ? null : asAt > dueAfter(rule.startsOn, limit)
  }
  if (clock === 'need_plans') {
    // Where a plan ended and none followed, there is none to be in time.
    if (rule.detail?.startsWith(PLAN_ENDED)) return true
    const { first } = clockOf(clock).counted
    return rule.daysOver === null ? null : rule.daysOver + first > firstWithin
  }
  return null
}

/** What a list counts by, in words. */
const asCounted = (clock: ClockName): string =>
  describeStandard(FIRST_STANDARDS.find((standard) => standard.clock === clock)!)

/**
 * The sentence of a list: which version of the standard rules on the day of the figures and since when; where the list and its
 * measure count otherwise, what they count, and how many of its rows are past the standard; and which version comes next.
 */
export function standardNote(
  standards: readonly PracticeStandard[],
  clock: ClockName,
  { rows, asAt }: { rows: readonly ListRow[]; asAt: Day },
): StandardNote {
  const ruling = standardOn(standards, clock, asAt)
  const next = standardAfter(standards, clock, asAt)
  const after = next ? ` From ${formatDay(next.fromOn)} it is: ${describeStandard(next)}.` : ''
  if (!ruling)
    return {
      text: `No version of the practice standard held on ${formatDay(asAt)}. This list and its measure count ${asCounted(clock)}.${after}`,
      href: STANDARDS_AT,
      linkText: 'Practice standards',
      ...NO_ROWS,
    }
  const judged = isAsCounted(ruling) ? [] : judge(rows, ruling, asAt)
  const counted = isAsCounted(ruling)
    ? ''
    : ` This list and its measure count otherwise: ${asCounted(clock)}.${describeLate(judged, ruling)}`
  return {
    text: `The practice standard since ${formatDay(ruling.fromOn)} rules: ${describeStandard(ruling)}.${counted}${after}`,
    href: standardHref(ruling.id),
    linkText: 'The standard',
    late: judged.filter(({ row, isLate }) => isLate && !row.isOverdue).map(({ row }) => row),
    inTime: judged.filter(({ row, isLate }) => !isLate && row.isOverdue).map(({ row }) => row),
  }
}

const NO_ROWS = { late: [], inTime: [] } as const

interface Judged {
  row: ListRow
  isLate: boolean
}

function judge(rows: readonly ListRow[], standard: PracticeStandard, asAt: Day): Judged[] {
  // Thousands of rows start on few days: each is counted on from once.
  const known = new Map<string, Day>()
  const dueAfter = (start: Day, days: number): Day => {
    const key = `${start} ${days}`
    const due = known.get(key) ?? workingDayAfter(start, days)
    known.set(key, due)
    return due
  }
  return rows.flatMap((row) => {
    const isLate = isPast(row, standard, asAt, dueAfter)
    return isLate === null ? [] : [{ row, isLate }]
  })
}

function describeLate(judged: readonly Judged[], standard: PracticeStandard): string {
  if (judged.length === 0) return ''
  const count = judged.filter(({ isLate }) => isLate).length
  const { counted } = clockOf(standard.clock)
  const isShorter = standard.firstWithin < counted.first || (standard.thenEvery ?? 0) < (counted.later ?? 0)
  return ` By the standard ${formatNumber(count)} of the ${formatCount(judged.length, 'row')} of this list, due or overdue, ${count === 1 ? 'is' : 'are'} late${isShorter ? '; a child whom the list does not hold yet may be late as well' : ''}.`
}
