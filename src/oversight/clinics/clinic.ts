import { type Person } from '../../access/index.ts'
import { dayInEngland, formatDay, type Day } from '../../platform/day.ts'
import { choice, day, defineRecord, text, whole, type RecordOf } from '../../records/index.ts'
import { listOfId } from '../lists/lists.ts'
import { planClinics } from '../permissions.ts'

const hiddenCount = (label: string) => whole({ label, hidden: true })
const hiddenText = (label: string) => text({ label, hidden: true })

/** A meeting that goes through lists child by child. It names no child: what was said of each is a `clinicItem`. */
export const clinic = defineRecord({
  name: 'clinic',
  idPrefix: 'cli',
  words: { one: 'clinic', many: 'clinics', title: 'Performance clinics' },
  permissions: { read: 'figures:read', write: planClinics },
  fields: {
    title: text({
      label: 'Whose clinic it is',
      hint: 'The service or team: “North”',
      required: 'Enter whose clinic it is',
    }),
    heldOn: day({ label: 'Day', required: 'Enter the day of the clinic' }),
    startsAt: text({ label: 'Time and place', hint: '“10am to 11:30am, room 4”' }),
    chair: text({
      label: 'Chair',
      hint: 'A role, not a name: “Head of service”',
      required: 'Enter who chairs it',
    }),
    attending: text({ label: 'Who comes', hint: '“The managers of North 1 and North 2, and performance”' }),
    /** One a line, in the order of the pack. */
    teams: hiddenText('Teams'),
    /** Ids, one a line, in the order of the pack. */
    lists: hiddenText('Lists'),
    state: choice({
      label: 'State',
      hidden: true,
      choices: { planned: 'Planned', closed: 'Closed' },
      required: 'Choose its state',
    }),
    /** When it was closed and by whom; empty while it is not. */
    closedAt: hiddenText('Closed'),
    closedBy: hiddenText('Closed by'),
    signedAt: hiddenText('Signed off'),
    signedBy: hiddenText('Signed off by'),
    reopenedAt: hiddenText('Reopened'),
    reopenedBy: hiddenText('Reopened by'),
    reopenedWhy: hiddenText('Why it was reopened'),
    /** The figures that it was held on: of the snapshot in use when it closed. */
    figuresOn: day({ label: 'Figures as at', hidden: true }),
    snapshot: hiddenText('Snapshot'),
    /** As they were when it closed, for those who see no child. */
    children: hiddenCount('Children in the pack'),
    discussed: hiddenCount('Children discussed'),
    silent: hiddenCount('Children nobody answered for'),
    promised: hiddenCount('Promises'),
    kept: hiddenCount('Promises kept'),
    notKept: hiddenCount('Promises not kept'),
    cannotTell: hiddenCount('Promises that cannot be told'),
  },
  named: ({ title, heldOn }) => `${title}, ${formatDay(heldOn)}`,
  order: (left, right) => (left.heldOn < right.heldOn ? 1 : left.heldOn > right.heldOn ? -1 : 0),
  check: ({ teams, lists }) => ({
    ...(linesOf(teams).length === 0 && { teams: 'Choose at least one team' }),
    ...(linesOf(lists).length === 0 && { lists: 'Choose at least one list' }),
  }),
})

export type Clinic = RecordOf<typeof clinic.fields>

export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

export const teamsOf = ({ teams }: Pick<Clinic, 'teams'>): string[] => linesOf(teams)

/** The lists of its pack that there are still. */
export const listsOf = ({ lists }: Pick<Clinic, 'lists'>) =>
  linesOf(lists).flatMap((id) => listOfId(id) ?? [])

export const clinicHref = (id: string, query: Readonly<Record<string, string>> = {}): string => {
  const asked = new URLSearchParams(query).toString()
  return `/clinics/${id}${asked ? `?${asked}` : ''}`
}

/** Of the clinics of the same teams, the one before: closed, and of an earlier day. */
export function clinicBefore(clinics: readonly Clinic[], now: Clinic): Clinic | null {
  const teams = new Set(teamsOf(now))
  return (
    clinics
      .filter(
        (other) =>
          other.state === 'closed' &&
          other.id !== now.id &&
          other.heldOn < now.heldOn &&
          teamsOf(other).some((team) => teams.has(team)),
      )
      .toSorted((left, right) => clinic.compare(left, right))[0] ?? null
  )
}

/** The teams whose children a person may open; null when a scope is not of teams. */
const teamsOfScope = ({ scope }: Person): readonly string[] | null =>
  scope.kind === 'team' || scope.kind === 'service' ? scope.teams : null

/** A manager plans and holds the clinics of their own teams; whose scope is not of teams may plan for any. */
export function coversTeams(person: Person, teams: readonly string[]): boolean {
  const own = teamsOfScope(person)
  return own === null || teams.every((team) => own.includes(team))
}

/** Whether a clinic is about children of a person: of one of their teams at least; of somebody whose scope is not of teams always. */
export function concernsTeams(person: Person, teams: readonly string[]): boolean {
  const own = teamsOfScope(person)
  return own === null || teams.some((team) => own.includes(team))
}

/** Those who close a clinic see the children of all its teams. */
export const mayHold = (person: Person, { teams }: Pick<Clinic, 'teams'>): boolean =>
  person.scope.kind === 'everything' || (teamsOfScope(person) !== null && coversTeams(person, linesOf(teams)))

/** The day on which something was done, of an instant that may be empty. */
export const dayOf = (at: string): Day | null => (at === '' ? null : dayInEngland(at))
