import type { Pass, Person } from '../../access/index.ts'
import { holds, questionOutside, type ChildQuestion, type SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { childRef, recentPerSnapshot, withinScope } from '../../measures/index.ts'
import { ageOn, type Day } from '../../platform/day.ts'
import { groupRules, type FlatRow, type ListRow } from './list-rows.ts'
import { listOfId, LISTS } from './lists.ts'

interface StoredRow {
  list: string
  rule: string
  child_key: number
  child_id: string | null
  dob: Day | null
  case_id: string
  team: string | null
  worker: string | null
  starts_on: Day | null
  due_on: Day | null
  is_overdue: boolean
  days_over: number | null
  detail: string | null
}

/** Whether each list can be told of a snapshot, and why not; null for one sealed before there were lists. */
export async function listsToldIn(
  snapshot: SealedSnapshot,
): Promise<ReadonlyMap<string, string | null> | null> {
  if (!(await holds(rowsIn(snapshot), 'work_list'))) return null
  const rows = await rowsIn(snapshot).all<{ list: string; why: string | null }>(
    'select list, why from work_list',
  )
  return new Map(rows.map(({ list, why }) => [list, why]))
}

/** How many rows of lists are kept of one snapshot: those of a city for several people. */
const MOST_ROWS = 200_000

/** Every row in a person's scope, of all lists: what one page needs, the next needs as well. */
const rowsByScope = recentPerSnapshot(
  async (snapshot, key): Promise<readonly ListRow[]> => {
    if (!(await holds(rowsIn(snapshot), 'work_list'))) return []
    const within = withinScope({ scope: JSON.parse(key) } as Person)
    const rows = await rowsIn(snapshot).all<StoredRow>(
      `select l.list, c.rule, c.child_key, p.person_id as child_id, p.dob, c.case_id, c.team, c.worker,
           c.starts_on, c.due_on, c.is_overdue, c.days_over, c.detail
       from work_list_row c
       join work_list l on l.list_no = c.list_no
       left join person p on p.child_key = c.child_key
       where ${within.sql}`,
      within.parameters,
    )
    return groupRules(
      rows.map(
        ({ list, rule, child_key, child_id, dob, case_id, team, worker, detail, ...row }): FlatRow => ({
          list,
          rule,
          childId: child_id,
          ref: child_id === null ? null : childRef(snapshot, child_key),
          age: dob === null || dob > snapshot.asAt ? null : ageOn(dob, snapshot.asAt),
          caseId: case_id,
          team,
          worker,
          startsOn: row.starts_on,
          dueOn: row.due_on,
          isOverdue: row.is_overdue,
          daysOver: row.days_over,
          detail,
        }),
      ),
      (list) => listOfId(list)?.rules.map(({ id }) => id) ?? [],
    )
  },
  (rows) => rows.length,
  MOST_ROWS,
)

const rowsInScope = async (snapshot: SealedSnapshot, person: Person): Promise<readonly ListRow[]> => {
  const known = new Set(LISTS.map(({ id }) => id))
  const rows = await rowsByScope(snapshot, JSON.stringify(person.scope))
  return rows.filter(({ list }) => known.has(list))
}

/**
 * Asks of the rows of all lists that are in the person's scope. `select` makes the answer of them, and `shown` says which of
 * them are in it. Child-level.
 */
export const fromLists = <Answer>(
  snapshot: SealedSnapshot,
  select: (rows: readonly ListRow[]) => Answer,
  shown: (answer: Answer) => readonly ListRow[],
): ChildQuestion<Answer> =>
  questionOutside(
    async (person) => select(await rowsInScope(snapshot, person)),
    (answer) => shown(answer).map(({ childId }) => childId),
  )

/** How many rows a list has in the person's scope. Names no child. */
export interface ListCount {
  list: string
  team: string | null
  worker: string | null
  overdue: number
  due: number
  /** Of the overdue ones. */
  unanswered: number
}

/** Counts by list, team and worker; `isAnswered` says of which rows somebody has answered. Names no child. */
export const countLists = async (
  snapshot: SealedSnapshot,
  { person }: Pass<'cases:read'>,
  isAnswered: (row: ListRow) => boolean,
): Promise<ListCount[]> => countRows(await rowsInScope(snapshot, person), isAnswered)

/** Counts of the whole council by list, team and worker, for those who see no child. */
export const countEveryList = async (
  snapshot: SealedSnapshot,
  { person }: Pass<'figures:read'>,
  isAnswered: (row: ListRow) => boolean,
): Promise<ListCount[]> =>
  countRows(await rowsInScope(snapshot, { ...person, scope: { kind: 'everything' } }), isAnswered)

function countRows(rows: readonly ListRow[], isAnswered: (row: ListRow) => boolean): ListCount[] {
  const parts = Map.groupBy(rows, ({ list, team, worker }) => JSON.stringify([list, team, worker]))
  return [...parts.values()].map((part) => {
    const { list, team, worker } = part[0]!
    const overdue = part.filter(({ isOverdue }) => isOverdue)
    return {
      list,
      team,
      worker,
      overdue: overdue.length,
      due: part.length - overdue.length,
      unanswered: overdue.filter((row) => !isAnswered(row)).length,
    }
  })
}
