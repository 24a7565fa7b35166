import { allow, may, type Pass, type Person } from '../../access/index.ts'
import { dayInEngland, type Day } from '../../platform/day.ts'
import type { Services } from '../../platform/room.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import { teamsOf, versionOn, type GuidanceVersion } from './guidance.ts'
import { guidanceEntries, guidanceEntry, type GuidanceEntry } from './guidance-store.ts'
import type { seeConfirmations } from './permissions.ts'
import { isFor, reaches, staffOf, teamsOfPerson, type StaffMember } from './staff.ts'

export type GuidanceDeps = Pick<Services, 'records' | 'clock' | 'pool'>

/** A member of staff who is asked to confirm a version. */
export interface AskedMember {
  member: StaffMember
  /** Null while they have not. */
  confirmedOn: Day | null
  /** The last day on which it is in time. */
  dueOn: Day
  /** The day has passed and they have not confirmed. */
  isLate: boolean
}

/** Counts of the whole council. */
export interface ConfirmationCounts {
  asked: number
  confirmed: number
  late: number
}

/** One guidance with its current version; null while none is issued. */
export interface CurrentGuidance {
  entry: GuidanceEntry
  /** With its number from 1. */
  current: { version: GuidanceVersion; number: number } | null
  asked: readonly AskedMember[]
  counts: ConfirmationCounts
}

/** Figures about fewer members of staff than this are for the service alone. */
export const MIN_STAFF = 5

/** Whether a reader is shown counts of so many members of staff. */
export const showsCounts = (person: Person, { asked }: Pick<ConfirmationCounts, 'asked'>): boolean =>
  asked === 0 || asked >= MIN_STAFF || may(person, 'small-numbers:read')

function currentOf(entry: GuidanceEntry, staff: readonly StaffMember[], today: Day): CurrentGuidance {
  const version = versionOn(entry.versions, today)
  const current = version && { version, number: entry.versions.indexOf(version) + 1 }
  const asked = current ? askedFor(entry, current.version, staff, today) : []
  return {
    entry,
    current,
    asked,
    counts: {
      asked: asked.length,
      confirmed: asked.filter(({ confirmedOn }) => confirmedOn !== null).length,
      late: asked.filter(({ isLate }) => isLate).length,
    },
  }
}

function askedFor(
  { guidance, confirmed }: GuidanceEntry,
  version: GuidanceVersion,
  staff: readonly StaffMember[],
  today: Day,
): AskedMember[] {
  const at = confirmed.get(version.id)
  return staff
    .filter(({ person, teams }) => isFor(guidance, person, teams))
    .map((member) => {
      const when = at?.get(member.person.id)
      // Who joins later has the same time. An account of a demonstration is opened after its clock has stopped.
      const joined = member.openedOn > version.issuedOn && member.openedOn <= today
      const dueOn = workingDayAfter(joined ? member.openedOn : version.issuedOn, guidance.confirmWithin)
      const confirmedOn = when === undefined ? null : dayInEngland(when)
      return { member, confirmedOn, dueOn, isLate: confirmedOn === null && dueOn < today }
    })
}

/** All guidance with who is asked. Names are for `visibleTo` alone. */
export async function currentGuidance(
  deps: GuidanceDeps,
  pass: Pass<'figures:read'>,
): Promise<CurrentGuidance[]> {
  const entries = await guidanceEntries(deps.records, pass)
  if (entries.length === 0) return []
  const staff = await staffOf(deps, pass.person.council)
  return entries.map((entry) => currentOf(entry, staff, deps.clock.today()))
}

/** Throws NotFound as `guidanceEntry` does. */
export async function oneGuidance(
  deps: GuidanceDeps,
  pass: Pass<'figures:read'>,
  id: string,
): Promise<CurrentGuidance> {
  const entry = await guidanceEntry(deps.records, pass, id)
  return currentOf(entry, await staffOf(deps, pass.person.council), deps.clock.today())
}

/** Those who are asked, of whom the reader sees the names: who has not confirmed first, then by name. */
export const visibleTo = (
  { person }: Pass<typeof seeConfirmations>,
  { asked }: Pick<CurrentGuidance, 'asked'>,
): AskedMember[] =>
  asked
    .filter(({ member }) => reaches(person, member))
    .toSorted(
      (left, right) =>
        Number(left.confirmedOn !== null) - Number(right.confirmedOn !== null) ||
        left.member.person.name.localeCompare(right.member.person.name, 'en-GB', { numeric: true }),
    )

/** What waits for one person to read and confirm. */
export interface ToConfirm {
  entry: GuidanceEntry
  version: GuidanceVersion
}

/** The current versions that are for a person and that they have not confirmed. */
export async function waitingFor(deps: GuidanceDeps, person: Person): Promise<ToConfirm[]> {
  const entries = await guidanceEntries(deps.records, allow(person, 'figures:read'))
  if (entries.length === 0) return []
  // The teams of a social worker are read from the figures: only where guidance is for some teams.
  const isForTeams = entries.some(({ guidance }) => teamsOf(guidance).length > 0)
  const teams = isForTeams ? await teamsOfPerson(deps, person) : []
  return entries.flatMap((entry) => {
    const version = versionOn(entry.versions, deps.clock.today())
    const isWaiting =
      version !== null &&
      isFor(entry.guidance, person, teams) &&
      entry.confirmed.get(version.id)?.get(person.id) === undefined
    return isWaiting ? [{ entry, version }] : []
  })
}
