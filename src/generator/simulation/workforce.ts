import type { CouncilPlan } from '../plans/council-plan.ts'
import type { Desk } from '../event-log.ts'
import { evenly, type Random } from '../random.ts'

/** Teams of the localities, with their share of families. North 2 covers two patches. */
const LOCALITY_TEAMS = {
  'North 1': 13,
  'North 2': 25,
  'Central 1': 13,
  'Central 2': 23,
  'South 1': 13,
  'South 2': 13,
} as const
export const CARE_TEAM = 'Court and permanence'
export const LEAVING_CARE_TEAM = 'Leaving care'

interface Caseholder extends Desk {
  /** Children at the last day that are this worker's to hold, beside their colleagues'. */
  share: number
  /** Never more than this at the last day; only the overloaded come near. */
  most: number
  held: number
}

/** Who does the work. Cases go to teams by locality and to workers by how full each is, so the tail stays heavy. */
export interface Workforce {
  readonly teams: readonly string[]
  readonly workers: readonly Desk[]
  /** The locality team of a new family. */
  localityOf(): string
  /** Gives `children` to a worker of the team; `stillOpen` of them are open on the last day. */
  allocate(team: string, stillOpen: number): Desk
  adviser(): string
}

/** Children of each worker in the middle of their caseload range; the mean of all is near 18.9. */
const USUAL_SHARE = 16.5
/** Newly qualified workers should hold no more than 15; many do. */
const NEWLY_QUALIFIED_SHARE = 12
/** The workers whom a mean hides: their team, and how many children they hold. */
const OVERLOADED: readonly { team: string; share: number; most: number }[] = [
  { team: 'North 2', share: 58, most: 50 },
  { team: 'Central 2', share: 52, most: 46 },
]

/** Children open on the last day per 10,000 in the area, by kind of team. */
const OPEN_PER_10K = { locality: 400, care: 105, leavingCare: 33 }

export function makeWorkforce(plan: CouncilPlan, random: Random): Workforce {
  const inTeam = evenly(random.fork('localities'))
  const scale = plan.population / 10_000
  const localityShares = Object.entries(LOCALITY_TEAMS)
  const shareTotal = localityShares.reduce((sum, [, share]) => sum + share, 0)
  let code = 100
  const desks: Caseholder[] = []
  /** The part of a worker that one team was short of goes to the next. */
  let carried = 0
  const staff = (team: string, open: number) => {
    const overloaded = OVERLOADED.filter((worker) => worker.team === team)
    for (const { share, most } of overloaded) desks.push(newDesk(team, share, most))
    const left = Math.max(open - overloaded.reduce((sum, { most }) => sum + most, 0), USUAL_SHARE)
    const wanted = left / USUAL_SHARE + carried
    const others = Math.max(1, Math.round(wanted))
    carried = wanted - others
    for (let other = 0; other < others; other += 1) {
      const isNew = other === others - 1 && others > 1
      const share = (isNew ? NEWLY_QUALIFIED_SHARE : USUAL_SHARE) * (0.85 + random.next() * 0.3)
      desks.push(newDesk(team, share, 38))
    }
  }
  const newDesk = (team: string, share: number, most: number): Caseholder => {
    code += random.between(1, 9)
    return { worker: `SW-${code}`, team, share, most, held: 0 }
  }
  for (const [team, share] of localityShares) {
    staff(team, ((OPEN_PER_10K.locality * share) / shareTotal) * scale)
  }
  staff(CARE_TEAM, OPEN_PER_10K.care * scale)
  staff(LEAVING_CARE_TEAM, OPEN_PER_10K.leavingCare * scale)

  const byTeam = Map.groupBy(desks, ({ team }) => team)
  const advisers = ['PA-11', 'PA-14', 'PA-17']
  return {
    teams: [...byTeam.keys()],
    workers: desks.map(deskOf),
    localityOf() {
      // The teams are asked in turn, each for its share of what the earlier ones left.
      let left = shareTotal
      for (const [team, share] of localityShares) {
        if (share >= left || inTeam(team, share / left)) return team
        left -= share
      }
      return localityShares.at(-1)![0]
    },
    allocate(team, stillOpen) {
      const among = byTeam.get(team)!
      if (stillOpen === 0) {
        return deskOf(random.pick(among))
      }
      const roomy = among.filter(({ held, most }) => held + stillOpen <= most)
      const fullness = ({ held, share }: Caseholder) => (held + stillOpen / 2) / share
      const chosen = (roomy.length > 0 ? roomy : among).reduce((best, next) =>
        fullness(next) < fullness(best) ? next : best,
      )
      chosen.held += stillOpen
      return deskOf(chosen)
    },
    adviser: () => random.pick(advisers),
  }
}

const deskOf = ({ worker, team }: Desk): Desk => ({ worker, team })
