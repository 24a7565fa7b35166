import { allow, describeScope, type Person } from '../../access/index.ts'
import { childReader } from '../../dataset/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Services } from '../../platform/room.ts'
import { answersOf } from '../answers/answer-store.ts'
import { answerKey, latestAnswers, tierOf, type ListAnswer, type Tier } from '../answers/answer.ts'
import { itemsOf, silencesIn } from '../clinics/item-store.ts'
import type { ListFile } from '../lists/list-file.ts'
import { fromListsAround } from '../lists/list-read.ts'
import { sortRows, subjectOf, type ListRow } from '../lists/list-rows.ts'
import { LISTS } from '../lists/lists.ts'
import { heldChildren, type HeldChild } from './held-children.ts'

export type HomeDeps = Pick<Services, 'records' | 'clock' | 'pool'>

/** A row of a list with what the records hold of it. Child-level. */
export interface WorkRow {
  row: ListRow
  answer: ListAnswer | null
  /** Whose answer is waited for. */
  tier: Tier
}

/** Everything on a person's lists, and the children in their scope at the day of the figures. Child-level. */
export interface OwnWork {
  asAt: Day
  /** The longest over first. */
  rows: readonly WorkRow[]
  children: readonly HeldChild[]
}

/** One list of a person's work: only lists with a row. Child-level. */
export interface WorkLine {
  list: ListFile
  overdue: readonly WorkRow[]
  due: readonly WorkRow[]
  unanswered: readonly WorkRow[]
}

/** What a person's lists hold, read for their first page and written in the access log; null before the first load. */
export async function ownWork({ records, clock, pool }: HomeDeps, person: Person): Promise<OwnWork | null> {
  const pass = allow(person, 'cases:read')
  const snapshot = await pool.current(person.council)
  if (!snapshot) return null
  const answers = latestAnswers(await answersOf(records, pass))
  const silences = silencesIn(await itemsOf(records, pass))
  return await childReader({ records, clock }, pass).read(
    fromListsAround(
      snapshot,
      async ({ mine }) => ({
        asAt: snapshot.asAt,
        rows: sortRows(mine, 'over').map((row): WorkRow => {
          const key = answerKey(row.list, subjectOf(row))
          const answer = answers.get(key) ?? null
          return { row, answer, tier: tierOf(answer, silences.get(key) ?? []) }
        }),
        children: await heldChildren(snapshot, person),
      }),
      ({ rows, children }) => [
        ...rows.map(({ row }) => row.childId),
        ...children.map(({ personId }) => personId),
      ],
    ),
    { what: 'cases', subject: 'first page', why: describeScope(person.scope) },
  )
}

/** The lists that have a row, in the order of the work. */
export const linesOf = (rows: readonly WorkRow[]): WorkLine[] => {
  const byList = Map.groupBy(rows, ({ row }) => row.list)
  return LISTS.flatMap((list) => {
    const own = byList.get(list.id)
    if (!own) return []
    const overdue = own.filter(({ row }) => row.isOverdue)
    return [
      {
        list,
        overdue,
        due: own.filter(({ row }) => !row.isOverdue),
        unanswered: overdue.filter(({ answer }) => answer === null),
      },
    ]
  })
}

/**
 * The line to begin with: what somebody passed up, then the list with most children without an answer, of those that
 * the role answers for where there is one. Null when everything has an answer.
 */
export function firstLine(lines: readonly WorkLine[], { role }: Pick<Person, 'role'>): WorkLine | null {
  const waiting = lines.filter(({ unanswered }) => unanswered.length > 0)
  const own = waiting.filter(({ list }) => list.answeredBy === role)
  return (
    (own.length > 0 ? own : waiting).toSorted((a, b) => b.unanswered.length - a.unanswered.length)[0] ?? null
  )
}

/** How many different children rows are about. */
export const childrenIn = (rows: readonly WorkRow[]): number =>
  new Set(rows.flatMap(({ row }) => row.childId ?? [])).size
