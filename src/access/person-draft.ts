import { isDay, type Day } from '../platform/day.ts'
import type { Checked } from '../platform/errors.ts'
import { describeUnknown } from '../platform/nearest.ts'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.ts'
import type { Scope } from './person.ts'
import { ROLES, type Role } from './role.ts'
import { asEmail } from './sign-in.ts'

export interface PersonDraft {
  email: string
  name: string
  role: Role
  scope: Scope
  /** The last day on which they may sign in; null while none is set. */
  lastDay?: Day | null
}

/** The fields of the form, as typed. `teams` and `children` are separated by commas or new lines; one that holds a comma is in quotation marks. */
export const PERSON_FIELDS = [
  'email',
  'name',
  'role',
  'service',
  'teams',
  'worker',
  'children',
  'lastDay',
] as const
export type PersonFields = Record<Exclude<(typeof PERSON_FIELDS)[number], 'lastDay'>, string> & {
  /** `2015-03-31`, or empty. */
  lastDay?: string | undefined
}

/** Every role but `operator`, which is the command line's. */
export const GIVEN_ROLES = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'operator')

/** The fields that a role's scope is made of. */
const SCOPE_NEEDS: Partial<Record<Role, readonly ('service' | 'teams' | 'worker')[]>> = {
  head_of_service: ['service', 'teams'],
  team_manager: ['teams'],
  social_worker: ['worker'],
}

export function checkPerson(fields: PersonFields): Checked<PersonDraft> {
  const errors: Record<string, string> = {}
  const email = asEmail(fields.email)
  const name = fields.name.trim()
  const role = fields.role
  if (email === '') errors['email'] = 'Enter the email address'
  else if (email.length > 254 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    errors['email'] = 'Enter an email address in the correct format, like name@example.gov.uk'
  }
  if (name === '') errors['name'] = 'Enter the name that others will see'
  else if (name.length > 100) errors['name'] = 'The name must be 100 characters or fewer'
  const given = GIVEN_ROLES.find((known) => known === role)
  if (!given)
    errors['role'] = role.trim() === '' ? 'Choose a role' : describeUnknown('role', role, GIVEN_ROLES)

  const teams = listIn(fields.teams)
  const children = listIn(fields.children)
  const service = fields.service.trim()
  const worker = fields.worker.trim()
  const needs = (given && SCOPE_NEEDS[given]) ?? []
  if (needs.includes('service') && service === '') errors['service'] = 'Enter the service they lead'
  if (needs.includes('teams') && teams.length === 0) {
    errors['teams'] = 'Enter at least one team, as the case system writes it'
  }
  if (needs.includes('worker') && worker === '') errors['worker'] = 'Enter their worker code, like SW-118'
  const lastDay = fields.lastDay?.trim() ?? ''
  if (lastDay !== '' && !isDay(lastDay))
    errors['lastDay'] = 'The last day must be a real day, like 2015-03-31'
  if (!given || Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    value: {
      email,
      name,
      role: given,
      scope: scopeOf(given, { service, teams, worker, children }),
      lastDay: isDay(lastDay) ? lastDay : null,
    },
  }
}

const PART = /\s*"((?:[^"]|"")*)"\s*(?=[,\n]|$)|[^,\n]+/g

const listIn = (text: string): string[] =>
  [...text.matchAll(PART)]
    .map(([part, quoted]) => (quoted === undefined ? part : quoted.replaceAll('""', '"')).trim())
    .filter((part) => part !== '')

/** As `listIn` reads it: what holds a comma is in quotation marks. */
const listed = (parts: readonly string[]): string =>
  parts.map((part) => (/[",\n]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join(', ')

function scopeOf(
  role: Role,
  given: { service: string; teams: string[]; worker: string; children: string[] },
): Scope {
  switch (role) {
    case 'head_of_service':
      return { kind: 'service', service: given.service, teams: given.teams }
    case 'team_manager':
      return { kind: 'team', teams: given.teams }
    case 'social_worker':
      return { kind: 'own', worker: given.worker }
    case 'reviewing_officer':
      return { kind: 'chaired', children: given.children }
    case 'auditor':
      return { kind: 'drawn', children: given.children }
    case 'data_team':
      return { kind: 'everything' }
    default:
      return { kind: 'none' }
  }
}

export function fieldsOf(draft: PersonDraft): PersonFields {
  const { email, name, role, scope, lastDay } = draft
  return {
    email,
    name,
    role,
    service: scope.kind === 'service' ? scope.service : '',
    teams: scope.kind === 'service' || scope.kind === 'team' ? listed(scope.teams) : '',
    worker: scope.kind === 'own' ? scope.worker : '',
    children: scope.kind === 'chaired' || scope.kind === 'drawn' ? scope.children.join('\n') : '',
    lastDay: lastDay ?? '',
  }
}

/** Whose children, in words: "North 1 and North 2" or "no child". */
export function describeScope(scope: Scope): string {
  switch (scope.kind) {
    case 'everything':
      return 'every child in the data'
    case 'service':
      return `${scope.service}: ${scope.teams.join(', ')}`
    case 'team':
      return scope.teams.join(', ')
    case 'own':
      return `the cases of ${scope.worker}`
    case 'chaired':
    case 'drawn': {
      const count = scope.children.length
      const chairs = scope.chairs ?? []
      const byChair = chairs.length > 0 ? `the children whose meetings ${chairs.join(' and ')} chairs` : ''
      if (count === 0 && byChair) return byChair
      if (count === 0)
        return `no child yet: nobody has named those that they ${scope.kind === 'chaired' ? 'chair' : 'audit'}`
      const named = `${count} ${count === 1 ? 'child' : 'children'} ${scope.kind === 'chaired' ? 'they chair' : 'drawn for them'}`
      return byChair ? `${byChair}, and ${named}` : named
    }
    case 'missing':
      return 'the children who went missing in the last year'
    default:
      return 'no child'
  }
}

export function checkPassword(password: string): Checked<string> {
  if (password.length < MIN_PASSWORD_LENGTH) {
    return {
      ok: false,
      errors: {
        password: `The password must be ${MIN_PASSWORD_LENGTH} characters or more: three words will do`,
      },
    }
  }
  if (password.length > MAX_PASSWORD_LENGTH) {
    return {
      ok: false,
      errors: { password: `The password must be ${MAX_PASSWORD_LENGTH} characters or fewer` },
    }
  }
  return { ok: true, value: password }
}
