import { forCounts, type Person } from '../../access/index.ts'
import { holds, type SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { childRef, oncePerSnapshot, recentPerSnapshot, withinScope } from '../../measures/index.ts'
import { ageOn, type Day } from '../../platform/day.ts'
import { groupRules, type FlatRow, type ListRow } from './list-rows.ts'
import { LISTS } from './lists.ts'

/** How a snapshot holds the rows of lists. They never change, and are kept while it is open. */

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

const FROM = `from work_list_row c
       join work_list l on l.list_no = c.list_no
       left join person p on p.child_key = c.child_key`

const STORED = `select l.list, c.rule, c.child_key, p.person_id as child_id, p.dob, c.case_id, c.team, c.worker,
           c.starts_on, c.due_on, c.is_overdue, c.days_over, c.detail
       ${FROM}`

/** Whether each list can be told of a snapshot, and why not; null for one sealed before there were lists. */
export const listsToldIn = oncePerSnapshot(
  async (snapshot): Promise<ReadonlyMap<string, string | null> | null> => {
    if (!(await holds(rowsIn(snapshot), 'work_list'))) return null
    const rows = await rowsIn(snapshot).all<{ list: string; why: string | null }>(
      'select list, why from work_list',
    )
    return new Map(rows.map(({ list, why }) => [list, why]))
  },
)

const RULES = new Map(LISTS.map(({ id, rules }) => [id, rules.map((rule) => rule.id)]))
const rulesOf = (list: string): readonly string[] => RULES.get(list) ?? []

function toListRows(snapshot: SealedSnapshot, rows: readonly StoredRow[]): ListRow[] {
  return groupRules(
    rows.map(({ child_key, child_id, dob, case_id, ...row }): FlatRow => {
      const { list, rule, team, worker, detail } = row
      return {
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
      }
    }),
    rulesOf,
  )
}

/** How many rows of lists are kept of one snapshot: those of a city for several people. */
const MAX_ROWS = 200_000

const rowsByScope = recentPerSnapshot(
  async (snapshot, key): Promise<readonly ListRow[]> => {
    if ((await listsToldIn(snapshot)) === null) return []
    const within = withinScope({ scope: JSON.parse(key) as Person['scope'] })
    const rows = await rowsIn(snapshot).all<StoredRow>(`${STORED} where ${within.sql}`, within.parameters)
    return toListRows(
      snapshot,
      rows.filter(({ list }) => RULES.has(list)),
    )
  },
  (rows) => rows.length,
  MAX_ROWS,
)

/**
 * Every row in a person's scope, of all lists, with those of restricted records, which are counted: what one page needs, the
 * next needs as well. Child-level.
 */
export const rowsReached = (
  snapshot: SealedSnapshot,
  { scope }: Pick<Person, 'scope'>,
): Promise<readonly ListRow[]> => rowsByScope(snapshot, JSON.stringify(forCounts(scope)))

/** Another list on which a child is overdue, with the rules that hold there. */
export interface OtherList {
  list: string
  rules: readonly string[]
}

/** The rows of one list, and where else their children are late. Child-level. */
export interface OneList {
  rows: readonly ListRow[]
  /** By the council's id of the child. */
  elsewhere: ReadonlyMap<string, readonly OtherList[]>
}

const listsByScope = recentPerSnapshot(
  async (snapshot, key): Promise<OneList> => {
    if ((await listsToldIn(snapshot)) === null) return { rows: [], elsewhere: new Map() }
    const [list, scope] = JSON.parse(key) as [string, Person['scope']]
    const { sql, parameters } = withinScope({ scope })
    const asked = { ...parameters, list }
    const rows = await rowsIn(snapshot).all<StoredRow>(`${STORED} where l.list = $list and ${sql}`, asked)
    // One text for each child: a text takes longer to be read than to be made.
    const others = await rowsIn(snapshot).all<{ child_key: number; held: string }>(
      `select c.child_key, string_agg(distinct l.list || ' ' || c.rule, chr(10) order by l.list || ' ' || c.rule) as held
       ${FROM}
       where l.list <> $list and c.is_overdue and ${sql} and c.child_key in (
           select r.child_key from work_list_row r join work_list own on own.list_no = r.list_no where own.list = $list
       )
       group by c.child_key`,
      asked,
    )
    // Many children are late on the same lists by the same rules.
    const known = new Map(
      [...new Set(others.map(({ held }) => held))].map((held) => [held, otherLists(held)]),
    )
    const byKey = new Map(others.map(({ child_key, held }) => [child_key, known.get(held)!]))
    const elsewhere = rows.flatMap(({ child_key, child_id }): [string, OtherList[]][] =>
      child_id !== null && byKey.has(child_key) ? [[child_id, byKey.get(child_key)!]] : [],
    )
    return { rows: toListRows(snapshot, rows), elsewhere: new Map(elsewhere) }
  },
  ({ rows }) => rows.length,
  MAX_ROWS,
)

/** From lines of a list's name and a rule of it; in the order of the lists and of their rules. */
function otherLists(held: string): OtherList[] {
  const lines = new Set(held.split('\n'))
  return LISTS.flatMap(({ id, rules }) => {
    const holding = rules.filter((rule) => lines.has(`${id} ${rule.id}`)).map((rule) => rule.id)
    return holding.length > 0 ? [{ list: id, rules: holding }] : []
  })
}

/**
 * The rows of one list in a person's scope, with those of restricted records, which are counted: a list's page needs no
 * more, and is shown sooner. Child-level.
 */
export const listReached = (
  snapshot: SealedSnapshot,
  { scope }: Pick<Person, 'scope'>,
  list: string,
): Promise<OneList> => listsByScope(snapshot, JSON.stringify([list, forCounts(scope)]))

/** Of these children, those whom a person may open: of a case in their scope in any measure, or allocated to them now. */
export async function refsInScope(
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
