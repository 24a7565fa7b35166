import {
  ASSIGNED,
  allow,
  assigned,
  isInForce,
  listAssignments,
  listPeople,
  may,
  operator,
  type Account,
  type Assignment,
  type Pass,
  type Person,
} from '../../access/index.ts'
import { childReader, type SealedSnapshot } from '../../dataset/index.ts'
import { childrenNumbered } from '../../measures/index.ts'
import type { Clock, Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { heldQuestion } from '../home/held-children.ts'

/** Somebody whose role waits for children to be given, with what is given to them. */
export interface AssignedPerson {
  account: Account
  /** With what is given today. */
  person: Person
  given: readonly Assignment[]
  /** Their account is closed or past its last day: what they still have is to be handed over. */
  hasLeft: boolean
}

/** Everybody whose role is given children: with an open account, or gone while children are still given to them. */
export async function assignedPeople(
  records: Records,
  pass: Pass<'assignments:write'>,
  today: Day,
): Promise<AssignedPerson[]> {
  // Who has an account is asked in the name of the program: a head of service sees these accounts and no other.
  const council = pass.person.council
  const accounts = (await listPeople(records, allow(operator(council), 'people:read'))).filter(
    ({ person }) => person.role in ASSIGNED,
  )
  const people = await assigned(
    records,
    council,
    accounts.map(({ person }) => person),
    today,
  )
  const given = await listAssignments(records, pass)
  return accounts
    .map((account, index) => ({
      account,
      person: people[index]!,
      given: given.filter(({ personId }) => personId === account.person.id),
      hasLeft: !account.active || (account.lastDay !== null && account.lastDay < today),
    }))
    .filter((one) => !one.hasLeft || one.given.some((each) => isOpen(each, today)))
}

/** Assignments that have not ended, those to come included. */
export const isOpen = (given: Assignment, today: Day): boolean =>
  given.from > today || isInForce(given, today)

interface ScopeDeps {
  records: Records
  clock: Clock
  snapshot: SealedSnapshot | null
}

/** Of children by number, those whom a person may open: no other is named to them. Logged. */
export async function seenOf(
  deps: ScopeDeps,
  person: Person,
  children: readonly string[],
): Promise<Set<string>> {
  if (!deps.snapshot || children.length === 0 || !may(person, 'cases:read')) return new Set()
  const reader = childReader(deps, allow(person, 'cases:read'))
  const seen = new Set<string>()
  for (const child of new Set(children)) {
    const found = await reader.read(childrenNumbered(deps.snapshot, child), {
      what: 'list',
      subject: 'children given to somebody',
      why: 'they give children to people',
    })
    if (found.length > 0) seen.add(child)
  }
  return seen
}

/** The numbers of the children whom a person may open on the day of the figures, to draw from. Logged as read. */
export async function drawnFrom(deps: ScopeDeps, person: Person): Promise<string[]> {
  if (!deps.snapshot) return []
  const held = await childReader(deps, allow(person, 'cases:read')).read(heldQuestion(deps.snapshot), {
    what: 'list',
    subject: 'draw for audits',
    why: 'they draw children to be audited',
  })
  return held.map(({ personId }) => personId)
}
