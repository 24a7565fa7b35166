import type { Day, Instant } from '../../platform/day.ts'
import { answerKey, promiseOf, tierOf, type ListAnswer, type Tier, type Verdict } from '../answers/answer.ts'
import { rulesHeldSince } from '../answers/held-since.ts'
import type { ListFile } from './list-file.ts'
import type { ListQuery } from './list-query.ts'
import { fellDueSince, sortRows, subjectOf, type ListRow } from './list-rows.ts'
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
const UNALLOCATED = 'Unallocated'

/** What names a row in the page's address. */
export const rowKey = ({ ref, caseId }: Pick<ListRow, 'ref' | 'caseId'>): string => ref ?? caseId

export const workerOf = ({ worker }: Pick<ListRow, 'worker'>): string => worker ?? UNALLOCATED

interface ViewParts {
  list: ListFile
  query: ListQuery
  /** Of all lists, in the reader's scope. */
  rows: readonly ListRow[]
  /** Rows that are counted and not shown: of children whose records are kept from the reader. */
  withheld?: readonly ListRow[]
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
  const onList = rows.filter((row) => row.list === list.id)
  const elsewhere = Map.groupBy(
    rows.filter((row) => row.list !== list.id && row.isOverdue && row.childId !== null),
    ({ childId }) => childId,
  )
  const stateOf = (row: ListRow): RowState => {
    const key = answerKey(list.id, subjectOf(row))
    const answer = answers.get(key) ?? null
    return {
      row,
      answer,
      promise:
        answer && row.isOverdue ? promiseOf(answer, rulesHeldSince(row, answer), asAt, parts.isTold) : null,
      tier: tierOf(answer, parts.silences?.get(key) ?? []),
      isOnSeveral: elsewhere.has(row.childId),
    }
  }
  // Words for a row are made for those that are shown alone: a list may have thousands.
  const show = ({ isOnSeveral, ...state }: RowState): ShownRow => ({
    ...state,
    history: rowKey(state.row) === query.open ? historyOf(parts, subjectOf(state.row)) : [],
    others: isOnSeveral ? othersOf(elsewhere.get(state.row.childId) ?? []) : [],
  })
  const among = onList.filter((row) => isAmong(row, query))
  const all = sortRows(among, query.sort).map(stateOf)
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
    teams: namesOf(onList.map(({ team }) => team)),
    workers: namesOf(
      onList.filter((row) => query.team === null || row.team === query.team).map((row) => workerOf(row)),
    ),
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

const namesOf = (names: readonly (string | null)[]): string[] =>
  [...new Set(names.flatMap((name) => name ?? []))].toSorted((a, b) => a.localeCompare(b, 'en-GB'))

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

const othersOf = (rows: readonly ListRow[]): ShownRow['others'] =>
  [...Map.groupBy(rows, ({ list }) => list)].flatMap(([id, held]) => {
    const other = listOfId(id)
    if (!other) return []
    const rules = new Set(
      held.flatMap((row) => row.rules.filter((rule) => rule.isOverdue).map(({ rule }) => rule)),
    )
    return [{ list: id, title: other.title, rules: [...rules].join(', ') }]
  })

/** The next row without an answer after one, in the order of the page; the first again after the last. */
export function nextUnanswered(view: Pick<ListView, 'overdue'>, after: string | null): string | null {
  const place = view.overdue.findIndex(({ row }) => rowKey(row) === after)
  const inTurn = [...view.overdue.slice(place + 1), ...view.overdue.slice(0, Math.max(place, 0))]
  const next = inTurn.find(({ answer, row }) => answer === null && rowKey(row) !== after)
  return next ? rowKey(next.row) : null
}
