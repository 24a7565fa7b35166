import { allow, listPeople, operator, type Person } from '../../access/index.ts'
import { dayInEngland, type Day } from '../../platform/day.ts'
import type { Services } from '../../platform/room.ts'
import { teamsOfWorkers } from '../home/held-children.ts'
import { rolesOf, teamsOf, type Guidance } from './guidance.ts'

/** Somebody with an open account, and the teams in which they work as far as that is known here. */
export interface StaffMember {
  person: Person
  /** Of their scope; of a social worker, those in which the data have them holding children. Empty where it is not known. */
  teams: readonly string[]
  /** The day on which the account was opened. */
  openedOn: Day
}

type StaffDeps = Pick<Services, 'records' | 'clock' | 'pool'>

/** The teams that a person's account and the data in use give them. */
export async function teamsOfPerson(
  { pool }: Pick<StaffDeps, 'pool'>,
  { council, scope }: Pick<Person, 'council' | 'scope'>,
): Promise<readonly string[]> {
  if (scope.kind === 'team' || scope.kind === 'service') return scope.teams
  if (scope.kind !== 'own') return []
  const snapshot = await pool.current(council)
  return snapshot ? ((await teamsOfWorkers(snapshot)).get(scope.worker) ?? []) : []
}

/** Everybody with an open account. Asked in the name of the program: who is shown to whom is for `reachOf`. */
export async function staffOf({ records, clock, pool }: StaffDeps, council: string): Promise<StaffMember[]> {
  const today = clock.today()
  const accounts = await listPeople(records, allow(operator(council), 'people:read'))
  const snapshot = await pool.current(council)
  const ofWorkers = snapshot ? await teamsOfWorkers(snapshot) : new Map<string, readonly string[]>()
  return accounts
    .filter(({ active, lastDay }) => active && (lastDay === null || lastDay >= today))
    .map(({ person, createdAt }) => ({
      person,
      teams:
        person.scope.kind === 'team' || person.scope.kind === 'service'
          ? person.scope.teams
          : person.scope.kind === 'own'
            ? (ofWorkers.get(person.scope.worker) ?? [])
            : [],
      openedOn: dayInEngland(createdAt),
    }))
}

/** Whether guidance is for somebody: by role, and by team. Somebody whose team is not known is asked. */
export function isFor(
  found: Pick<Guidance, 'roles' | 'teams'>,
  { role }: Pick<Person, 'role'>,
  teams: readonly string[],
): boolean {
  const asked = teamsOf(found)
  return (
    rolesOf(found).includes(role) &&
    (asked.length === 0 || teams.length === 0 || teams.some((team) => asked.includes(team)))
  )
}

/**
 * Whether a reader of names sees a member of staff: a manager those of whom every team is among their own, which leaves out
 * those above them; a director and a programme manager everybody.
 */
export function reaches({ scope, role }: Pick<Person, 'scope' | 'role'>, member: StaffMember): boolean {
  if (role === 'director' || role === 'programme_manager') return true
  if (scope.kind !== 'team' && scope.kind !== 'service') return scope.kind === 'everything'
  return member.teams.length > 0 && member.teams.every((team) => scope.teams.includes(team))
}
