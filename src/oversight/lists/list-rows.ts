import type { Day } from '../../platform/day.ts'
import type { ListFile } from './list-file.ts'

/** One rule that holds of a case, or will hold soon. */
export interface RuleRow {
  rule: string
  startsOn: Day | null
  dueOn: Day | null
  isOverdue: boolean
  /** In the unit of the list's clock; null when it cannot be told. */
  daysOver: number | null
  detail: string | null
}

/** A case on a list, with every rule that put it there. Child-level. */
export interface ListRow {
  list: string
  /** The council's id of the child; null for a row about no child. */
  childId: string | null
  /** The child's opaque name in addresses. */
  ref: string | null
  caseId: string
  team: string | null
  worker: string | null
  /** Overdue ones first, the longest first. */
  rules: readonly RuleRow[]
  isOverdue: boolean
  /** The most that any rule is over. */
  daysOver: number | null
  /** The day that was missed first; or, when nothing is overdue, the next that comes. */
  dueOn: Day | null
}

/** What an answer is about: a child on a list, or another case where the list is about no child. */
export const subjectOf = ({ childId, caseId }: Pick<ListRow, 'childId' | 'caseId'>): string =>
  childId ?? caseId

export type FlatRow = RuleRow & Omit<ListRow, 'rules' | 'isOverdue' | 'daysOver' | 'dueOn'>

const longest = (left: RuleRow, right: RuleRow): number =>
  Number(right.isOverdue) - Number(left.isOverdue) ||
  (right.daysOver ?? -1) - (left.daysOver ?? -1) ||
  compareDays(left.dueOn, right.dueOn)

const compareDays = (left: Day | null, right: Day | null): number => {
  const [a, b] = [left ?? '9999-12-31', right ?? '9999-12-31']
  return a < b ? -1 : a > b ? 1 : 0
}

/** One row for each case, from one for each rule. */
export function groupRules(rows: readonly FlatRow[]): ListRow[] {
  const cases = Map.groupBy(rows, ({ list, ref, caseId }) => `${list} ${ref ?? ''} ${caseId}`)
  return [...cases.values()].map((flat) => {
    const { list, childId, ref, caseId, team, worker } = flat[0]!
    const rules = flat
      .map(({ rule, startsOn, dueOn, isOverdue, daysOver, detail }) => ({
        rule,
        startsOn,
        dueOn,
        isOverdue,
        daysOver,
        detail,
      }))
      .toSorted(longest)
    const over = rules.flatMap(({ isOverdue, daysOver }) => (isOverdue && daysOver !== null ? [daysOver] : []))
    const isOverdue = rules.some((rule) => rule.isOverdue)
    const days = rules.filter((rule) => rule.isOverdue === isOverdue).map(({ dueOn }) => dueOn)
    return {
      list,
      childId,
      ref,
      caseId,
      team,
      worker,
      rules,
      isOverdue,
      daysOver: over.length === 0 ? null : Math.max(...over),
      dueOn: days.toSorted(compareDays)[0] ?? null,
    }
  })
}

export const LIST_SORTS = ['over', 'due', 'child', 'team', 'worker'] as const
export type ListSort = (typeof LIST_SORTS)[number]
export const isListSort = (text: string): text is ListSort =>
  (LIST_SORTS as readonly string[]).includes(text)

const byName = new Intl.Collator('en-GB', { numeric: true })
const compareNames = (left: string | null, right: string | null): number =>
  left === right ? 0 : left === null ? 1 : right === null ? -1 : byName.compare(left, right)

const SORTS: Readonly<Record<ListSort, (left: ListRow, right: ListRow) => number>> = {
  over: (left, right) => (right.daysOver ?? -1) - (left.daysOver ?? -1),
  due: (left, right) => compareDays(left.dueOn, right.dueOn),
  child: (left, right) => byName.compare(subjectOf(left), subjectOf(right)),
  team: (left, right) => compareNames(left.team, right.team),
  worker: (left, right) => compareNames(left.worker, right.worker),
}

/** Overdue rows first; then by the column asked for, then the longest over. */
export const sortRows = (rows: readonly ListRow[], sort: ListSort): ListRow[] =>
  rows.toSorted(
    (left, right) =>
      Number(right.isOverdue) - Number(left.isOverdue) ||
      SORTS[sort](left, right) ||
      SORTS.over(left, right) ||
      SORTS.due(left, right) ||
      SORTS.child(left, right) ||
      byName.compare(left.caseId, right.caseId),
  )

/** What the rule of a row asks of whoever answers for it. */
export const asksOf = (list: ListFile, row: ListRow): string =>
  list.rules.find(({ id }) => id === row.rules[0]?.rule)?.asks ?? ''
