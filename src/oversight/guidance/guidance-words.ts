import { ROLES, type Person } from '../../access/index.ts'
import { formatDay } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { rolesOf, teamsOf, type Guidance, type GuidanceBriefing, type GuidanceVersion } from './guidance.ts'
import { showsCounts, type ConfirmationCounts, type CurrentGuidance } from './guidance-read.ts'

/** "Social worker, Team manager; North 1, North 2" */
export function forWhom(found: Pick<Guidance, 'roles' | 'teams'>): string {
  const roles = rolesOf(found).map((role) => ROLES[role].title)
  const teams = teamsOf(found)
  return `${roles.join(', ')}; ${teams.length === 0 ? 'every team' : teams.join(', ')}`
}

const HIDDEN = 'Hidden: fewer than 5 people'

/** "3 of 5", for a cell. */
export const confirmedOf = (person: Person, counts: ConfirmationCounts): string =>
  showsCounts(person, counts)
    ? counts.asked === 0
      ? 'Nobody is asked'
      : `${formatNumber(counts.confirmed)} of ${formatNumber(counts.asked)}`
    : HIDDEN

/** "3 of 5 people with an account have confirmed it; 1 is past the day." */
export function confirmedSentence(person: Person, counts: ConfirmationCounts): string {
  const { asked, confirmed, late } = counts
  if (asked === 0) return 'Nobody with an account here is asked to confirm it.'
  if (!showsCounts(person, counts))
    return 'How many have confirmed it is hidden: fewer than 5 people are asked.'
  const past = late === 0 ? '' : `; ${formatNumber(late)} ${late === 1 ? 'is' : 'are'} past the day`
  return `${formatNumber(confirmed)} of ${formatCount(asked, 'person', 'people')} with an account ${confirmed === 1 ? 'has' : 'have'} confirmed it${past}.`
}

/** "4 briefings, 96 people came" of those of one version. */
export function briefed(briefings: readonly GuidanceBriefing[]): string {
  const came = briefings.reduce((sum, { attended }) => sum + attended, 0)
  return briefings.length === 0
    ? 'None yet'
    : `${formatCount(briefings.length, 'briefing')}, ${formatNumber(came)} came`
}

/** The briefings of one version. */
export const briefingsOf = (
  { entry }: Pick<CurrentGuidance, 'entry'>,
  { id }: Pick<GuidanceVersion, 'id'>,
): readonly GuidanceBriefing[] => entry.briefings.filter(({ guidanceVersionId }) => guidanceVersionId === id)

/** "Version 2, issued 2 February 2015 by Head of Safeguarding" */
export const issuedWords = ({ current }: Pick<CurrentGuidance, 'current'>): string =>
  current
    ? `Version ${current.number}, issued ${formatDay(current.version.issuedOn)} by ${current.version.issuedBy}`
    : 'Not issued yet'
