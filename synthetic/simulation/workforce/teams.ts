import type { CouncilPlan } from '../../plans/council-plan.ts'
import { overloadedCount } from './overload.ts'
import { TASKFORCE } from './taskforce.ts'

export interface Team {
  name: string
  /** Blank for a team that works for the whole council. */
  locality: string
  kind:
    | 'locality'
    | 'court and permanence'
    | 'leaving care'
    | 'disability'
    | 'fostering and adoption'
    | 'front door'
    | 'taskforce'
}

/** A team, and the children open on the last day that it is staffed for; null for one that holds no cases. */
export interface PlannedTeam extends Team {
  open: number | null
  /** Its part of the families of its kind, next to the others' parts. */
  share: number
}

const LOCALITIES = ['North', 'Central', 'South'] as const
const TEAM_SIZE = 7.8
/** Children of a worker whom a mean hides. */
const OVERLOAD = 44
/** Children in the area from which a council has a team of its own for disabled children. */
const LARGE = 30_000
/** Of families in the localities, those that such a team takes. */
const DISABILITY_SHARE = 0.05

/** The teams of a council of its size: six in the localities of a small one, a few tens in a city's. */
export function teamsOf(plan: CouncilPlan): PlannedTeam[] {
  const { population, profile, staffing } = plan
  const { openPer10k, usualCaseload } = profile.staff
  const scale = population / 10_000
  const teamsFor = (open: number) => Math.max(1, Math.round(open / usualCaseload / TEAM_SIZE))
  const hasDisabilityTeam = population >= LARGE
  const disability = hasDisabilityTeam ? openPer10k.locality * scale * DISABILITY_SHARE : 0
  const [care, leavingCare] = [openPer10k.care * scale, openPer10k.leavingCare * scale]
  const teams = localityTeams(plan, openPer10k.locality * scale - disability)
  teams.push(...teamsOfKind('court and permanence', 'Court and permanence', teamsFor(care), care))
  if (hasDisabilityTeam)
    teams.push(...teamsOfKind('disability', 'Disability', teamsFor(disability), disability))
  teams.push(...teamsOfKind('leaving care', 'Leaving care', teamsFor(leavingCare), leavingCare))
  const large = Math.max(1, Math.round(scale / 6))
  teams.push(...teamsOfKind('fostering and adoption', 'Fostering and adoption', large, null))
  teams.push(...teamsOfKind('front door', 'Front door', Math.max(1, Math.round(scale / 12)), null))
  if (staffing.taskforce) teams.push(...teamsOfKind('taskforce', TASKFORCE, 1, null))
  return teams
}

function localityTeams(plan: CouncilPlan, open: number): PlannedTeam[] {
  const overloaded = overloadedCount(plan)
  const workers = (open - overloaded * OVERLOAD) / plan.profile.staff.usualCaseload + overloaded
  const localities = workers < 6 ? LOCALITIES.slice(0, 1) : LOCALITIES
  const count = workers < 12 ? 1 : Math.max(2, Math.round(workers / localities.length / TEAM_SIZE))
  const teams = localities.flatMap((locality) =>
    Array.from({ length: count }, (_, index): PlannedTeam => {
      const name = `${locality} ${index + 1}`
      return { name, locality, kind: 'locality', open: null, share: patches(name, count) }
    }),
  )
  const whole = teams.reduce((sum, { share }) => sum + share, 0)
  for (const team of teams) team.open = (open * team.share) / whole
  return teams
}

/** Two teams of a small council cover two patches each; in a larger one they have more work than others. */
function patches(name: string, count: number): number {
  if (count === 2) return name === 'North 2' ? 25 : name === 'Central 2' ? 23 : 13
  return name === 'North 2' ? 16 : name === 'Central 2' ? 15 : 13
}

const teamsOfKind = (kind: Team['kind'], name: string, count: number, open: number | null): PlannedTeam[] =>
  Array.from({ length: count }, (_, index) => ({
    name: count === 1 ? name : `${name} ${index + 1}`,
    locality: '',
    kind,
    open: open === null ? null : open / count,
    share: 1,
  }))
