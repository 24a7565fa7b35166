import { isRestricted, type Pass, type Person, type Scope } from '../../access/index.ts'
import { questionOutside, type ChildQuestion, type Refuse, type SealedSnapshot } from '../../dataset/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Tier } from '../answers/answer.ts'
import { fellDueSince, type ListRow } from './list-rows.ts'
import { listReached, refsInScope, rowsReached, type OneList } from './list-stored.ts'

/** Rows as they were where none is kept from the person: their orders are worked out once. */
function splitRows(
  reached: readonly ListRow[],
  { scope }: Person,
): { rows: readonly ListRow[]; kept: ListRow[] } {
  const kept = reached.filter(({ childId }) => isRestricted(scope, childId))
  return kept.length === 0
    ? { rows: reached, kept }
    : { rows: reached.filter(({ childId }) => !isRestricted(scope, childId)), kept }
}

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
      const { rows, kept } = splitRows(await rowsReached(snapshot, person), person)
      return select(rows, { rows: kept, refuse })
    },
    (answer) => shown(answer).map(({ childId }) => childId),
  )

/** Asks of one list in the person's scope, as `fromLists` asks of all. Child-level. */
export const fromList = <Answer>(
  snapshot: SealedSnapshot,
  list: string,
  select: (found: OneList, withheld: WithheldRows) => Answer,
  shown: (answer: Answer) => readonly ListRow[],
): ChildQuestion<Answer> =>
  questionOutside(
    async (person, refuse) => {
      const { rows: reached, elsewhere } = await listReached(snapshot, person, list)
      const { rows, kept } = splitRows(reached, person)
      return select({ rows, elsewhere }, { rows: kept, refuse })
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
        mine: splitRows(await rowsReached(snapshot, person), person).rows,
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
