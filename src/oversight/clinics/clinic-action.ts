import { ROLES, type Person } from '../../access/index.ts'
import { formatDay } from '../../platform/day.ts'
import { day, defineRecord, paragraph, parent, text, type RecordOf } from '../../records/index.ts'
import { clinic, teamsOf, type Clinic } from './clinic.ts'
import { keepActions } from '../permissions.ts'

/**
 * What a clinic asks of somebody by a day. One about a child holds the council's id of the child, and is shown to those who
 * may open that child alone; one about no child is for everybody who reads figures.
 */
export const clinicAction = defineRecord({
  name: 'clinic_action',
  idPrefix: 'cac',
  words: { one: 'action', many: 'actions', title: 'Actions of clinics' },
  permissions: { read: 'figures:read', write: keepActions },
  parents: { clinicId: parent(() => clinic, { label: 'Clinic', required: 'Say which clinic' }) },
  fields: {
    action: text({ label: 'Action', required: 'Enter what is to be done' }),
    owner: text({ label: 'Owner', required: 'Enter who will do it' }),
    dueOn: day({ label: 'By', required: 'Enter the day by which it is done' }),
    list: text({ label: 'List', hidden: true }),
    /** Empty of an action about no child. */
    subject: text({ label: 'Child', hidden: true }),
    team: text({ label: 'Team', hidden: true }),
    raisedOn: day({ label: 'Raised', required: 'Say when', hidden: true }),
    closedOn: day({ label: 'Done on', hidden: true }),
    closedBy: text({ label: 'Closed by', hidden: true }),
    outcome: paragraph({ label: 'What came of it', hidden: true }),
  },
  named: ({ dueOn }) => `By ${formatDay(dueOn)}`,
  order: (left, right) => (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0),
  check: ({ dueOn, raisedOn, closedOn }) =>
    dueOn < raisedOn
      ? { dueOn: 'The day by which it is done must not be before the clinic' }
      : closedOn !== null && closedOn < raisedOn
        ? { closedOn: 'The day it was done must not be before the clinic' }
        : {},
})

export type ClinicAction = RecordOf<typeof clinicAction.fields>

export const isAboutChild = ({ list }: Pick<ClinicAction, 'list'>): boolean => list !== ''

/**
 * Whether an action is for a person to do: it names their code as a worker, themselves, or their role in a team or
 * service of theirs.
 */
export function isOwnedBy(
  person: Person,
  { owner, team }: Pick<ClinicAction, 'owner' | 'team'>,
  of: Pick<Clinic, 'teams'> | undefined,
): boolean {
  const { scope } = person
  if (owner === person.name || (scope.kind === 'own' && owner === scope.worker)) return true
  if (owner !== ROLES[person.role].title) return false
  if (scope.kind !== 'team' && scope.kind !== 'service') return true
  const teams = team === '' ? (of ? teamsOf(of) : []) : [team]
  return teams.some((name) => scope.teams.includes(name))
}
