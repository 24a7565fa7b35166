import { numberOf } from '../../day-number.ts'
import type { CouncilPlan } from '../../plans/council-plan.ts'
import { openCodes } from './codes.ts'
import type { CasePosition } from './positions.ts'
import { staffingCourse, type Place } from './staffing-course.ts'
import { taskforceOf } from './taskforce.ts'
import type { PlannedTeam } from './teams.ts'
import type { Post, Role, Worker } from './worker.ts'

/** For every 10,000 children: 12 service managers and 18 reviewing officers in a city of 118,000. */
const SERVICE_MANAGERS = 12 / 11.8
const REVIEWING_OFFICERS = 18 / 11.8
const PERSONAL_ADVISERS = 2
/** Days before the first day written that posts are known for. */
const DAYS_BEFORE = 400
/** Social workers of a team that holds no cases. */
const WORKERS_WITHOUT_CASES = 7

/** Every place to be staffed: the positions, those who work without cases, managers, chairs and advisers. */
export function placesOf(
  { population }: CouncilPlan,
  teams: readonly PlannedTeam[],
  positions: readonly CasePosition[],
): Place[] {
  const scale = population / 10_000
  const places = positions.map(({ team, name, isForNew, isOverloaded }, index): Place => ({
    code: name,
    team,
    role: index % 5 === 2 ? 'senior social worker' : 'social worker',
    holdsCases: true,
    newlyQualified: isOverloaded ? 'never' : isForNew ? 'first' : 'sometimes',
    isSteady: false,
  }))
  const add = (count: number, team: string, role: Role, name: string, isSteady = false) => {
    for (let index = 1; index <= count; index += 1)
      places.push({
        code: count === 1 ? `${team}, ${name}` : `${team}, ${name} ${index}`,
        team,
        role,
        holdsCases: false,
        newlyQualified: 'never',
        isSteady,
      })
  }
  for (const { name, open, kind } of teams) {
    if (kind === 'taskforce') continue
    const size = Math.max(1, Math.min(WORKERS_WITHOUT_CASES, Math.round(scale * 2)))
    if (open === null) add(size, name, 'social worker', 'worker')
    add(1, name, 'team manager', 'manager')
  }
  const leavingCare = teams.filter(({ kind }) => kind === 'leaving care')
  const advisers = Math.max(3, Math.round(PERSONAL_ADVISERS * scale))
  for (const [index, { name }] of leavingCare.entries()) {
    const count = Math.floor((advisers + index) / leavingCare.length)
    add(count, name, 'personal adviser', 'adviser', true)
  }
  add(Math.max(1, Math.round(SERVICE_MANAGERS * scale)), 'Service management', 'service manager', 'manager')
  const chairs = Math.max(3, Math.round(REVIEWING_OFFICERS * scale))
  add(chairs, 'Independent review', 'independent reviewing officer', 'officer', true)
  return places
}

/** Everyone who worked there, with their codes, and who was in which post. */
export function staffOf(
  plan: CouncilPlan,
  places: readonly Place[],
  positions: readonly CasePosition[],
): { workers: Worker[]; posts: Post[] } {
  const { spells, peripatetic } = staffingCourse(plan, places)
  const asAt = numberOf(plan.asAt)
  const codes = openCodes(positions.at(-1)!.code)
  const placeOf = new Map(places.map((place) => [place.code, place]))
  for (const { name, code } of positions) {
    const now = spells.get(placeOf.get(name)!)!.findLast(({ from }) => from <= asAt)?.worker
    if (now) codes.give(now, `SW-${code}`)
  }
  const posts = places.map((place): Post => ({
    code: place.code,
    team: place.team,
    role: place.role,
    fte: 1,
    createdOn: numberOf(plan.from) - DAYS_BEFORE,
    occupants: spells
      .get(place)!
      .map(({ worker, from, to }) => ({ worker: worker && codes.of(worker), from, to })),
  }))
  for (const worker of peripatetic) codes.of(worker)
  const taskforce = taskforceOf(plan, codes)
  return {
    workers: codes.everyone(),
    posts: [...shareManager(plan, posts), ...taskforce],
  }
}

/** Where one manager runs two teams, the post of the second is theirs as well. */
function shareManager({ staffing }: CouncilPlan, posts: readonly Post[]): Post[] {
  const { sharedManager } = staffing
  if (!sharedManager) return [...posts]
  const own = posts.find(({ role, team }) => role === 'team manager' && team === sharedManager.from)
  return posts.map((post) =>
    own && post.role === 'team manager' && post.team === sharedManager.team
      ? { ...post, occupants: own.occupants }
      : post,
  )
}
