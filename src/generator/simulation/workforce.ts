import type { CouncilPlan } from '../plans/council-plan.ts'
import { numberOf, type DayNumber } from '../day-number.ts'
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

export type Role =
  | 'social worker'
  | 'senior social worker'
  | 'team manager'
  | 'service manager'
  | 'independent reviewing officer'
  | 'personal adviser'

export interface Absence {
  from: DayNumber
  to: DayNumber
  reason: 'sickness' | 'maternity' | 'other leave'
}

/** Someone who works for the council, known by a code. */
export interface Worker {
  /** As `SW-118`. */
  code: string
  role: Role
  team: string
  startedOn: DayNumber
  /** Null while still there. */
  leftOn: DayNumber | null
  isAgency: boolean
  isPeripatetic: boolean
  fte: number
  /** The last day of the assessed year of a newly qualified worker; null for another. */
  newlyQualifiedUntil: DayNumber | null
  absences: readonly Absence[]
}

export interface Team {
  name: string
  locality: string
  kind:
    | 'locality'
    | 'court and permanence'
    | 'leaving care'
    | 'disability'
    | 'fostering and adoption'
    | 'front door'
}

/** A place in the establishment: one that holds cases is a seat. */
export interface Post {
  code: string
  team: string
  role: Role
  fte: number
  createdOn: DayNumber
  /** One after another without a gap; nobody's time in it has a null worker. */
  occupants: readonly { worker: string | null; from: DayNumber; to: DayNumber | null }[]
}

interface Caseholder extends Desk {
  worker: string
  /** Children at the last day that are this worker's to hold, beside their colleagues'. */
  share: number
  /** Never more than this at the last day; only the overloaded come near. */
  most: number
  held: number
}

/** Who does the work. Cases go to teams by locality and to workers by how full each is, so the tail stays heavy. */
export interface Workforce {
  readonly teams: readonly Team[]
  readonly workers: readonly Worker[]
  readonly posts: readonly Post[]
  /** The code of who sits there on a day; null when nobody does. */
  workerAt(desk: Desk, on: DayNumber): string | null
  /** The locality team of a new family. */
  localityOf(): string
  /** Gives `children` to a worker of the team; `stillOpen` of them are open on the last day. */
  allocate(team: string, stillOpen: number): Desk
  adviser(): string
  /** A conference chair or independent reviewing officer, as `IRO-12`. */
  chair(draw: Random): string
}

/** The locality that a team works in; null for one that works for all. */
export const localityNameOf = (team: string): string | null => /^(.+) \d+$/.exec(team)?.[1] ?? null

export function makeWorkforce(plan: CouncilPlan, random: Random): Workforce {
  const inTeam = evenly(random.fork('localities'))
  const { openPer10k, usualCaseload, newlyQualifiedCaseload } = plan.profile.staff
  const scale = plan.population / 10_000
  const localityShares = Object.entries(LOCALITY_TEAMS)
  const shareTotal = localityShares.reduce((sum, [, share]) => sum + share, 0)
  let code = 100
  const desks: Caseholder[] = []
  /** The part of a worker that one team was short of goes to the next. */
  let carried = 0
  const staff = (team: string, open: number) => {
    const overloaded = plan.staffing.overloaded.filter((worker) => worker.team === team)
    for (const { share, most } of overloaded) desks.push(newDesk(team, share, most))
    const left = Math.max(open - overloaded.reduce((sum, { most }) => sum + most, 0), usualCaseload)
    const wanted = left / usualCaseload + carried
    const others = Math.max(1, Math.round(wanted))
    carried = wanted - others
    for (let other = 0; other < others; other += 1) {
      const isNew = other === others - 1 && others > 1
      const share = (isNew ? newlyQualifiedCaseload : usualCaseload) * (0.85 + random.next() * 0.3)
      desks.push(newDesk(team, share, 38))
    }
  }
  const newDesk = (team: string, share: number, most: number): Caseholder => {
    code += random.between(1, 9)
    const seat = `${team}/${desks.filter((desk) => desk.team === team).length + 1}`
    return { worker: `SW-${code}`, team, seat, share, most, held: 0 }
  }
  for (const [team, share] of localityShares) {
    staff(team, ((openPer10k.locality * share) / shareTotal) * scale)
  }
  staff(CARE_TEAM, openPer10k.care * scale)
  staff(LEAVING_CARE_TEAM, openPer10k.leavingCare * scale)

  const byTeam = Map.groupBy(desks, ({ team }) => team)
  const advisers = ['PA-11', 'PA-14', 'PA-17']
  const chairs = ['IRO-12', 'IRO-15', 'IRO-18']
  const workerOf = new Map(desks.map(({ seat, worker }) => [seat, worker]))
  const createdOn = numberOf(plan.from)
  return {
    teams: [...byTeam.keys()].map((name) => ({
      name,
      locality: localityNameOf(name) ?? '',
      kind: kindOf(name),
    })),
    workers: desks.map(({ worker, team }) => ({
      code: worker,
      role: 'social worker',
      team,
      startedOn: createdOn,
      leftOn: null,
      isAgency: false,
      isPeripatetic: false,
      fte: 1,
      newlyQualifiedUntil: null,
      absences: [],
    })),
    posts: desks.map(({ worker, team, seat }) => ({
      code: seat,
      team,
      role: 'social worker',
      fte: 1,
      createdOn,
      occupants: [{ worker, from: createdOn, to: null }],
    })),
    workerAt: ({ seat }) => workerOf.get(seat) ?? null,
    chair: (draw) => draw.pick(chairs),
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

const deskOf = ({ team, seat }: Desk): Desk => ({ team, seat })

const kindOf = (team: string): Team['kind'] =>
  team === CARE_TEAM ? 'court and permanence' : team === LEAVING_CARE_TEAM ? 'leaving care' : 'locality'
