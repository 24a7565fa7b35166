import type { Person } from '../../access/index.ts'
import { monthOf, monthsFrom, type Day, type Month } from '../../platform/day.ts'
import type { Verdict } from '../../ui/charts/verdict.ts'
import { spcOf } from '../spc/suitability.ts'
import { TRACKER_MONTHS } from '../tracker/tracker.ts'
import type { ChartRules } from '../spc/chart-rules.ts'
import { shownTo, type MeasureFigures, type Polarity, type SeriesDefinition } from '../../measures/index.ts'
import type { Signal } from '../spc/run-rules.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'

/** One series over its months, as one reader may see it: what a line of the tracker and a part of a split share. */
export type SeriesState = Pick<
  TrackerRow,
  'series' | 'points' | 'latest' | 'spc' | 'available' | 'why' | 'lateness'
>

export function partState(
  person: Person,
  series: SeriesDefinition,
  found: MeasureFigures,
  value: string,
  target: number | null,
  rules: ChartRules,
): SeriesState {
  const all = found.points.filter((point) => point.split === value).slice(-TRACKER_MONTHS)
  const points = shownTo(person, series, all)
  // What is said of a part rests on all that was counted: it is the same for everyone.
  const { available, why } = found
  return {
    series,
    points,
    latest: points.at(-1) ?? null,
    spc: spcOf(series, all, target, rules),
    available,
    why,
  }
}

/**
 * The months of a page's charts: 24 to the as-at month, or fewer where no series goes back so far. Records are counted
 * to today, which may be a month after the files: the charts then go on to it.
 */
export function chartMonths(asAt: Day, states: readonly SeriesState[]): Month[] {
  const known = states.flatMap((state) => state.points.map((point) => point.period)).sort()
  const last = [monthOf(asAt), ...known].toSorted().at(-1)!
  return monthsFrom(known[0] ?? last, last).slice(-TRACKER_MONTHS)
}

const SIGNALS: Readonly<Record<Polarity, Record<Signal['direction'], Verdict>>> = {
  higher: { up: 'improving', down: 'worsening' },
  lower: { up: 'worsening', down: 'improving' },
  neutral: { up: 'higher', down: 'lower' },
}

export const pointVerdict = (signal: Signal | null | undefined, polarity: Polarity): Verdict =>
  signal ? SIGNALS[polarity][signal.direction] : 'steady'
