import type { Person } from '../../access/index.ts'
import { holds, questionOutside, type ChildQuestion, type SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { childRef, withinScope } from '../../measures/index.ts'
import { ageOn, type Day } from '../../platform/day.ts'

/** A child of a person's scope, with who holds them on the day of the figures. Child-level. */
export interface HeldChild {
  /** The council's id. */
  personId: string
  ref: string
  age: number | null
  /** Null where nobody holds them. */
  worker: string | null
  team: string | null
}

/**
 * The children whom a person's scope holds on the day of the figures: those allocated to their teams or to them, and those
 * who were given to them by name. To be read inside a question of `childReader`.
 */
export async function heldChildren(
  snapshot: SealedSnapshot,
  person: Pick<Person, 'scope'>,
): Promise<HeldChild[]> {
  const within = withinScope(person)
  const rows = await rowsIn(snapshot).all<{
    child_key: number
    person_id: string
    dob: Day | null
    worker: string | null
    team: string | null
  }>(
    `select p.child_key, p.person_id, p.dob, min(c.worker) as worker, min(c.team) as team
     from person p
     ${GIVEN.has(person.scope.kind) ? 'left' : ''} join allocation c
         on c.child_key = p.child_key and c.from_date <= $asAt and c.to_date >= $asAt
     where ${within.sql}
     group by p.child_key, p.person_id, p.dob
     order by p.person_id`,
    { asAt: snapshot.asAt, ...within.parameters },
  )
  return rows.map(({ child_key, person_id, dob, worker, team }) => ({
    personId: person_id,
    ref: childRef(snapshot, child_key),
    age: dob === null || dob > snapshot.asAt ? null : ageOn(dob, snapshot.asAt),
    worker,
    team,
  }))
}

/** Scopes that reach a child whom nobody holds. */
const GIVEN: ReadonlySet<string> = new Set(['chaired', 'drawn', 'missing'])

/** Asks for the children whom a person's scope holds. Child-level. */
export const heldQuestion = (snapshot: SealedSnapshot): ChildQuestion<HeldChild[]> =>
  questionOutside(
    (person) => heldChildren(snapshot, person),
    (held) => held.map(({ personId }) => personId),
  )

/** How many children each worker is to hold at most, as the latest month of the council's caseload file says. Names no child. */
export async function capsOf(snapshot: SealedSnapshot): Promise<ReadonlyMap<string, number>> {
  if (!(await holds(rowsIn(snapshot), 'caseload_allocation'))) return new Map()
  const rows = await rowsIn(snapshot).all<{ worker: string; cap: number }>(
    `select worker, max(cap) as cap from caseload_allocation
     where worker is not null and cap is not null
         and month_end_on = (select max(month_end_on) from caseload_allocation)
     group by worker`,
  )
  return new Map(rows.map(({ worker, cap }) => [worker, cap]))
}

/** The teams in which each worker holds children on the day of the figures. Names no child. */
export async function teamsOfWorkers(
  snapshot: SealedSnapshot,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await rowsIn(snapshot).all<{ worker: string; team: string }>(
    `select distinct worker, team from allocation
     where worker is not null and team is not null and from_date <= $asAt and to_date >= $asAt
     order by worker, team`,
    { asAt: snapshot.asAt },
  )
  const teams = Map.groupBy(rows, ({ worker }) => worker)
  return new Map([...teams].map(([worker, held]) => [worker, held.map(({ team }) => team)]))
}
