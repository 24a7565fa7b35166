import type { CouncilPlan } from '../plans/council-plan.ts'
import { numberOf, type DayNumber } from '../day-number.ts'
import { evenly, seededRandom, type Random } from '../random.ts'
import type { Workforce } from './workforce.ts'

/** What the life of every family is drawn against: the plan, and the shares that the council as a whole keeps to. */
export interface Council {
  readonly plan: CouncilPlan
  readonly even: EvenShares
  /** The last day that is simulated: a little past the day of the extract, so that what is under way has an end to hide. */
  readonly horizon: DayNumber
  readonly asAt: DayNumber
  readonly from: DayNumber
}

/** One family's dealings with the council: who works with it, and its own chance. */
export interface FamilyContext {
  /** The family's number. */
  readonly number: number
  readonly council: Council
  readonly workforce: Workforce
  /** The locality team that its cases go to. */
  readonly team: string
  /** Draws what happens to the family. */
  readonly random: Random
  /** Draws how it was written down and carried out: what is drawn here moves nothing that happens. */
  readonly detail: Random
}

type Even = ReturnType<typeof evenly>
interface EvenShares {
  nfa: Even
  notInNeed: Even
  stalled: Even
  late: Even
  seen: Even
  enquiry: Even
  conferenceInTime: Even
}

export function openCouncil(plan: CouncilPlan): Council {
  const share = (name: string) => evenly(seededRandom(plan.seed, `share of ${name}`))
  const asAt = numberOf(plan.asAt)
  return {
    plan,
    asAt,
    from: numberOf(plan.from),
    horizon: asAt + 60,
    even: {
      nfa: share('no further action'),
      notInNeed: share('not in need'),
      stalled: share('stalled'),
      late: share('late'),
      seen: share('seen'),
      enquiry: share('enquiry'),
      conferenceInTime: share('conference in time'),
    },
  }
}

/** A family's own streams of chance. */
export const chanceOf = (
  plan: CouncilPlan,
  family: number,
): Pick<FamilyContext, 'number' | 'random' | 'detail'> => ({
  number: family,
  random: seededRandom(plan.seed, `family ${family}`),
  detail: seededRandom(plan.seed, `detail of family ${family}`),
})

/** Days from the first to the last, about `usual` apart and up to `spread` more or less of it. */
export function everyFewDays(
  random: Random,
  first: DayNumber,
  last: DayNumber,
  usual: number,
  spread = 0.35,
): DayNumber[] {
  const found: DayNumber[] = []
  for (
    let day = first;
    day <= last;
    day += Math.max(1, Math.round(usual * (1 + (random.next() * 2 - 1) * spread)))
  ) {
    found.push(day)
  }
  return found
}

export const DAYS_IN_MONTH = 30.44
