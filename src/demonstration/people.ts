import {
  createPerson,
  DEMONSTRATION_PASSWORD,
  ROLES,
  type Pass,
  type Person,
  type PersonDraft,
  type Role,
  type Scope,
} from '../access/index.ts'
import type { Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'

/** What the invented people need to know of the invented data. */
export interface PeopleScope {
  /** The worker with the most children in North 2. */
  busiestWorker: string
  /** Children with a protection plan or in care, whose conferences and reviews the reviewing officer chairs. */
  chaired: readonly string[]
  /** Children drawn for the auditor this month. */
  drawn: readonly string[]
}

const nobodys: Scope = { kind: 'none' }

/** One person for each role: the address says which. */
function drafts({ busiestWorker, chaired, drawn }: PeopleScope): PersonDraft[] {
  const scopes: Partial<Record<Role, Scope>> = {
    head_of_service: { kind: 'service', service: 'North', teams: ['North 1', 'North 2'] },
    team_manager: { kind: 'team', teams: ['North 2'] },
    social_worker: { kind: 'own', worker: busiestWorker },
    reviewing_officer: { kind: 'chaired', children: chaired },
    auditor: { kind: 'drawn', children: drawn },
    data_team: { kind: 'everything' },
  }
  const names: Partial<Record<Role, string>> = {
    head_of_service: 'Head of service, North',
    team_manager: 'Team manager, North 2',
    social_worker: `Social worker ${busiestWorker}`,
  }
  return (Object.keys(ROLES) as Role[])
    .filter((role) => role !== 'operator')
    .map((role) => ({
      email: `${role.replaceAll('_', '.')}@norchester.example`,
      name: names[role] ?? ROLES[role].title,
      role,
      scope: scopes[role] ?? nobodys,
    }))
}

/** Opens an account for each role, all with the demonstration's one password. Answers the people by role. */
export async function openAccounts(
  records: Records,
  clock: Clock,
  pass: Pass<'people:write'>,
  scope: PeopleScope,
): Promise<ReadonlyMap<Role, Person>> {
  const people = new Map<Role, Person>()
  for (const draft of drafts(scope)) {
    const made = await createPerson(records, clock, pass, { ...draft, password: DEMONSTRATION_PASSWORD })
    if (!made.ok) throw new Error(`The demonstration's ${draft.role} could not be given an account`)
    people.set(draft.role, made.value)
  }
  return people
}
