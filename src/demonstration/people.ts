import {
  allow,
  createPerson,
  DEMONSTRATION_PASSWORD,
  giveChildren,
  operator,
  type PersonDraft,
} from '../access/index.ts'
import type { Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import { NORCHESTER } from './norchester.ts'

const address = (role: string): string => `${role.replaceAll('_', '.')}@norchester.example`

/** A worker's code, and children by the council's own ids. */
export interface TheirChildren {
  worker: string
  chaired: readonly string[]
  drawn: readonly string[]
}

/** One account for each role, named by it because nobody here exists. */
const people = ({ worker, chaired, drawn }: TheirChildren): PersonDraft[] => {
  const none = { kind: 'none' } as const
  const person = (role: PersonDraft['role'], name: string, scope: PersonDraft['scope']): PersonDraft => ({
    email: address(role),
    name,
    role,
    scope,
  })
  return [
    person('programme_manager', 'Programme manager', none),
    person('director', 'Director', none),
    person('board_member', 'Board member', none),
    person('head_of_service', 'Head of service, North', {
      kind: 'service',
      service: 'North',
      teams: ['North 1', 'North 2'],
    }),
    person('team_manager', 'Team manager, North 2', { kind: 'team', teams: ['North 2'] }),
    person('social_worker', `Social worker ${worker}`, { kind: 'own', worker }),
    person('reviewing_officer', 'Reviewing officer', { kind: 'chaired', children: chaired }),
    person('auditor', 'Auditor', { kind: 'drawn', children: drawn }),
    person('childrens_rights', 'Children’s rights officer', none),
    person('panel_adviser', 'Adoption panel adviser', none),
    person('finance_partner', 'Finance partner', none),
    person('hr_partner', 'HR partner', none),
    person('data_team', 'Data team', { kind: 'everything' }),
    person('administrator', 'Administrator', none),
  ]
}

export async function addPeople(records: Records, clock: Clock, children: TheirChildren): Promise<void> {
  const pass = allow(operator(NORCHESTER), 'people:write')
  for (const draft of people(children)) {
    const added = await createPerson(records, clock, pass, { ...draft, password: DEMONSTRATION_PASSWORD })
    if (!added.ok)
      throw new Error(`The demonstration’s ${draft.role} could not be added: ${JSON.stringify(added.errors)}`)
    if (draft.role === 'childrens_rights') {
      const missing = { kind: 'missing', subject: '', from: '2015-01-01', to: null, reason: '' } as const
      const giver = allow(operator(NORCHESTER), 'assignments:write')
      await giveChildren(records, clock, giver, [{ personId: added.value.id, ...missing }])
    }
  }
}
