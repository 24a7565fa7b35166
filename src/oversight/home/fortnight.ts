import { addDays, type Day } from '../../platform/day.ts'
import { isWorkingDay, workingDayAfter } from '../../platform/working-days.ts'
import type { ListFile } from '../lists/list-file.ts'
import type { HeldChild } from './held-children.ts'
import { linesOf, type OwnWork, type WorkRow } from './own-work.ts'

/** Working days shown before today at most: what fell due since the figures, which cannot say whether it was done. */
const MOST_BEFORE = 3
const DAYS = 10

/** One kind of work: what is late, and what falls due on each of the days. Child-level. */
interface FortnightLine {
  list: ListFile
  late: readonly WorkRow[]
  dueOn: ReadonlyMap<Day, readonly WorkRow[]>
}

/** A child once, with everything that is late or due. Child-level. */
interface FortnightChild {
  childId: string
  ref: string
  age: number | null
  /** Late ones first. */
  rows: readonly WorkRow[]
}

/** Ten working days of one person's work. Child-level. */
export interface Fortnight {
  days: readonly Day[]
  lines: readonly FortnightLine[]
  late: readonly FortnightChild[]
  due: readonly FortnightChild[]
  nothing: readonly HeldChild[]
  /** All children, those without a row included. */
  total: number
}

/** From the day after the figures where that is near, so that what fell due since is seen; today is always among them. */
export function fortnightDays(asAt: Day, today: Day): Day[] {
  const first = firstDay(asAt, today)
  const start = isWorkingDay(first) ? first : workingDayAfter(first, 1)
  return Array.from({ length: DAYS }, (_, index) => workingDayAfter(start, index))
}

function firstDay(asAt: Day, today: Day): Day {
  let day = today
  for (let back = 0; back < MOST_BEFORE;) {
    const before = addDays(day, -1)
    if (before <= asAt) break
    day = before
    if (isWorkingDay(day)) back += 1
  }
  return day
}

export function fortnightOf({ asAt, rows, children }: OwnWork, today: Day): Fortnight {
  const days = fortnightDays(asAt, today)
  const last = days.at(-1)!
  const shown = rows.filter(({ row }) => row.isOverdue || (row.dueOn !== null && row.dueOn <= last))
  const byChild = Map.groupBy(
    shown.filter(({ row }) => row.childId !== null && row.ref !== null),
    ({ row }) => row.childId!,
  )
  const named = [...byChild].map(([childId, own]): FortnightChild => {
    const inOrder = own.toSorted((a, b) => Number(b.row.isOverdue) - Number(a.row.isOverdue))
    const { ref, age } = inOrder[0]!.row
    return { childId, ref: ref!, age, rows: inOrder }
  })
  const isLate = ({ rows: own }: FortnightChild) => own[0]!.row.isOverdue
  const nothing = children.filter(({ personId }) => !byChild.has(personId))
  return {
    days,
    lines: linesOf(shown).map(({ list, overdue, due }) => ({
      list,
      late: overdue,
      dueOn: Map.groupBy(due, ({ row }) => columnOf(row.dueOn!, days)),
    })),
    late: named.filter(isLate),
    due: named
      .filter((child) => !isLate(child))
      .toSorted((a, b) => (a.rows[0]!.row.dueOn! < b.rows[0]!.row.dueOn! ? -1 : 1)),
    nothing,
    total: named.length + nothing.length,
  }
}

/** What is due at a weekend is looked for on the working day before; what fell due before the first day, there. */
const columnOf = (dueOn: Day, days: readonly Day[]): Day => days.findLast((day) => day <= dueOn) ?? days[0]!
