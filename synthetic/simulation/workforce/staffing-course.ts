import {
  firstOfMonth,
  daysInMonth,
  monthNumberOf,
  nextWorking,
  numberOf,
  type DayNumber,
} from '../../day-number.ts'
import type { CouncilPlan } from '../../plans/council-plan.ts'
import { evenly, seededRandom, type Random } from '../../random.ts'
import { absencesOf } from './absences.ts'
import type { Role, Worker } from './worker.ts'

/** A place to be staffed over the years. */
export interface Place {
  code: string
  team: string
  role: Role
  holdsCases: boolean
  /** Newly qualified workers come here first, or never. */
  newlyQualified: 'first' | 'sometimes' | 'never'
  /** Nobody leaves who is asked for by their code for years. */
  isSteady: boolean
}

/** One worker's time in a place; nobody's when it is empty. `to` is the first day of the next. */
interface Spell {
  worker: Staff | null
  from: DayNumber
  to: DayNumber | null
}

/** A worker whose code is still to be given. */
export type Staff = Omit<Worker, 'code'>

interface StaffingCourse {
  spells: Map<Place, Spell[]>
  /** Those who stand in where a team is short. */
  peripatetic: Staff[]
}

/** Months before the first day written, so that a year can be looked back on. */
const MONTHS_BEFORE = 13
/** Advert to start: nobody new begins sooner after a place falls empty. */
const MIN_DAYS_TO_HIRE = 55
/** Of vacancies that a round fills, those where the agency worker stays. */
const AGENCY_STAYS = 0.3
/** An agency worker is gone within the month with this chance. */
const AGENCY_LEAVES = 0.09
/** Of those hired to places kept for them, the newly qualified; and of those hired elsewhere, at most as many. */
const FIRST_SHARE = 0.95
const FTE = { full: 88, most: 8, half: 4 } as const

/** Fills the places month by month: people leave, agencies and stand-ins cover, others are hired. */
export function staffingCourse(plan: CouncilPlan, places: readonly Place[]): StaffingCourse {
  const course = new Course(plan, places)
  const last = monthNumberOf(numberOf(plan.asAt)) + 2
  for (let month = course.firstMonth; month <= last; month += 1) course.live(month)
  return course.close()
}

class Course {
  readonly firstMonth: number
  private readonly random: Random
  private readonly even: ReturnType<typeof evenly>
  private readonly spells = new Map<Place, Spell[]>()
  /** Places without a permanent worker, from the day on which the last left, longest first. */
  private readonly vacant = new Map<Place, DayNumber>()
  private readonly peripatetic: Staff[] = []
  private readonly standsIn = new Map<Place, Staff>()
  private readonly plan: CouncilPlan
  private readonly places: readonly Place[]
  /** Of those hired to a place that is sometimes theirs, the newly qualified. */
  private readonly newlyQualified: number
  /** Of permanent workers who may leave, those who do in a month. */
  private readonly leaving: number
  private readonly filledOn: DayNumber | null

  constructor(plan: CouncilPlan, places: readonly Place[]) {
    this.plan = plan
    this.places = places
    this.random = seededRandom(plan.seed, 'staffing')
    this.even = evenly(seededRandom(plan.seed, 'shares of staff'))
    this.firstMonth = monthNumberOf(numberOf(plan.from)) - MONTHS_BEFORE
    const { staff } = plan.profile
    const scale = plan.population / 10_000
    this.leaving = leavingShare(places, staff.turnover)
    this.newlyQualified = newlyQualifiedShare(plan, places)
    this.filledOn = plan.staffing.allFilledOn === null ? null : numberOf(plan.staffing.allFilledOn)
    const start = firstOfMonth(this.firstMonth)
    const standIns = plan.staffing.peripateticPer10k * scale
    for (let index = 0; index < (standIns === 0 ? 0 : Math.max(2, Math.round(standIns))); index += 1)
      this.peripatetic.push(this.newWorker(null, start - this.random.between(30, 1200), 'stand-in'))
    for (const place of places) {
      const worker = this.newWorker(place, start - Math.ceil(this.wait(staff.turnover)), 'new')
      this.spells.set(place, [{ worker, from: worker.startedOn, to: null }])
      if (!place.isSteady && this.even('vacant', staff.vacancy))
        this.leave(place, start + this.random.between(0, 27))
    }
  }

  live(month: number): void {
    const first = firstOfMonth(month)
    const dayIn = () => nextWorking(first + this.random.between(0, daysInMonth(month) - 4))
    const isAfterRound = this.filledOn !== null && first > this.filledOn
    const times = isAfterRound ? this.plan.staffing.leaveAfterwards : 1
    for (const place of this.places) {
      const spell = this.latest(place)
      if (place.isSteady || spell.worker === null || first - spell.from < 20) continue
      if (spell.worker.isAgency) {
        if (this.even('agency leaves', AGENCY_LEAVES)) this.coverAgain(place, dayIn())
      } else if (
        !this.standsIn.has(place) &&
        this.even(
          place.holdsCases ? 'position left' : 'post left',
          this.leaving * (place.holdsCases ? times : 1),
        )
      )
        this.leave(place, dayIn())
    }
    if (this.filledOn !== null && monthNumberOf(this.filledOn) === month) this.fillAll(this.filledOn)
    else this.fillSome(dayIn)
  }

