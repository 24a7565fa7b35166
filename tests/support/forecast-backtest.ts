import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { numberOf, type DayNumber } from '../../synthetic/day-number.ts'
import { viewOn } from '../../synthetic/extract-view.ts'
import { simulateCouncil } from '../../synthetic/simulate-council.ts'
import type { CouncilPlan, Timeliness } from '../../synthetic/plans/council-plan.ts'
import { smallCouncil } from '../../synthetic/plans/small-council.ts'
import type { SeriesTruth, TruthPoint } from '../../synthetic/truth/series-truth.ts'
import { openTruthWriter } from '../../synthetic/truth/writer.ts'
import type { Point } from '../../src/measures/figures/figure.ts'
import { forecast } from '../../src/performance/forecast/forecast.ts'
import { HELD_OVER } from '../../src/performance/forecast/paths.ts'
import { addDays, type Month } from '../../src/platform/day.ts'

/** How a council's work changes over its months: what a forecast is asked to see, or to keep silent about. */
export const COURSES = [
  'improves throughout',
  'improves, then stops',
  'changes in one step',
  'lives as the story tells',
] as const
export type Course = (typeof COURSES)[number]

const MONTHS = 72
/** Three times the small demonstration: a county's months, from ten conferences to a hundred and fifty assessments. */
const POPULATION = 24_000
/** Days after the last event by which everything that was recorded late is known. */
const LATE_DAYS = 120

/** The series that these councils improve, and which way is better. */
const IMPROVED: Readonly<Record<string, 'higher' | 'lower'>> = {
  's47-icpc-15wd.s47': 'higher',
  'as-completed-45wd.from_start': 'higher',
  'as-completed-45wd.from_referral': 'higher',
  'as-cohort-45wd': 'higher',
  'as-open-review-points.gt35': 'lower',
  'as-open-review-points.gt45': 'lower',
}

/** The grip of a council whose work goes from poor to good by the share that `done` gives for a day. */
const timelinessOf = (timeliness: Timeliness, done: (on: DayNumber) => number): Timeliness => ({
  ...timeliness,
  demand: () => 1,
  stalled: (on) => 0.12 * (1 - done(on)),
  late: (on) => 0.6 - 0.5 * done(on),
  isSigningOff: () => true,
  takenUp: () => null,
  conferenceInTime: (on) => 0.35 + 0.55 * done(on),
})

function planOf(course: Course, seed: number): CouncilPlan {
  const plan = { ...smallCouncil(seed, MONTHS), population: POPULATION }
  const [from, to] = [numberOf(plan.shownFrom), numberOf(plan.asAt)]
  const share = (on: DayNumber, end: number) => Math.min(1, Math.max(0, (on - from) / (end - from)))
  const half = from + (to - from) / 2
  switch (course) {
    case 'improves throughout':
      return { ...plan, timeliness: timelinessOf(plan.timeliness, (on) => share(on, to)) }
    case 'improves, then stops':
      return { ...plan, timeliness: timelinessOf(plan.timeliness, (on) => share(on, half)) }
    case 'changes in one step':
      return { ...plan, timeliness: timelinessOf(plan.timeliness, (on) => (on < half ? 0.2 : 0.7)) }
    case 'lives as the story tells':
      break
  }
  return plan
}

