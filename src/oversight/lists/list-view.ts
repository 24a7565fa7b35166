import type { Day, Instant } from '../../platform/day.ts'
import { answerKey, promiseOf, tierOf, type ListAnswer, type Tier, type Verdict } from '../answers/answer.ts'
import { rulesHeldSince } from '../answers/held-since.ts'
import type { ListFile } from './list-file.ts'
import type { ListQuery } from './list-query.ts'
import { ordersOf } from './list-orders.ts'
import { fellDueSince, subjectOf, workerOf, type ListRow } from './list-rows.ts'
import type { OneList, OtherList } from './list-stored.ts'
import { listOfId } from './lists.ts'

/** A row as it is shown: what was answered, whether that was kept, and where else the child is late. */
export interface ShownRow {
  row: ListRow
  answer: ListAnswer | null
  promise: Verdict | null
  /** Whose answer is waited for, once clinics have closed without one. */
  tier: Tier
  /** Every answer for the child on this list, newest first. */
  history: readonly ListAnswer[]
  /** Other lists on which the child is overdue, with the rules that hold there. */
  others: { list: string; title: string; rules: string }[]
}

/** What of a row is counted and narrowed by. */
interface RowState extends Omit<ShownRow, 'history' | 'others'> {
  /** The child is overdue on another list too. */
  isOnSeveral: boolean
}

export interface ListView {
  list: ListFile
  query: ListQuery
  /** One page of them. */
  overdue: readonly ShownRow[]
  due: readonly ShownRow[]
  pages: number
  /** Children who are counted, and whose records are kept from the reader. */
  withheld: number
  /** With those children. */
  counts: {
    overdue: number
    due: number
    /** Of the overdue ones, in the team and with the worker that were asked for. */
    answered: number
    several: number
    broken: number
    /** Passed to the head of service, or counted for the director, because nobody answered at a clinic. */
    passed: number
    /** Answers that were given after the day of the figures. */
    since: number
    /** Of those due: their day has passed since the day of the figures. */
    fellDue: number
    /** Of what is shown once narrowed. */
    shown: number
  }
  teams: readonly string[]
  workers: readonly string[]
  rules: readonly string[]
  /** The row whose form is open, and the one that comes after it without an answer. */
  open: ShownRow | null
}

const PAGE = 100

/** What names a row in the page's address. */
export const rowKey = ({ ref, caseId }: Pick<ListRow, 'ref' | 'caseId'>): string => ref ?? caseId

interface ViewParts {
  list: ListFile
  query: ListQuery
  /** Of the list, in the reader's scope. */
  rows: readonly ListRow[]
  /** Rows that are counted and not shown: of children whose records are kept from the reader. */
  withheld?: readonly ListRow[]
  /** Where else their children are late; nowhere, when not said. */
  elsewhere?: OneList['elsewhere']
  answers: ReadonlyMap<string, ListAnswer>
  asAt: Day
  /** Records are to this day; the day of the figures, when not said. */
  today?: Day
  /** Whether the figures hold what a rule of this list is judged by; that they do, when not said. */
  isTold?: (rule: string) => boolean
  /** When clinics closed without an answer for a child on a list, by its key. */
  silences?: ReadonlyMap<string, readonly Instant[]>
  /** Every answer that there is, for the row that is open. */
  history?: readonly ListAnswer[]
  /** Every row that is asked for, in place of one page: for a file. */
  isWhole?: boolean
}

