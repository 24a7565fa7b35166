import type { Clock, Day } from '../platform/day.ts'
import { NotFound, Refused } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import { recordAuditEvent } from './access-log-store.ts'
import type { Pass } from './pass.ts'
import { numberKey, type Restriction } from './restriction.ts'

type Keeper = Pass<'restrictions:write'>

/** The children whose records are restricted now, with the ids of the accounts that may still see each. Child-level. */
export async function restrictionsInForce(
  records: Records,
  council: string,
): Promise<{ child: string; people: string[] }[]> {
  const found = await records
    .selectFrom('restriction')
    .select(['id', 'child'])
    .where('council_id', '=', council)
    .where('ended_on', 'is', null)
    .execute()
  if (found.length === 0) return []
  const named = await records
    .selectFrom('restriction_person')
    .select(['restriction_id', 'person_id'])
    .where('ended_at', 'is', null)
    .where(
      'restriction_id',
      'in',
      found.map(({ id }) => id),
    )
    .execute()
  return found.map(({ id, child }) => ({
    child,
    people: named.filter(({ restriction_id }) => restriction_id === id).map(({ person_id }) => person_id),
  }))
}

/** Every restriction of the council, those in force first, then the latest. Child-level. */
export async function listRestrictions(records: Records, { person }: Keeper): Promise<Restriction[]> {
  const rows = await records
    .selectFrom('restriction')
    .selectAll()
    .where('council_id', '=', person.council)
    .orderBy('marked_at', 'desc')
    .orderBy('id')
    .execute()
  const named = await records
    .selectFrom('restriction_person')
    .innerJoin('restriction', 'restriction.id', 'restriction_person.restriction_id')
    .selectAll('restriction_person')
    .where('restriction.council_id', '=', person.council)
    .orderBy('restriction_person.named_at')
    .orderBy('restriction_person.id')
    .execute()
  const peopleOf = Map.groupBy(named, ({ restriction_id }) => restriction_id)
  return rows
    .map((row) => ({
      id: row.id,
      child: row.child,
      reason: row.reason,
      from: row.from_on,
      markedAt: row.marked_at,
      markedBy: row.marked_by,
      endedOn: row.ended_on,
      endedBy: row.ended_by,
      endReason: row.end_reason,
      people: (peopleOf.get(row.id) ?? []).map((one) => ({
        personId: one.person_id,
        namedAt: one.named_at,
        namedBy: one.named_by,
        endedAt: one.ended_at,
        endedBy: one.ended_by,
      })),
    }))
    .toSorted((left, right) => Number(left.endedOn !== null) - Number(right.endedOn !== null))
}

export interface NewRestriction {
  child: string
  reason: string
  /** Today or earlier: it is in force as soon as it is kept. */
  from: Day
  /** Ids of accounts. */
  people: readonly string[]
}

/** Restricts a child's record from now on; answers the restriction's id. Throws Refused where it is restricted already. */
export const restrictChild = (
  records: Records,
  clock: Clock,
  pass: Keeper,
  draft: NewRestriction,
): Promise<string> =>
  records.transaction().execute(async (inside) => {
    const { person } = pass
    const inForce = await restrictionsInForce(inside, person.council)
    if (inForce.some(({ child }) => numberKey(child) === numberKey(draft.child)))
      throw new Refused('The record of this child is restricted already. Find it by its number.')
    const id = newId('rst')
    await inside
      .insertInto('restriction')
      .values({
        id,
        council_id: person.council,
        child: draft.child,
        reason: draft.reason,
        from_on: draft.from,
        marked_at: clock.now(),
        marked_by: person.name,
      })
      .execute()
    for (const personId of new Set(draft.people)) await name(inside, clock, pass, id, personId)
    const subject = `restricted a record to ${draft.people.length} named: ${[...draft.people].join(', ')}`
    await note(inside, clock, pass, subject, draft.child)
    return id
  })

/** Makes these accounts the ones that may see a restricted record. Those who were named before and are not among them are named no longer. */
export const changeNamed = (
  records: Records,
  clock: Clock,
  pass: Keeper,
  id: string,
  people: readonly string[],
): Promise<void> =>
  records.transaction().execute(async (inside) => {
    const found = await inForceOf(inside, pass, id)
    const now = found.people.filter(({ endedAt }) => endedAt === null).map(({ personId }) => personId)
    const gone = now.filter((personId) => !people.includes(personId))
    const added = [...new Set(people)].filter((personId) => !now.includes(personId))
    if (gone.length > 0)
      await inside
        .updateTable('restriction_person')
        .set({ ended_at: clock.now(), ended_by: pass.person.name })
        .where('restriction_id', '=', id)
        .where('person_id', 'in', gone)
        .where('ended_at', 'is', null)
        .execute()
    for (const personId of added) await name(inside, clock, pass, id, personId)
    if (gone.length + added.length === 0) return
    const changes = [...added.map((one) => `named ${one}`), ...gone.map((one) => `no longer named ${one}`)]
    await note(inside, clock, pass, changes.join(', '), found.child)
  })

/** Ends a restriction today, with the reason. Throws Refused where it has ended. */
export const endRestriction = (
  records: Records,
  clock: Clock,
  pass: Keeper,
  id: string,
  reason: string,
): Promise<void> =>
  records.transaction().execute(async (inside) => {
    const found = await inForceOf(inside, pass, id)
    await inside
      .updateTable('restriction')
      .set({ ended_on: clock.today(), ended_by: pass.person.name, end_reason: reason })
      .where('council_id', '=', pass.person.council)
      .where('id', '=', id)
      .execute()
    await note(inside, clock, pass, 'ended the restriction of a record', found.child)
  })

async function inForceOf(records: Records, pass: Keeper, id: string): Promise<Restriction> {
  const found = (await listRestrictions(records, pass)).find((one) => one.id === id)
  if (!found) throw new NotFound('restriction')
  if (found.endedOn !== null) throw new Refused('This restriction has ended already.')
  return found
}

const name = (records: Records, clock: Clock, { person }: Keeper, restriction: string, personId: string) =>
  records
    .insertInto('restriction_person')
    .values({
      id: newId('rsp'),
      restriction_id: restriction,
      person_id: personId,
      named_at: clock.now(),
      named_by: person.name,
    })
    .execute()

const note = (records: Records, clock: Clock, { person }: Keeper, subject: string, child: string) =>
  recordAuditEvent(records, clock, person.council, person, 'restriction', subject, [child])