  close(): StaffingCourse {
    const { sickness } = this.plan.profile.staff
    const random = seededRandom(this.plan.seed, 'absences')
    const end = firstOfMonth(monthNumberOf(numberOf(this.plan.asAt)) + 3)
    const everyone = new Set([
      ...this.peripatetic,
      ...[...this.spells.values()].flat().flatMap(({ worker }) => worker ?? []),
    ])
    for (const worker of everyone) {
      const from = Math.max(worker.startedOn, firstOfMonth(this.firstMonth))
      worker.absences = absencesOf(random, from, worker.leftOn ?? end, sickness, worker.isAgency)
    }
    return { spells: this.spells, peripatetic: this.peripatetic }
  }

  private latest(place: Place): Spell {
    return this.spells.get(place)!.at(-1)!
  }

  /** The permanent worker goes, and the place is vacant and may be covered. */
  private leave(place: Place, on: DayNumber): void {
    const spell = this.latest(place)
    if (on <= spell.from) return
    spell.worker!.leftOn = on
    this.vacant.set(place, on)
    this.put(place, null, on)
    this.cover(place, on)
  }

  /** Stand-ins first since the round; agencies otherwise. Some places stay empty. */
  private cover(place: Place, on: DayNumber): void {
    const isSince = this.filledOn !== null && on > this.filledOn
    const free = this.peripatetic.find((worker) => ![...this.standsIn.values()].includes(worker))
    if (isSince && free && place.holdsCases) {
      this.standsIn.set(place, free)
      free.team = place.team
      this.put(place, free, on)
    } else if (this.even('covered', this.plan.profile.staff.agencyCover)) {
      const from = nextWorking(on + (this.random.chance(0.4) ? 0 : this.random.between(3, 32)))
      this.put(place, this.newWorker(place, from, 'agency'), from)
    }
  }

  private coverAgain(place: Place, on: DayNumber): void {
    this.latest(place).worker!.leftOn = on
    this.put(place, null, on)
    const from = nextWorking(on + (this.random.chance(0.6) ? 0 : this.random.between(3, 20)))
    this.put(place, this.newWorker(place, from, 'agency'), from)
  }

  private fillAll(on: DayNumber): void {
    for (const place of this.vacant.keys()) this.hire(place, on, this.random.chance(AGENCY_STAYS))
  }

  /** Hires to the places that have been empty longest, when more are empty than usual. */
  private fillSome(dayIn: () => DayNumber): void {
    const usual = this.plan.profile.staff.vacancy * this.places.length
    let over = this.vacant.size - usual
    for (const [place, since] of this.vacant) {
      if (over <= 0) return
      const on = dayIn()
      if (on - since < MIN_DAYS_TO_HIRE) continue
      this.hire(place, on, false)
      over -= 1
    }
  }

  /** Someone permanent begins. The worker who covered the place leaves it, or is the one who stays. */
  private hire(place: Place, on: DayNumber, agencyStays: boolean): void {
    if (this.latest(place).from > on) this.spells.get(place)!.pop()
    const spell = this.latest(place)
    const isStay = agencyStays && spell.worker?.isAgency === true
    if (spell.worker?.isAgency) spell.worker.leftOn = on
    this.standsIn.delete(place)
    this.vacant.delete(place)
    this.put(place, this.newWorker(place, on, isStay ? 'experienced' : 'new'), on)
  }

  private put(place: Place, worker: Staff | null, from: DayNumber): void {
    const spells = this.spells.get(place)!
    // Who was to come later, or on the same day, does not.
    while (spells.length > 0 && spells.at(-1)!.from >= from) spells.pop()
    const before = spells.at(-1)
    if (before) before.to = from
    spells.push({ worker, from, to: null })
  }

  private newWorker(
    place: Place | null,
    startedOn: DayNumber,
    kind: 'new' | 'experienced' | 'agency' | 'stand-in',
  ): Staff {
    const isNewlyQualified =
      kind === 'new' &&
      place?.role === 'social worker' &&
      place.newlyQualified !== 'never' &&
      this.even(place.newlyQualified, place.newlyQualified === 'first' ? FIRST_SHARE : this.newlyQualified)
    return {
      role: place?.role ?? 'social worker',
      team: place?.team ?? '',
      startedOn,
      leftOn: null,
      isAgency: kind === 'agency',
      isPeripatetic: kind === 'stand-in',
      fte: { full: 1, most: 0.8, half: 0.6 }[this.random.weighted(FTE)],
      newlyQualifiedUntil: isNewlyQualified ? startedOn + 364 : null,
      absences: [],
    }
  }

  /** Days that someone has been there who leaves with a chance a year. */
  private wait(aYear: number): number {
    return Math.min(-Math.log(1 - this.random.next()) / aYear, 18) * 365
  }
}

/** A chance a month. It is higher than the turnover, for those who stay for good are counted in that too. */
function leavingShare(places: readonly Place[], turnover: number): number {
  const counted = places.filter(({ role }) => role !== 'personal adviser').length
  return (turnover / 12) * (counted / Math.max(1, places.filter(({ isSteady }) => !isSteady).length))
}

/** Of those hired to a place that is sometimes theirs, the newly qualified: what the places kept for them leave. */
function newlyQualifiedShare({ population, profile }: CouncilPlan, places: readonly Place[]): number {
  const { newlyQualifiedPer10k, turnover, vacancy } = profile.staff
  const hires = turnover * (1 - vacancy)
  const hiredTo = (wanted: Place['newlyQualified']) =>
    hires *
    places.filter(({ newlyQualified, role }) => newlyQualified === wanted && role === 'social worker').length
  const others = (newlyQualifiedPer10k * population) / 10_000 - FIRST_SHARE * hiredTo('first')
  return Math.min(FIRST_SHARE, Math.max(0, others / Math.max(1, hiredTo('sometimes'))))
}
