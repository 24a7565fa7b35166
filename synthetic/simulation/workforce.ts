import type { CouncilPlan } from '../plans/council-plan.ts'
import { numberOf, type DayNumber } from '../day-number.ts'
import type { Position } from '../event-log.ts'
import { evenly, type Random } from '../random.ts'
import { placesOf, staffOf } from './workforce/establishment.ts'
import { protectNew, positionsOf, type CasePosition } from './workforce/positions.ts'
import { teamsOf, type PlannedTeam, type Team } from './workforce/teams.ts'
import type { Post, Worker } from './workforce/worker.ts'

export type { Post, Worker } from './workforce/worker.ts'

/** Who does the work. Cases go to teams by locality and to positions by how full each is, so the tail stays heavy. */
export interface Workforce {
  readonly teams: readonly Team[]
  readonly workers: readonly Worker[]
  readonly posts: readonly Post[]
  /**
   * The code of who holds the position's cases on a day. A position that falls empty is unallocated for some weeks, null;
   * then a colleague of the team holds its cases until someone comes.
   */
  workerAt(position: Position, on: DayNumber): string | null
  /** The locality team of a new family. */
  localityOf(): string
  /** The name of the team of a kind that a family's cases go to; null where the council has none. */
  teamOf(kind: Team['kind'], family: number): string | null
  /** Gives `children` to a position of the team; `stillOpen` of them are open on the last day. */
  allocate(team: string, stillOpen: number): Position
  /** The personal adviser of a care leaver, as `PA-11`. */
  adviser(): string
  /** A conference chair or independent reviewing officer of a family, as `IRO-12`. */
  chairOf(family: number): string
}

/** Days that a position's cases are without a worker when nobody comes at once. */
const UNALLOCATED_DAYS = 14

export function makeWorkforce(plan: CouncilPlan, random: Random): Workforce {
  const inTeam = evenly(random.fork('localities'))
  const teams = teamsOf(plan)
  const positions = positionsOf(plan, teams, random)
  const { workers, posts } = staffOf(plan, placesOf(plan, teams, positions), positions)
  const asAt = numberOf(plan.asAt)
  const newlyQualified = new Set(
    workers
      .filter(({ newlyQualifiedUntil }) => newlyQualifiedUntil !== null && newlyQualifiedUntil > asAt)
      .map(({ code }) => code),
  )
  protectNew(plan, positions, ({ code }) => newlyQualified.has(`SW-${code}`))
  const byTeam = Map.groupBy(positions, ({ team }) => team)
  const codesOf = (role: Worker['role']) =>
    workers.filter((worker) => worker.role === role).map(({ code }) => code)
  const [advisers, chairs] = [codesOf('personal adviser'), codesOf('independent reviewing officer')]
  return {
    teams: teams.map(({ name, locality, kind }) => ({ name, locality, kind })),
    workers,
    posts,
    workerAt: holderIn(posts, byTeam),
    localityOf: localityDealer(teams, inTeam),
    teamOf(kind, family) {
      const those = teams.filter((team) => team.kind === kind)
      return those.length === 0 ? null : those[family % those.length]!.name
    },
    allocate(team, stillOpen) {
      const among = byTeam.get(team)!
      if (stillOpen === 0) return positionOf(random.pick(among))
      const roomy = among.filter(({ held, most }) => held + stillOpen <= most)
      const fullness = ({ held, share }: CasePosition) => (held + stillOpen / 2) / share
      const chosen = (roomy.length > 0 ? roomy : among).reduce((best, next) =>
        fullness(next) < fullness(best) ? next : best,
      )
      chosen.held += stillOpen
      return positionOf(chosen)
    },
    adviser: () => random.pick(advisers),
    chairOf: (family) => chairs[family % chairs.length]!,
  }
}

const positionOf = ({ team, name }: Position): Position => ({ team, name })

/** The locality teams are asked in turn, each for its share of what the earlier ones left. */
function localityDealer(teams: readonly PlannedTeam[], inTeam: ReturnType<typeof evenly>): () => string {
  const localities = teams.filter(({ kind }) => kind === 'locality')
  const whole = localities.reduce((sum, { share }) => sum + share, 0)
  return () => {
    let left = whole
    for (const { name, share } of localities) {
      if (share >= left || inTeam(name, share / left)) return name
      left -= share
    }
    return localities.at(-1)!.name
  }
}

/** Who holds the cases of a name on a day, of all positions. */
function holderIn(
  posts: readonly Post[],
  byTeam: ReadonlyMap<string, readonly CasePosition[]>,
): (position: Position, on: DayNumber) => string | null {
  const spells = new Map(posts.map(({ code, occupants }) => [code, occupants]))
  const spellOn = (name: string, on: DayNumber) => {
    const held = spells.get(name)!
    return held.findLast(({ from }) => from <= on) ?? held[0]!
  }
  return ({ name, team }, on) => {
    const spell = spellOn(name, on)
    if (spell.worker !== null || on - spell.from < UNALLOCATED_DAYS) return spell.worker
    const positions = byTeam.get(team)!
    const own = positions.findIndex((other) => other.name === name)
    for (let next = 1; next < positions.length; next += 1) {
      const { worker } = spellOn(positions[(own + next) % positions.length]!.name, on)
      if (worker !== null) return worker
    }
    return null
  }
}
