import { forCounts, isRestricted, type Pass, type Person, type Scope } from '../../access/index.ts'
import {
  holds,
  questionOutside,
  type ChildQuestion,
  type Refuse,
  type SealedSnapshot,
} from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { childRef, recentPerSnapshot, withinScope } from '../../measures/index.ts'
import { ageOn, type Day } from '../../platform/day.ts'
import type { Tier } from '../answers/answer.ts'
import { fellDueSince, groupRules, type FlatRow, type ListRow } from './list-rows.ts'
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
    const within = withinScope({ scope: JSON.parse(key) as Scope })
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

/** Every row in a person's scope, with those of restricted records: for counts. */
const rowsReached = async (
  snapshot: SealedSnapshot,
  person: Pick<Person, 'scope'>,
): Promise<readonly ListRow[]> => {
  const known = new Set(LISTS.map(({ id }) => id))
  const rows = await rowsByScope(snapshot, JSON.stringify(forCounts(person.scope)))
  return rows.filter(({ list }) => known.has(list))
}

const rowsInScope = async (snapshot: SealedSnapshot, { scope }: Person): Promise<readonly ListRow[]> =>
  (await rowsReached(snapshot, { scope })).filter(({ childId }) => !isRestricted(scope, childId))

/** Rows of a person's scope that are kept from them, because the child's record is restricted: they are counted alone. */
export interface WithheldRows {
  rows: readonly ListRow[]
  /** Says that one of them was asked for: it is written in the access log. */
  refuse: Refuse
}

/**
 * Asks of the rows of all lists that are in the person's scope. `select` makes the answer of them, and `shown` says which of
 * them are in it. Child-level.
 */
export const fromLists = <Answer>(
  snapshot: SealedSnapshot,
  select: (rows: readonly ListRow[], withheld: WithheldRows) => Answer,
  shown: (answer: Answer) => readonly ListRow[],
): ChildQuestion<Answer> =>
  questionOutside(
    async (person, refuse) => {
      const reached = await rowsReached(snapshot, person)
      const isKept = ({ childId }: ListRow) => isRestricted(person.scope, childId)
      return select(
        reached.filter((row) => !isKept(row)),
        { rows: reached.filter(isKept), refuse },
      )
    },
    (answer) => shown(answer).map(({ childId }) => childId),
  )

/** The lists as one person sees them: `mine` are the rows in their scope, `all` those of the council. */
export interface ListsAround {
  mine: readonly ListRow[]
  /** For numbers and counts that are the same for everybody: nothing of these rows is shown. */
  all: readonly ListRow[]
  /** Of children, by the council's ids, those whom the person may open, with their opaque names in addresses. */
  refsOf: (children: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

const EVERYTHING: Scope = { kind: 'everything' }

/**
 * Asks of the rows of all lists, in scope and around it. `shown` says which children are in the answer. Which children the
 * person may open now is asked of `now`, where the rows are of an earlier snapshot. Child-level.
 */
export const fromListsAround = <Answer>(
  snapshot: SealedSnapshot,
  select: (lists: ListsAround) => Answer | Promise<Answer>,
  shown: (answer: Answer) => readonly (string | null)[],
  now = snapshot,
): ChildQuestion<Answer> =>
  questionOutside(
    async (person) =>
      select({
        mine: await rowsInScope(snapshot, person),
        all: await rowsReached(snapshot, { scope: EVERYTHING }),
        refsOf: (children) => refsInScope(now, person, children),
      }),
    shown,
  )

/** Counts what the rows of the whole council give, for those who see no child. Names no child. */
export const countOverLists = async <Counts extends Readonly<Record<string, number>>>(
  snapshot: SealedSnapshot,
  _pass: Pass<'figures:read'>,
  count: (rows: readonly ListRow[]) => Counts,
): Promise<Counts> => count(await rowsReached(snapshot, { scope: EVERYTHING }))

/** Of these children, those whom a person may open: of a case in their scope in any measure, or allocated to them now. */
async function refsInScope(
  snapshot: SealedSnapshot,
  person: Person,
  children: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (children.length === 0) return new Map()
  const within = withinScope(person)
  const names = Object.fromEntries(children.map((child, index) => [`child${index}`, child]))
  const rows = await rowsIn(snapshot).all<{ child_key: number; person_id: string }>(
    `select distinct p.child_key, p.person_id
     from person p
     left join (
         select child_key, team, worker from case_row union select child_key, team, worker from allocation
     ) c on c.child_key = p.child_key
     where p.person_id in (${Object.keys(names)
       .map((name) => `$${name}`)
       .join(', ')}) and ${within.sql}`,
    { ...names, ...within.parameters },
  )
  return new Map(rows.map(({ child_key, person_id }) => [person_id, childRef(snapshot, child_key)]))
}

/** How many rows a list has in the person's scope. Names no child. */
export interface ListCount {
  list: string
  team: string | null
  worker: string | null
  overdue: number
  due: number
  /** Of the overdue ones. */
  unanswered: number
  /** Of the overdue ones: answered after the day of the figures. */
  answeredSince: number
  /** Of those due: their day came after the day of the figures and is past, so that nobody knows here whether it was done. */
  fellDue: number
  /** Of the overdue ones: passed to the head of service by a clinic, and of these those counted for the director. */
  passed: number
  reported: number
}

/** What is known of a row in the records: whether somebody has answered, and whose answer is waited for. */
export interface RowState {
  isAnswered: boolean
  /** The day of the latest answer. */
  answeredOn: Day | null
  tier: Tier
}

/** The two clocks: the day of the figures is the snapshot's, and records are to today. */
interface Counting {
  stateOf: (row: ListRow) => RowState
  asAt: Day
  today: Day
}

/** Counts by list, team and worker; `stateOf` says what the records hold of a row. Names no child. */
export const countLists = async (
  snapshot: SealedSnapshot,
  { person }: Pass<'cases:read'>,
  stateOf: (row: ListRow) => RowState,
  today: Day = snapshot.asAt,
): Promise<ListCount[]> =>
  countRows(await rowsReached(snapshot, person), { stateOf, asAt: snapshot.asAt, today })

/** Counts of the whole council by list, team and worker, for those who see no child. */
export const countEveryList = async (
  snapshot: SealedSnapshot,
  _pass: Pass<'figures:read'>,
  stateOf: (row: ListRow) => RowState,
  today: Day = snapshot.asAt,
): Promise<ListCount[]> =>
  countRows(await rowsReached(snapshot, { scope: EVERYTHING }), { stateOf, asAt: snapshot.asAt, today })

function countRows(rows: readonly ListRow[], { stateOf, asAt, today }: Counting): ListCount[] {
  const parts = Map.groupBy(rows, ({ list, team, worker }) => JSON.stringify([list, team, worker]))
  return [...parts.values()].map((part) => {
    const { list, team, worker } = part[0]!
    const overdue = part.filter(({ isOverdue }) => isOverdue)
    const states = overdue.map((row) => stateOf(row))
    return {
      list,
      team,
      worker,
      overdue: overdue.length,
      due: part.length - overdue.length,
      unanswered: states.filter(({ isAnswered }) => !isAnswered).length,
      answeredSince: states.filter(({ answeredOn }) => answeredOn !== null && answeredOn > asAt).length,
      fellDue: part.filter((row) => fellDueSince(row, today)).length,
      passed: states.filter(({ tier }) => tier !== 'team').length,
      reported: states.filter(({ tier }) => tier === 'director').length,
    }
  })
}
