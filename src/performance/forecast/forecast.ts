import { monthOf, shiftMonth, type Day, type Month } from '../../platform/day.ts'
import type { Point, SeriesDefinition } from '../../measures/index.ts'
import { oneInTwoHundred } from './chance.ts'
import { fitLine, turnIn, type Line, type Reading } from './line.ts'
import { arrivals, HORIZON, pathsAhead, quantiles, type Paths } from './paths.ts'
import { scaleOf, type Scale } from './scale.ts'

/** The recent rate is that of so many months at most. */
const WINDOW = 24
/** Fewer months have no rate. */
export const MIN_MONTHS = 12
/** A month of fewer than this, met or not met, swings by chance more than any rate. */
const MIN_COUNTED = 3
/** The range holds the middle 80% of the futures. */
const RANGE = [0.1, 0.5, 0.9] as const

/** What is forecast: the months of a series, and what the council aims for. */
export interface ForecastOf {
  series: Pick<SeriesDefinition, 'kind' | 'unit' | 'polarity' | 'noLimits'>
  /** Oldest first. A provisional month is left out: what is recorded late will still change it. */
  points: readonly Point[]
  target: number | null
  targetBy: Day | null
  /** Months from which the series starts anew, for a cause that somebody named. */
  startsAnew?: readonly Month[] | undefined
}

/** Why there is no date. */
type NoDate =
  | 'no-target'
  | 'neither-better'
  | 'overlapping'
  | 'short'
  | 'started-anew'
  | 'few'
  | 'changed'
  | 'met'
  | 'stable'
  | 'away'
  /** The chart sees it getting worse. */
  | 'worse'
  /** The chart sees it getting better, and too late for a rate. */
  | 'recent'

/** What the months say of the rate, whether or not there is a date. */
export interface Rate {
  from: Month
  to: Month
  months: number
  /** The value of the line at the last month. */
  level: number
  /** Change for each month, on average over the window. */
  perMonth: number
  /** Change for each month that would meet the target by its day, from the level on; null without a day to come. */
  needed: number | null
}

/** One month ahead: the middle of the futures, and where four in five of them lie. */
export interface FanMonth {
  month: Month
  low: number
  middle: number
  high: number
}

export type Forecast =
  | {
      state: 'date'
      rate: Rate
      /** The first month to which three months' average is at the target; null when not within the horizon. */
      earliest: Month
      likely: Month | null
      latest: Month | null
      /** The share of futures in which it is met by its day, 0 to 1; null without a day to come. */
      chance: number | null
      fan: readonly FanMonth[]
    }
  /** Not one future in ten meets it within the horizon. */
  | { state: 'beyond'; rate: Rate; chance: number | null; fan: readonly FanMonth[] }
  | { state: 'none'; why: NoDate; rate: Rate | null; turnedIn: Month | null; months: number }

/**
 * When the target will be met at the recent rate, as a range that holds four futures in five; or why no date can be
 * given. The method is described in `docs/decisions/0015`, and its range is checked on generated councils by `npm run bench`.
 */