/** Every figure of one council of that course, from its event log: no dataset is built. */
export async function livedSeries(course: Course, seed: number): Promise<readonly SeriesTruth[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-forecast-'))
  try {
    const plan = planOf(course, seed)
    await simulateCouncil(plan, (workforce) => {
      const view = viewOn(plan, workforce, plan.asAt, addDays(plan.asAt, LATE_DAYS))
      return { writers: [openTruthWriter({ folder, plan, view, workforce })] }
    })
    const truth = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')) as { series: SeriesTruth[] }
    return truth.series
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** How the dates given turned out. */
export interface Outcome {
  /** Forecasts asked for. */
  asked: number
  dated: number
  /** Of those dated: the target was met within the range; before it; after it, or not yet when it was over. */
  within: number
  before: number
  after: number
  /** Why there was no date, with how often. */
  none: Record<string, number>
}

export const noOutcome = (): Outcome => ({ asked: 0, dated: 0, within: 0, before: 0, after: 0, none: {} })

/** Months known when the forecast is asked for, at first, and from one to the next. */
const KNOWN = 20
const EVERY = 4
/** At least so many months are left to see what became of it: twice as far as the targets lie. */
const LEFT = 24
/** How far ahead the targets lie, at the rate that an eye sees in the last months. */
const AHEAD = [6, 12]

/** Asks for dates all along each series, as if the later months were not there, and holds them against what came. */
export function backtest(
  series: readonly SeriesTruth[],
  outcome: Outcome,
  wanted: Readonly<Record<string, 'higher' | 'lower'>> | null = IMPROVED,
): void {
  for (const { id, kind, points } of series) {
    const council = points.filter(({ team }) => team === null)
    if ((kind !== 'share' && kind !== 'count') || council.length < KNOWN + LEFT) continue
    if (/rolling|12m/.test(id) || (wanted && !wanted[id])) continue
    for (let known = KNOWN; known <= council.length - LEFT; known += EVERY) {
      const pace = paceOf(council.slice(known - 18, known))
      const polarity = wanted?.[id] ?? (pace.change > 0 ? 'higher' : 'lower')
      if (pace.change === 0 || pace.change > 0 !== (polarity === 'higher')) continue
      for (const ahead of AHEAD) {
        const aim = pace.level + pace.change * ahead
        const target = kind === 'share' ? Math.min(98, Math.max(2, aim)) : Math.max(1, aim)
        judge({ kind, council, known, polarity, target }, outcome)
      }
    }
  }
}

interface Asked {
  kind: 'share' | 'count'
  council: readonly TruthPoint[]
  known: number
  polarity: 'higher' | 'lower'
  target: number
}

function judge({ kind, council, known, polarity, target }: Asked, outcome: Outcome): void {
  const isShare = kind === 'share'
  const found = forecast({
    series: { kind: isShare ? 'rate' : 'count', unit: isShare ? '%' : 'children', polarity, noLimits: null },
    points: council.slice(Math.max(0, known - 24), known).map(pointOf),
    target,
    targetBy: null,
  })
  outcome.asked += 1
  if (found.state !== 'date') {
    const why = found.state === 'none' ? found.why : 'beyond'
    outcome.none[why] = (outcome.none[why] ?? 0) + 1
    return
  }
  outcome.dated += 1
  const met = metIn(council, known, isShare, polarity, target)
  const end = council.at(-1)!.period
  const [earliest, latest] = [found.earliest, found.latest ?? NEVER]
  // What is not met by the last month is within a range that goes on after it.
  if (met === null ? latest > end : met >= earliest && met <= latest) outcome.within += 1
  else if (met !== null && met < earliest) outcome.before += 1
  else outcome.after += 1
}

const NEVER = '9999-12' as Month

const pointOf = ({ period, numerator, denominator, value }: TruthPoint): Point => ({
  period,
  split: null,
  numerator,
  denominator,
  value,
  provisional: false,
})

/** Where the last nine months stand, and how much higher each month is than nine months before, a month. */
function paceOf(points: readonly TruthPoint[]): { level: number; change: number } {
  const mean = (some: readonly TruthPoint[]) =>
    some.reduce((total, { value }) => total + (value ?? 0), 0) / some.length
  const level = mean(points.slice(-9))
  return { level, change: (level - mean(points.slice(0, 9))) / 9 }
}

/** The first month after those known whose average with the two before is at the target. */
function metIn(
  council: readonly TruthPoint[],
  known: number,
  isShare: boolean,
  polarity: 'higher' | 'lower',
  target: number,
): Month | null {
  for (let at = known; at < council.length; at += 1) {
    const held = council.slice(at - HELD_OVER + 1, at + 1)
    const sum = (of: (point: TruthPoint) => number | null) =>
      held.reduce((total, point) => total + (of(point) ?? 0), 0)
    const value = isShare
      ? (100 * sum(({ numerator }) => numerator)) /
        Math.max(
          1,
          sum(({ denominator }) => denominator),
        )
      : sum(({ value: each }) => each) / held.length
    if (polarity === 'higher' ? value >= target : value <= target) return council[at]!.period
  }
  return null
}
