import type { Day } from '../../platform/day.ts'
import type { FoundList } from './list-found.ts'
import type { ShownRow } from './list-view.ts'
import { namedRules } from './list-rows.ts'
import type { ListFile } from './list-file.ts'
import type { FoundLists } from './lists-found.ts'

/** One list as `waymark lists --json` and the API answer it: how long it is. Names no child. */
export interface ListCounts {
  name: string
  title: string
  rule: string
  /** The day of the figures; null while nothing is loaded. */
  asAt: Day | null
  /** Of a list that looks back alone nothing falls due. */
  due: number | null
  overdue: number | null
  /** Due and overdue. */
  total: number | null
  /** Of the overdue ones: nobody has answered; and answered after the day of the figures. */
  unanswered: number | null
  answeredSince: number | null
  /** Of those due: their day has passed since the day of the figures, so that nobody knows whether it was done. */
  fellDueSince: number | null
  /** The series that counts the same cases. */
  measure: string | null
  /** Why it cannot be told, and has no counts; null when it can. */
  why: string | null
}

export const listsAnswer = ({ groups, asAt }: FoundLists): ListCounts[] =>
  [...groups.overdue, ...groups.clear, ...groups.untold].map(
    ({ list, due, overdue, unanswered, answeredSince, fellDue, why }) => {
      const told = (count: number) => (why === null ? count : null)
      return {
        name: list.id,
        title: list.title,
        rule: list.rule,
        asAt,
        due: list.due === null ? null : told(due),
        overdue: told(overdue),
        total: told(due + overdue),
        unanswered: told(unanswered),
        answeredSince: told(answeredSince),
        fellDueSince: list.due === null ? null : told(fellDue),
        measure: list.counts?.series ?? null,
        why,
      }
    },
  )

/** One row of a list. Child-level. */
export interface ListedRow {
  child_id: string | null
  case_id: string
  team: string | null
  worker: string | null
  overdue: boolean
  rules: string[]
  clock_started_on: Day | null
  due_on: Day | null
  days_over: number | null
  also_on: string[]
  reason: string | null
  plan: string | null
  owner: string | null
  check_back_on: Day | null
  promise: string | null
}

/** One list as `waymark lists NAME --json` and the API answer it, with the rows in the reader's scope. Child-level. */
export interface ListAnswered {
  name: string
  title: string
  asAt: Day
  total: number
  /** Children who are counted above, and whose records are kept from the reader. */
  restricted: number
  rows: ListedRow[]
  /** Why it cannot be told, and has no rows; null when it can. */
  why: string | null
}

export const listAnswered = ({
  view: { list, query, withheld, counts },
  asAt,
  all,
  why,
}: FoundList): ListAnswered => ({
  name: list.id,
  title: list.title,
  asAt,
  total: withheld === 0 ? all.length : counts.shown + (query.only === null ? counts.due : 0),
  restricted: withheld,
  rows: all.map((shown) => listedRow(list, shown)),
  why,
})

const listedRow = (list: ListFile, { row, answer, promise, others }: ShownRow): ListedRow => ({
  child_id: row.childId,
  case_id: row.caseId,
  team: row.team,
  worker: row.worker,
  overdue: row.isOverdue,
  rules: namedRules(list, row),
  clock_started_on: row.rules[0]?.startsOn ?? null,
  due_on: row.dueOn,
  days_over: row.daysOver,
  also_on: others.map((other) => other.list),
  reason: answer?.reason ?? null,
  plan: answer?.plan ?? null,
  owner: answer?.owner ?? null,
  check_back_on: answer?.checkBackOn ?? null,
  promise,
})
