import type { CaseRow, NeedsAction } from '../../measures/index.ts'
import { addDays, daysBetween, type Day } from '../../platform/day.ts'
import { workingDayAfter, workingDaysBetween } from '../../platform/working-days.ts'

/** Where the clock of a case starts, its last day in time, and how many days it is past that. */
export interface CaseClock {
  start: Day | null
  due: Day | null
  /** In the unit of the limit; null where it cannot be told. */
  over: number | null
}

/** By the measure's header: work that has no end yet is over by the days to the as-at day. */
export function clockOf(row: CaseRow, action: NeedsAction, asAt: Day): CaseClock {
  const { limit, isDueOnDay } = action
  const start = row.starts_on
  if (isDueOnDay) {
    const late = row.value ?? (row.met ? 0 : daysBetween(row.on_date, asAt))
    return { start, due: row.on_date, over: Math.max(0, late) }
  }
  if (!limit) return { start, due: null, over: null }
  const due =
    start === null ? null : limit.areWorking ? workingDayAfter(start, limit.days) : addDays(start, limit.days)
  const between = limit.areWorking ? workingDaysBetween : daysBetween
  const over =
    row.value !== null
      ? row.value - limit.days
      : due !== null && due < asAt && !row.met
        ? between(due, asAt)
        : null
  return { start, due, over: over === null ? null : Math.max(0, over) }
}

export const CASE_SORTS = ['action', 'id', 'day', 'team', 'worker'] as const
export type CaseSort = (typeof CASE_SORTS)[number]
export const isCaseSort = (text: string): text is CaseSort => (CASE_SORTS as readonly string[]).includes(text)

/** Whole-number ids by their size, before ids that are codes. */
const byId = new Intl.Collator('en-GB', { numeric: true })
const compareIds = (a: CaseRow, b: CaseRow): number => {
  const [left, right] = [a.child_id ?? a.case_id, b.child_id ?? b.case_id]
  const isWhole = (id: string) => /^\d+$/.test(id)
  return Number(isWhole(right)) - Number(isWhole(left)) || byId.compare(left, right)
}
const compareDays = (a: CaseRow, b: CaseRow): number =>
  a.on_date < b.on_date ? -1 : Number(a.on_date > b.on_date)
/** A case without a value never came to its end: it is longer than any other. */
const lengthOf = ({ value }: CaseRow): number => value ?? Number.MAX_VALUE
const compareNames = (name: 'team' | 'worker') => (a: CaseRow, b: CaseRow) =>
  byId.compare(a[name] ?? '￿', b[name] ?? '￿')

const BY_ACTION: Readonly<Record<NeedsAction['order'], (a: CaseRow, b: CaseRow) => number>> = {
  longest: (a, b) => lengthOf(b) - lengthOf(a),
  shortest: (a, b) => lengthOf(a) - lengthOf(b),
  earliest: compareDays,
  latest: (a, b) => compareDays(b, a),
}

/** Those that need action first, in the measure's order; or by the column that was asked for, then in that order. */
export function sortCases(rows: readonly CaseRow[], action: NeedsAction | null, sort: CaseSort): CaseRow[] {
  const first = (row: CaseRow) =>
    action === null || action.met === 'all' || (action.met === 'yes') === row.met ? 0 : 1
  const byAction = (a: CaseRow, b: CaseRow) =>
    first(a) - first(b) || BY_ACTION[action?.order ?? 'earliest'](a, b)
  const asked = {
    action: () => 0,
    id: compareIds,
    day: compareDays,
    team: compareNames('team'),
    worker: compareNames('worker'),
  }
  return rows.toSorted((a, b) => asked[sort](a, b) || byAction(a, b) || compareIds(a, b))
}
