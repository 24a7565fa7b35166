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
  /** In whole years at the day of the figures; null when it is not known, or before birth. */
  age: number | null
  caseId: string
  team: string | null
  worker: string | null
  /** Overdue ones first, the gravest first. */
  rules: readonly RuleRow[]
  isOverdue: boolean
  /** By its gravest rule; null when nothing is overdue, or it cannot be told: what never happened is the longest of all. */
  daysOver: number | null
  dueOn: Day | null
}

/** What an answer is about: a child on a list, or another case where the list is about no child. */
export const subjectOf = ({ childId, caseId }: Pick<ListRow, 'childId' | 'caseId'>): string =>
  childId ?? caseId

/** Who holds the case: a case that nobody holds is named as well. */
export const workerOf = ({ worker }: Pick<ListRow, 'worker'>): string => worker ?? 'Unallocated'

/** Its day came after the day of the figures and is past: whether it was done since is in no file yet. */
export const fellDueSince = (
  { isOverdue, dueOn }: Pick<ListRow, 'isOverdue' | 'dueOn'>,
  today: Day,
): boolean => !isOverdue && dueOn !== null && dueOn < today

export type FlatRow = RuleRow & Omit<ListRow, 'rules' | 'isOverdue' | 'daysOver' | 'dueOn'>

const compareDays = (left: Day | null, right: Day | null): number => {
  const [a, b] = [left ?? '9999-12-31', right ?? '9999-12-31']
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * One row for each case, from one for each rule. `rulesOf` names a list's rules, the gravest first: the first that is overdue
 * says how long the row is over, and by which day.
 */
export function groupRules(
  rows: readonly FlatRow[],
  rulesOf: (list: string) => readonly string[],
): ListRow[] {
  const cases = Map.groupBy(rows, ({ list, ref, caseId }) => `${list} ${ref ?? ''} ${caseId}`)
  return [...cases.values()].map((flat) => {
    const { list, childId, ref, age, caseId, team, worker } = flat[0]!
    const order = rulesOf(list)
    const rules = flat.map(({ rule, startsOn, dueOn, isOverdue, daysOver, detail }) => ({
      rule,
      startsOn,
      dueOn,
      isOverdue,
      daysOver,
      detail,
    }))
    rules.sort(
      (left, right) =>
        Number(right.isOverdue) - Number(left.isOverdue) ||
        order.indexOf(left.rule) - order.indexOf(right.rule),
    )
    const first = rules[0]!
    return {
      list,
      childId,
      ref,
      age,
      caseId,
      team,
      worker,
      rules,
      isOverdue: first.isOverdue,
      daysOver: first.isOverdue ? first.daysOver : null,
      dueOn: first.dueOn,
    }
  })
}

export const LIST_SORTS = ['over', 'due', 'child', 'team', 'worker'] as const
export type ListSort = (typeof LIST_SORTS)[number]
export const isListSort = (text: string): text is ListSort => (LIST_SORTS as readonly string[]).includes(text)

export const byName = new Intl.Collator('en-GB', { numeric: true })
const compareNames = (left: string | null, right: string | null): number =>
  left === right ? 0 : left === null ? 1 : right === null ? -1 : byName.compare(left, right)

const lengthOf = ({ isOverdue, daysOver }: ListRow): number =>
  isOverdue ? (daysOver ?? Number.MAX_VALUE) : -1

const SORTS: Readonly<Record<ListSort, (left: ListRow, right: ListRow) => number>> = {
  over: (left, right) => lengthOf(right) - lengthOf(left),
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

/** The rules of a row that hold now. */
export const overdueRules = ({ rules }: Pick<ListRow, 'rules'>): string[] =>
  rules.filter(({ isOverdue }) => isOverdue).map(({ rule }) => rule)

/** What the rule of a row asks of whoever answers for it. */
export const asksOf = (list: ListFile, row: ListRow): string =>
  list.rules.find(({ id }) => id === row.rules[0]?.rule)?.asks ?? ''

/** The rules of a row that are named: those that hold, or will hold soon. */
export function namedRules(list: ListFile, row: ListRow): string[] {
  const held = row.rules.filter(({ isOverdue }) => isOverdue === row.isOverdue).map(({ rule }) => rule)
  return list.nested ? held.slice(0, 1) : held
}