export function forecast(asked: ForecastOf): Forecast {
  const { series, target, targetBy } = asked
  const settled = asked.points.filter(({ provisional, value }) => !provisional && value !== null)
  const none = (why: NoDate, more: { rate?: Rate; turnedIn?: Month } = {}): Forecast => ({
    state: 'none',
    why,
    rate: more.rate ?? null,
    turnedIn: more.turnedIn ?? null,
    months: settled.length,
  })
  if (target === null) return none('no-target')
  if (series.polarity === 'neutral') return none('neither-better')
  if (series.noLimits !== null) return none('overlapping')
  const anew = asked.startsAnew?.toSorted().at(-1)
  const since = anew === undefined ? settled : settled.filter(({ period }) => period >= anew)
  if (settled.length < MIN_MONTHS) return none('short')
  if (since.length < MIN_MONTHS)
    return none('started-anew', { ...(anew !== undefined && { turnedIn: anew }) })
  const months = since.slice(-WINDOW)
  if (areFew(series, months)) return none('few')

  const scale = scaleOf(series, months)
  const readings = readingsOf(scale, months)
  if (readings.length < MIN_MONTHS) return none('short')
  const first = months[0]!.period
  const line = fitLine(readings, scale.chance)
  const rate = rateOf(scale, line, readings, first, target, targetBy)
  const isUp = series.polarity === 'higher'
  if (isUp ? rate.level >= target : rate.level <= target) return none('met', { rate })
  const turn = turnIn(readings, line)
  if (turn) return none('changed', { rate, turnedIn: shiftMonth(first, turn.at) })
  if (Math.abs(line.slope) < oneInTwoHundred(line.freedom) * line.slopeError) return none('stable', { rate })
  if (line.slope > 0 !== isUp) return none('away', { rate })

  const [weight] = quantiles(
    readings.map((reading) => reading.weight),
    [0.5],
  )
  const paths = pathsAhead(line, readings, weight)
  const reached = arrivals(paths, scale.to(target), isUp)
  const monthAt = (ahead: number): Month | null => (ahead === Infinity ? null : shiftMonth(rate.to, ahead))
  const [earliest, likely, latest] = quantiles(reached, RANGE).map(monthAt)
  const left = targetBy === null ? null : monthsBetween(rate.to, monthOf(targetBy))
  const chance =
    left === null || left < 1 ? null : reached.filter((ahead) => ahead <= left).length / reached.length
  const last = latest ?? likely ?? null
  const shown = Math.min(HORIZON, last === null ? HORIZON : monthsBetween(rate.to, last) + AFTER)
  const fan = fanOf(scale, paths, rate.to, shown)
  return earliest
    ? { state: 'date', rate, earliest, likely: likely ?? null, latest: latest ?? null, chance, fan }
    : { state: 'beyond', rate, chance, fan }
}

/** Months that the picture goes on after the last of the range. */
const AFTER = 3

/** Shares of which hardly any are met, or hardly any are not, and small counts. */
function areFew({ kind }: Pick<SeriesDefinition, 'kind'>, months: readonly Point[]): boolean {
  if (kind !== 'rate' && kind !== 'count') return false
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((total, each) => total + each, 0) / Math.max(1, numbers.length)
  const met = mean(months.map(({ numerator, value }) => (kind === 'count' ? (value ?? 0) : (numerator ?? 0))))
  const all = mean(months.map(({ denominator }) => denominator ?? 0))
  return Math.min(met, kind === 'count' ? Infinity : all - met) < MIN_COUNTED
}

function readingsOf(scale: Scale, months: readonly Point[]): Reading[] {
  const first = months[0]!.period
  return months.flatMap((point) => {
    const read = scale.read(point)
    return read ? [{ at: monthsBetween(first, point.period), ...read }] : []
  })
}

function rateOf(
  scale: Scale,
  line: Line,
  readings: readonly Reading[],
  first: Month,
  target: number,
  targetBy: Day | null,
): Rate {
  const end = readings.at(-1)!.at
  const level = scale.from(line.level(end))
  const to = shiftMonth(first, end)
  const left = targetBy === null ? 0 : monthsBetween(to, monthOf(targetBy))
  return {
    from: first,
    to,
    months: readings.length,
    level,
    perMonth: (level - scale.from(line.level(0))) / end,
    needed: left >= 1 ? (target - level) / left : null,
  }
}

const fanOf = (scale: Scale, paths: Paths, from: Month, months: number): FanMonth[] =>
  Array.from({ length: months }, (_, index) => {
    const ahead = paths.map((path) => path[index]!)
    const [low, middle, high] = quantiles(ahead, RANGE)
    return {
      month: shiftMonth(from, index + 1),
      low: scale.from(low),
      middle: scale.from(middle),
      high: scale.from(high),
    }
  })

const monthsBetween = (from: Month, to: Month): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5)) - Number(from.slice(5))

export { HORIZON }
