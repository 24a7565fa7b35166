import { formatDayOfYear, formatMonth, type Day, type Month } from '../../platform/day.ts'
import { type SeriesDefinition, formatLimit, formatValue } from '../../measures/index.ts'
import type { Spc } from '../spc/spc.ts'
import { HORIZON, MIN_MONTHS, type Forecast, type Rate } from './forecast.ts'

interface ForecastTarget {
  series: SeriesDefinition
  target: number
  targetBy: Day | null
  /** The limits of the series' chart, where it has limits. */
  spc: Pick<Spc, 'lower' | 'upper' | 'assurance' | 'variation'>
}

/** The answer in a sentence, and what a reader needs to judge it: the rate behind it, and the rate needed to be in time. */
export function describeForecast(found: Forecast, goal: ForecastTarget): { answer: string; rest: string } {
  const { series } = goal
  const target = formatLimit(goal.target, series)
  const { rate } = found
  const rest = [rate && found.state !== 'none' ? formatRate(rate, series) : '', describeNeeded(found, goal)]
    .filter((sentence) => sentence !== '')
    .join(' ')
  if (found.state === 'none') return { answer: describeNoDate(found, goal, target), rest }
  // The chart's verdict comes first: a date is what a rate would do that goes on, and not what the months are doing now.
  const fails = goal.spc.assurance === 'fails'
  const opening = fails
    ? `It will miss ${target} as it is now. If the recent rate goes on,`
    : `At the recent rate`
  const it = fails ? 'it' : target
  if (found.state === 'beyond')
    return {
      answer: `${opening} ${it} will not ${fails ? `meet ${target}` : 'be met'} within ${HORIZON / 12} years.`,
      rest,
    }
  const meets = fails ? 'to meet it' : 'to be met'
  return {
    answer: found.likely
      ? `${opening} ${it} is likely ${meets} in ${formatMonth(found.likely)}: four chances in five ${formatRange(found.earliest, found.latest)}.`
      : `${opening} ${it} may ${fails ? 'meet it' : 'be met'} from ${formatMonth(found.earliest)} on, but more likely not within ${HORIZON / 12} years.`,
    rest,
  }
}

const formatRange = (earliest: Month, latest: Month | null): string =>
  latest === null
    ? `that it is no earlier than ${formatMonth(earliest)}, and perhaps not within ${HORIZON / 12} years`
    : earliest === latest
      ? 'that it is that month'
      : `that it is between ${formatMonth(earliest)} and ${formatMonth(latest)}`

/** A change for each month: "up 1.2 points a month". */
function describeChange(perMonth: number, { unit, kind }: SeriesDefinition): string {
  const size = Math.abs(perMonth)
  const digits = size >= 10 ? 0 : size >= 0.95 ? 1 : 2
  const text = size.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const what = unit === '%' ? ` ${text === '1.0' ? 'point' : 'points'}` : kind === 'count' ? '' : ` ${unit}`
  return `${text}${what} a month`
}

const formatRate = (rate: Rate, series: SeriesDefinition): string =>
  `The rate is that of ${rate.months} months, ${formatMonth(rate.from)} to ${formatMonth(rate.to)}: ${rate.perMonth > 0 ? 'up' : 'down'} ${describeChange(rate.perMonth, series)} on average, to about ${formatValue(rate.level, series)}.`

function describeNeeded(found: Forecast, { series, target, targetBy }: ForecastTarget): string {
  const { rate } = found
  if (!rate || targetBy === null || (found.state === 'none' && found.why === 'met')) return ''
  const by = formatDayOfYear(targetBy)
  if (rate.needed === null) return `Its day, ${by}, is not after the last month counted.`
  const chance = found.state === 'none' ? null : found.chance
  return [
    chance === null ? '' : `By ${by} it is met in ${describeChance(chance)} such futures.`,
    `To meet it by then it would have to ${target > rate.level ? 'rise' : 'fall'} by ${describeChange(rate.needed, series)}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

const describeChance = (chance: number): string =>
  chance < 0.01
    ? 'fewer than 1 in 100'
    : chance > 0.99
      ? 'more than 99 in 100'
      : `about ${Math.round(chance * 100)} in 100`

function describeNoDate(
  found: Forecast & { state: 'none' },
  { series, ...goal }: ForecastTarget,
  target: string,
): string {
  const level = found.rate ? formatValue(found.rate.level, series) : ''
  const turned = found.turnedIn ? formatMonth(found.turnedIn) : ''
  switch (found.why) {
    case 'no-target':
      return 'There is no target to forecast.'
    case 'neither-better':
      return 'No date is given: neither more nor less of this is better.'
    case 'overlapping':
      return 'No date is given: neighbouring months of this share most of their cases, so a line through them would seem surer than it is.'
    case 'short':
      return `No date can be given yet: ${MIN_MONTHS} complete months are needed to see a rate, and we have ${found.months}.`
    case 'started-anew':
      return `No date can be given yet: the series started again in ${turned}, and ${MIN_MONTHS} complete months since then are needed to see a rate.`
    case 'few':
      return 'No date can be given: with so few each month, the figure moves too much by chance to show a rate.'
    case 'changed':
      return `No date can be given: the figure changed direction around ${turned}, so its months do not show one rate.`
    case 'met':
      return found.rate ? describeMet(found.rate.level, goal, level, target) : ''
    case 'stable':
      return describeStable(goal, level, target)
    case 'worse':
      return `No date can be given: the figure is getting worse, away from ${target}.`
    case 'recent':
      return `No date can be given: the change for the better is too recent to show a rate.`
    case 'away':
      return `At the recent rate ${target} will not be met: the figure is moving away from it.`
  }
  throw new Error('A forecast without a reason')
}

/** Whether some months meet the target or none does is the chart's answer alone. */
const describeStable = ({ spc }: Omit<ForecastTarget, 'series'>, level: string, target: string): string =>
  spc.assurance === 'inconsistent'
    ? `No date can be given: the figure is steady${level === '' ? '' : ` around ${level}`}: by chance some months meet ${target} and others do not. Better practice, not waiting, would change that.`
    : `No date can be given: the figure is steady${level === '' ? '' : ` around ${level}`}, and not moving towards ${target}. Better practice, not waiting, would change that.`

/**
 * The months run at the target or better. Whether they go on to meet it is the chart's answer alone: close to the target by
 * chance about half of months miss it; inside the usual range, some do.
 */
function describeMet(
  level: number,
  { target, spc: { lower, upper, assurance } }: Omit<ForecastTarget, 'series'>,
  levelText: string,
  targetText: string,
): string {
  const average = `The average is ${levelText}, so`
  if (assurance === 'passes') return `${average} every month will meet ${targetText}.`
  if (assurance === 'fails')
    return `The latest months run at about ${levelText}, and the usual range is still short of ${targetText}.`
  if (lower === null || upper === null) return `${average} it already meets ${targetText}.`
  const isClose = Math.abs(level - target) < (upper - lower) / NEAR
  return `${average} ${isClose ? 'about half of' : 'some'} months will miss ${targetText}.`
}
/** Limits are six standard deviations apart: within a quarter of one, from 40 to 60 months in 100 are on either side. */
const NEAR = 24
