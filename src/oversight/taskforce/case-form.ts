import { formatDay, type Day } from '../../platform/day.ts'
import type { Checked, FieldErrors } from '../../platform/errors.ts'
import { errorsOf, readForm, typedFrom, typedIn, type Typed, type Values } from '../../records/index.ts'
import { standardsIn, versionOn, type FrameworkVersion } from './framework.ts'
import { GRADES, OUTCOMES, taskforceCase, TRIAGE, type TaskforceCase } from './taskforce-case.ts'
import type { TaskforceWorker } from './taskforce-worker.ts'

const { triage, givenOn, authorisedOn, outcome, grade, safetyCheckedOn } = taskforceCase.fields
export const CASE_FIELDS = { triage, givenOn, authorisedOn, outcome, grade, safetyCheckedOn }
const { moderatedGrade } = taskforceCase.fields
export const MODERATION_FIELDS = {
  moderatedGrade: moderatedGrade.reworded({ label: 'Your grade' }),
  safetyCheckedOn,
}

type CaseChange = Partial<Values<typeof taskforceCase.fields>>

/** What was sent of a child: the fields, to whom they are given, and the standards that were ticked. */
export interface SentCase {
  typed: Typed
  /** A worker's code, or `team:` and a team. */
  givenTo: string
  standards: readonly string[]
}

const TEAM = 'team:'

/** What a form offers: nobody, each team without a worker yet, and each social worker. */
export function givenChoices(
  workers: readonly TaskforceWorker[],
  child?: Pick<TaskforceCase, 'taskforceWorker' | 'taskforceTeam'>,
): { value: string; text: string }[] {
  const teams = [...new Set(workers.map(({ team }) => team))].sort()
  const codes = workers.filter(({ role, endedOn }) => role === 'social_worker' && endedOn === null)
  const kept = child ? givenTo(child) : ''
  const choices = [
    { value: '', text: 'Nobody yet' },
    ...teams.map((team) => ({ value: TEAM + team, text: `${team}: no worker yet` })),
    ...codes.map(({ worker, team }) => ({ value: worker, text: `${worker}, ${team}` })),
  ]
  return choices.some(({ value }) => value === kept) ? choices : [...choices, { value: kept, text: kept }]
}

export const givenTo = ({
  taskforceWorker,
  taskforceTeam,
}: Pick<TaskforceCase, 'taskforceWorker' | 'taskforceTeam'>): string =>
  taskforceWorker !== '' ? taskforceWorker : taskforceTeam !== '' ? TEAM + taskforceTeam : ''

/** The worker and the team of a choice. */
export function takersOf(
  chosen: string,
  workers: readonly TaskforceWorker[],
): Pick<TaskforceCase, 'taskforceWorker' | 'taskforceTeam'> {
  if (chosen.startsWith(TEAM)) return { taskforceWorker: '', taskforceTeam: chosen.slice(TEAM.length) }
  const worker = workers.find((one) => one.worker === chosen)
  return { taskforceWorker: chosen, taskforceTeam: worker?.team ?? '' }
}

export const sentFrom = (child: TaskforceCase): SentCase => ({
  typed: typedFrom(CASE_FIELDS, child),
  givenTo: givenTo(child),
  standards: standardsIn(child.standardsMet),
})

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

export const sentIn = (body: Readonly<Record<string, unknown>>): SentCase => ({
  typed: typedIn(CASE_FIELDS, body),
  givenTo: textIn(body['given_to']),
  standards: [body['standards']].flat().filter((one) => typeof one === 'string'),
})

/** The version whose standards a manager ticks: of the day of authorisation, else of today. */
export const versionFor = (versions: readonly FrameworkVersion[], authorised: Day | null, today: Day) =>
  versionOn(versions, authorised ?? today)

export function readCase(
  child: TaskforceCase,
  sent: SentCase,
  kept: { workers: readonly TaskforceWorker[]; versions: readonly FrameworkVersion[] },
  today: Day,
): Checked<CaseChange> {
  const read = readForm(CASE_FIELDS, sent.typed)
  if (!read.ok) return read
  const known = givenChoices(kept.workers, child).some(({ value }) => value === sent.givenTo)
  if (!known) return { ok: false, errors: { given_to: 'Choose a team or a worker from the list' } }
  const found = versionFor(kept.versions, read.value.authorisedOn, today)
  const offered = found ? standardsIn(found.version.taskforceQuality) : []
  const ticked = offered.filter((standard) => sent.standards.includes(standard))
  const change: CaseChange = {
    ...read.value,
    ...takersOf(sent.givenTo, kept.workers),
    standardsMet: ticked.join('\n'),
    frameworkNumber: read.value.authorisedOn === null ? null : (found?.number ?? null),
  }
  const { taskforceWorker: noWorker, ...faults } = taskforceCase.check(
    { ...child, ...change },
    { today, now: `${today}T12:00:00Z` },
  )
  const errors = errorsOf({ ...faults, ...(noWorker && { givenTo: noWorker }) })
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: change }
}

export const checkModeration = (child: TaskforceCase, change: CaseChange, today: Day): FieldErrors => {
  const faults = taskforceCase.check({ ...child, ...change }, { today, now: `${today}T12:00:00Z` })
  return errorsOf({ safetyCheckedOn: faults.safetyCheckedOn })
}

/** What is saved of a child, in a line, for somebody whose own form came second. */
export function describeSaved(child: TaskforceCase): string {
  const parts = [
    child.triage === null ? 'not marked' : `marked ${TRIAGE[child.triage].toLowerCase()}`,
    givenTo(child) === '' ? 'given to nobody' : `given to ${child.taskforceWorker || child.taskforceTeam}`,
    child.givenOn && `on ${formatDay(child.givenOn)}`,
    child.authorisedOn && `authorised on ${formatDay(child.authorisedOn)}`,
    child.outcome && OUTCOMES[child.outcome],
    child.grade && GRADES[child.grade],
  ]
  return parts.filter(Boolean).join(', ')
}
