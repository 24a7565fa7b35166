import { addDays, type Clock, type Day } from '../platform/day.ts'
import { NotFound, Refused } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import { recordAuditEvent } from './access-log-store.ts'
import { isInForce, withAssigned, type Assignment, type AssignmentKind } from './assignment.ts'
import type { Pass } from './pass.ts'
import { operator, type Person } from './person.ts'
import { withRestricted } from './restriction.ts'
import { restrictionsInForce } from './restriction-store.ts'

/** Every assignment of the council, the latest first: those that have ended as well. */
export async function listAssignments(
  records: Records,
  { person }: Pass<'assignments:write'>,
): Promise<Assignment[]> {
  const rows = await records
    .selectFrom('assignment')
    .selectAll()
    .where('council_id', '=', person.council)
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    subject: row.subject,
    from: row.from_on,
    to: row.to_on,
    reason: row.reason,
    givenBy: row.given_by,
  }))
}

/** These people with the children who are given to them today, and without those whose records are kept from them. */
export async function assigned(
  records: Records,
  council: string,
  people: readonly Person[],
  today: Day,
): Promise<Person[]> {
  const rows = await records
    .selectFrom('assignment')
    .select(['id', 'person_id', 'kind', 'subject', 'from_on', 'to_on'])
    .where('council_id', '=', council)
    .where('from_on', '<=', today)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)]))
    .$if(people.length === 1, (query) => query.where('person_id', '=', people[0]!.id))
    .execute()
  const given = rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    subject: row.subject,
    from: row.from_on,
    to: row.to_on,
  }))
  const restricted = await restrictionsInForce(records, council)
  return people.map((person) => withRestricted(withAssigned(person, given, today), restricted))
}

/** The person who runs the command line: nobody names them, so that restricted records are kept from them as well. */
export async function commandLine(records: Records, council: string, today: Day): Promise<Person> {
  const [person] = await assigned(records, council, [operator(council)], today)
  return person!
}

export interface NewAssignment {
  personId: string
  kind: AssignmentKind
  subject: string
  from: Day
  to: Day | null
  reason: string
}

type Giver = Pass<'assignments:write'>

/** Gives children to a person: all or none. What they have already is passed over; answers how many were given. */
export const giveChildren = (
  records: Records,
  clock: Clock,
  pass: Giver,
  drafts: readonly NewAssignment[],
): Promise<number> =>
  records.transaction().execute(async (inside) => {
    const has = await listAssignments(inside, pass)
    const isNew = (draft: NewAssignment) =>
      !has.some(
        (given) =>
          given.personId === draft.personId &&
          given.kind === draft.kind &&
          given.subject === draft.subject &&
          isInForce(given, draft.from),
      )
    const fresh = drafts.filter(isNew)
    for (const draft of fresh) await insert(inside, clock, pass, draft)
    const [first] = fresh
    if (first)
      await note(
        inside,
        clock,
        pass,
        `gave account ${first.personId} ${describeGiven(fresh)}`,
        childrenOf(fresh),
      )
    return fresh.length
  })

/** Ends an assignment on a day, its last. Throws NotFound for one that is not there, and Refused where it has ended. */
export const endAssignment = (
  records: Records,
  clock: Clock,
  pass: Giver,
  id: string,
  lastDay: Day,
): Promise<void> =>
  records.transaction().execute(async (inside) => {
    const found = (await listAssignments(inside, pass)).find((given) => given.id === id)
    if (!found) throw new NotFound('assignment')
    if (found.to !== null && found.to < clock.today()) throw new Refused('This has ended already.')
    await end(inside, pass, found, lastDay)
    await note(inside, clock, pass, `ended what account ${found.personId} was given`, childrenOf([found]))
  })

/**
 * Hands everything that one person was given over to another from a day on: the first keeps it to the day before. Answers how
 * many there were.
 */
export const handOver = (
  records: Records,
  clock: Clock,
  pass: Giver,
  fromPerson: string,
  toPerson: string,
  on: Day,
): Promise<number> =>
  records.transaction().execute(async (inside) => {
    const all = await listAssignments(inside, pass)
    const mine = all.filter((given) => given.personId === fromPerson && (given.to === null || given.to >= on))
    for (const given of mine) {
      await end(inside, pass, given, addDays(on, -1))
      const has = all.some(
        (other) =>
          other.personId === toPerson &&
          other.kind === given.kind &&
          other.subject === given.subject &&
          isInForce(other, on),
      )
      const from = given.from > on ? given.from : on
      if (!has)
        await insert(inside, clock, pass, {
          personId: toPerson,
          kind: given.kind,
          subject: given.subject,
          from,
          to: given.to,
          reason: 'Handed over',
        })
    }
    if (mine.length > 0)
      await note(
        inside,
        clock,
        pass,
        `handed what account ${fromPerson} had over to account ${toPerson}`,
        childrenOf(mine),
      )
    return mine.length
  })

const childrenOf = (given: readonly Pick<Assignment, 'kind' | 'subject'>[]): string[] =>
  given.filter(({ kind }) => kind === 'child').map(({ subject }) => subject)

const describeGiven = (given: readonly NewAssignment[]): string => {
  const [first] = given
  if (first?.kind === 'chair')
    return `the children whose meetings ${given.map(({ subject }) => subject).join(', ')} chairs`
  return first?.kind === 'missing' ? 'the children who go missing' : `${given.length} by number`
}

const note = (
  records: Records,
  clock: Clock,
  { person }: Giver,
  subject: string,
  children: readonly string[],
) => recordAuditEvent(records, clock, person.council, person, 'person', subject, children)

async function insert(
  records: Records,
  clock: Clock,
  { person }: Giver,
  draft: NewAssignment,
): Promise<void> {
  await records
    .insertInto('assignment')
    .values({
      id: newId('asg'),
      council_id: person.council,
      person_id: draft.personId,
      kind: draft.kind,
      subject: draft.subject,
      from_on: draft.from,
      to_on: draft.to,
      reason: draft.reason,
      given_at: clock.now(),
      given_by: person.name,
    })
    .execute()
}

/** One that would end before it began is of no day at all. */
async function end(
  records: Records,
  { person }: Giver,
  { id, from }: Assignment,
  lastDay: Day,
): Promise<void> {
  await records
    .updateTable('assignment')
    .set({ to_on: lastDay < from ? addDays(from, -1) : lastDay })
    .where('council_id', '=', person.council)
    .where('id', '=', id)
    .execute()
}
