import { monthOf, type Month } from '../platform/day.ts'
import { describeUnavailable, spc } from '../performance/index.ts'
import type { Point, SeriesDefinition } from '../measures/index.ts'
import type { Binding } from './binding.ts'
import { counted } from './count-words.ts'

/** A bound measure with its figures of the last 24 months, oldest first; none, and why, when it has no figures. */
export interface BoundMeasure {
  binding: Binding
  series: SeriesDefinition
  points: readonly Point[]
  /** The same as counted, where values are withheld from the reader: what is said of it is the same for everyone. */
  known?: readonly Point[]
  target: number | null
  /** Why there are no figures, in words; null when there are. */
  why: string | null
}

export type EffectVerdict = 'better' | 'worse' | 'changed' | 'none' | 'early' | 'unknown'

/** What became of a measure since the change landed, against its usual range before it. */
export interface Effect {
  verdict: EffectVerdict
  /** The first month since; null when nothing has landed. */
  sinceMonth: Month | null
  before: readonly Point[]
  since: readonly Point[]
  /** The usual range before; null when there are too few months for one. */
  limits: { centre: number; lower: number; upper: number } | null
  beforeMean: number | null
  sinceMean: number | null
  /** The reason for the verdict, in a sentence. */
  says: string
}

/** Fewer months before than this make no usual range to compare with. */
const MIN_BEFORE = 6
/** This many months since, all on one side of the old average, are a change even inside the old range. */
const RUN = 7

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
const valuesOf = (points: readonly Point[]) => points.flatMap(({ value }) => (value === null ? [] : [value]))

const describeTooFew = (months: number): string =>
  months === 0
    ? 'We have no data from before the change.'
    : `We have ${counted(months, 'month')} of data from before the change; ${MIN_BEFORE} are needed to compare.`

/**
 * Better or worse only where the latest month lies outside the range of the months before the change, or the last
 * seven months all lie on one side of their average: one good month that did not last is no change.
 * The month in which the change landed counts as since.
 */
export function effectOf({ binding, series, points, known = points, why }: BoundMeasure): Effect {
  const landed = binding.landedOn === null ? null : monthOf(binding.landedOn)
  const before = landed === null ? points : points.filter(({ period }) => period < landed)
  const since = landed === null ? [] : points.filter(({ period }) => period >= landed)
  const isBefore = ({ period }: Point) => landed === null || period < landed
  const valuesBefore = valuesOf(known.filter(isBefore))
  const valuesSince = valuesOf(known.filter((point) => !isBefore(point)))
  const chart = spc(valuesBefore, { polarity: series.polarity })
  const limits =
    chart.centre === null || chart.lower === null || chart.upper === null || valuesBefore.length < MIN_BEFORE
      ? null
      : { centre: chart.centre, lower: chart.lower, upper: chart.upper }
  const effect = {
    sinceMonth: landed,
    before,
    since,
    limits,
    beforeMean: mean(valuesBefore),
    sinceMean: mean(valuesSince),
  }
  const verdictOf = (verdict: EffectVerdict, says: string): Effect => ({ ...effect, verdict, says })

  if (why !== null) return verdictOf('unknown', describeUnavailable(why)?.sentence ?? why)
  if (landed === null) return verdictOf('early', 'No change has been made yet that it could show.')
  if (valuesSince.length === 0) return verdictOf('early', 'No month since the change has a figure yet.')
  if (limits === null) return verdictOf('unknown', describeTooFew(valuesBefore.length))

  const above = valuesSince.filter((value) => value > limits.upper).length
  const below = valuesSince.filter((value) => value < limits.lower).length
  const last = valuesSince.at(-1)!
  const lastRun = valuesSince.slice(-RUN)
  const runs = (side: (value: number) => boolean) => lastRun.length === RUN && lastRun.every(side)
  const up = last > limits.upper || runs((value) => value > limits.centre)
  const down = last < limits.lower || runs((value) => value < limits.centre)
  const outside = above + below
  if (!up && !down)
    return verdictOf(
      'none',
      outside === 0
        ? 'Every month since is inside the old range.'
        : `${outside} of ${valuesSince.length} months since left the old range; the latest is back in it.`,
    )
  const moved = up ? above : below
  const says =
    moved === valuesSince.length
      ? `Every month since is ${up ? 'above' : 'below'} the old range.`
      : moved > 0
        ? `${moved} of ${valuesSince.length} months since ${moved === 1 ? 'is' : 'are'} ${up ? 'above' : 'below'} the old range, the latest among them.`
        : `The last ${RUN} months are all ${up ? 'above' : 'below'} the old average.`
  if (series.polarity === 'neutral') return verdictOf('changed', says)
  return verdictOf((series.polarity === 'higher') === up ? 'better' : 'worse', says)
}
