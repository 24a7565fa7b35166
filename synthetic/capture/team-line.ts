import type { DayNumber } from '../day-number.ts'
import type { Post, Worker, Workforce } from '../simulation/workforce.ts'

/** Where peripatetic workers belong while they stand in for nobody. */
const PERIPATETIC_TEAM = 'Peripatetic team'

/** Who answers to whom, looked up by code and by team. */
export interface TeamLine {
  worker(code: string): Worker | null
  /** The team in which a worker is on a day: a peripatetic worker's is where they stand in. */
  teamOf(worker: Worker, on: DayNumber): string
  /** Who is in the team's manager's post, or a service manager for the senior tier; null when nobody is. */
  managerOf(team: string, on: DayNumber, isSenior?: boolean): string | null
  isAway(code: string, on: DayNumber): boolean
}

export const isInPost = ({ startedOn, leftOn }: Worker, on: DayNumber): boolean =>
  startedOn <= on && (leftOn === null || leftOn > on)

/** Whether children are allocated to workers of that role. */
export const isCaseholder = ({ role }: Worker): boolean =>
  role === 'social worker' || role === 'senior social worker'

const occupantOf = ({ occupants }: Post, on: DayNumber): string | null =>
  occupants.findLast(({ from, to }) => from <= on && (to === null || to > on))?.worker ?? null

export function teamLine({ workers, posts, teams }: Workforce): TeamLine {
  const byCode = new Map(workers.map((worker) => [worker.code, worker]))
  const managers = new Map(
    posts.filter(({ role }) => role === 'team manager').map((post) => [post.team, post]),
  )
  const seniors = posts.filter(({ role }) => role === 'service manager')
  const placeOf = new Map(teams.map(({ name }, index) => [name, index]))
  const standIns = new Map(
    workers.filter(({ isPeripatetic }) => isPeripatetic).map(({ code }) => [code, [] as Post[]]),
  )
  for (const post of posts) {
    for (const { worker } of post.occupants) if (worker !== null) standIns.get(worker)?.push(post)
  }
  const seniorOf = (team: string, on: DayNumber) => {
    const index = placeOf.get(team) ?? 0
    const among = seniors.map((_, next) => occupantOf(seniors[(index + next) % seniors.length]!, on))
    return among.find((code) => code !== null) ?? null
  }
  return {
    worker: (code) => byCode.get(code) ?? null,
    teamOf({ code, team, isPeripatetic }, on) {
      if (!isPeripatetic) return team
      return standIns.get(code)?.find((post) => occupantOf(post, on) === code)?.team ?? PERIPATETIC_TEAM
    },
    managerOf(team, on, isSenior = false) {
      const post = managers.get(team)
      return isSenior || !post ? seniorOf(team, on) : occupantOf(post, on)
    },
    isAway: (code, on) => byCode.get(code)?.absences.some(({ from, to }) => from <= on && to >= on) ?? false,
  }
}