export function listView(parts: ViewParts): ListView {
  const { list, query, rows, answers, asAt, today = asAt, isWhole = false } = parts
  const orders = ordersOf(rows)
  const othersOf = (row: ListRow) => parts.elsewhere?.get(row.childId ?? '') ?? []
  const stateOf = (row: ListRow): RowState => {
    const key = answerKey(list.id, subjectOf(row))
    const answer = answers.get(key) ?? null
    return {
      row,
      answer,
      promise:
        answer && row.isOverdue ? promiseOf(answer, rulesHeldSince(row, answer), asAt, parts.isTold) : null,
      tier: tierOf(answer, parts.silences?.get(key) ?? []),
      isOnSeveral: othersOf(row).length > 0,
    }
  }
  // Words for a row are made for those that are shown alone: a list may have thousands.
  const show = ({ row, answer, promise, tier }: RowState): ShownRow => ({
    row,
    answer,
    promise,
    tier,
    history: rowKey(row) === query.open ? historyOf(parts, subjectOf(row)) : [],
    others: describeOthers(othersOf(row)),
  })
  const all = orders
    .by(query.sort)
    .filter((row) => isAmong(row, query))
    .map(stateOf)
  const overdue = all.filter(({ row }) => row.isOverdue)
  const narrowed = overdue.filter((state) => isOnlyOf(state, query))
  const pages = Math.max(1, Math.ceil(narrowed.length / PAGE))
  const page = Math.min(query.page, pages)
  const due = query.only === null ? all.filter(({ row }) => !row.isOverdue) : []
  const whole = withWithheld(parts)
  const open = query.open === null ? null : (all.find(({ row }) => rowKey(row) === query.open) ?? null)
  return {
    list,
    query: { ...query, page },
    overdue: (isWhole ? narrowed : narrowed.slice((page - 1) * PAGE, page * PAGE)).map(show),
    due: (isWhole ? due : due.slice(0, PAGE)).map(show),
    pages,
    withheld: whole?.withheld ?? 0,
    counts: whole?.counts ?? {
      overdue: overdue.length,
      due: all.length - overdue.length,
      answered: overdue.filter(({ answer }) => answer !== null).length,
      several: overdue.filter(({ isOnSeveral }) => isOnSeveral).length,
      broken: overdue.filter(({ promise }) => promise === 'not kept').length,
      passed: overdue.filter(({ tier }) => tier !== 'team').length,
      fellDue: all.filter(({ row }) => fellDueSince(row, today)).length,
      since: overdue.filter(({ answer }) => answer !== null && answer.answeredAt.slice(0, 10) > asAt).length,
      shown: narrowed.length,
    },
    teams: orders.teams,
    workers: orders.workersOf(query.team),
    rules: list.rules.map(({ id }) => id),
    open: open && show(open),
  }
}

/** The counts with the rows that are kept from the reader, and how many children those are; null where there are none. */
function withWithheld(parts: ViewParts): Pick<ListView, 'counts' | 'withheld'> | null {
  const kept = new Set(parts.withheld ?? [])
  if (kept.size === 0) return null
  const rows = [...parts.rows, ...kept]
  const { counts, overdue, due } = listView({ ...parts, rows, withheld: [], isWhole: true })
  const children = [...overdue, ...due].filter(({ row }) => kept.has(row)).map(({ row }) => row.childId)
  return { counts, withheld: new Set(children).size }
}

/** Every answer for one subject of the list, newest first. */
const historyOf = ({ list, history = [] }: ViewParts, subject: string): ListAnswer[] =>
  history
    .filter((given) => given.list === list.id && given.subject === subject)
    .toSorted((left, right) => (left.answeredAt < right.answeredAt ? 1 : -1))

const isAmong = (row: ListRow, { team, worker, rule }: ListQuery): boolean =>
  (team === null || row.team === team) &&
  (worker === null || workerOf(row) === worker) &&
  (rule === null || row.rules.some((held) => held.rule === rule && held.isOverdue === row.isOverdue))

const isOnlyOf = ({ answer, isOnSeveral, promise, tier }: RowState, { only }: ListQuery): boolean =>
  only === 'unanswered'
    ? answer === null
    : only === 'several'
      ? isOnSeveral
      : only === 'broken'
        ? promise === 'not kept'
        : only === 'passed'
          ? tier !== 'team'
          : true

const describeOthers = (others: readonly OtherList[]): ShownRow['others'] =>
  others.flatMap(({ list, rules }) => {
    const other = listOfId(list)
    return other ? [{ list, title: other.title, rules: rules.join(', ') }] : []
  })

/** The next row without an answer after one, in the order of the page; the first again after the last. */
export function nextUnanswered(view: Pick<ListView, 'overdue'>, after: string | null): string | null {
  const place = view.overdue.findIndex(({ row }) => rowKey(row) === after)
  const inTurn = [...view.overdue.slice(place + 1), ...view.overdue.slice(0, Math.max(place, 0))]
  const next = inTurn.find(({ answer, row }) => answer === null && rowKey(row) !== after)
  return next ? rowKey(next.row) : null
}
