import type { Day, Month } from '../../platform/day.ts'
import { type SeriesDefinition, formatValue } from '../../measures/index.ts'
import {
  basisOf,
  isReportOf,
  monthsAfter,
  type Figure,
  type FigureReport,
  type ReportedFigure,
} from './reported-figure.ts'

/** How far a month has come so many months after its end, as the months before it went. */
interface LatenessAge {
  /** 0: at its first report, from the last day of the month on. */
  monthsAfter: number
  /** The share of what was recorded in the end; null where the series counts no cases (a difference). */
  recorded: number | null
  /** How far its value still moves from here, up or down, in the unit of the series. */
  moves: number
  /** How many months this was seen of. */
  seen: number
  /** Whether it still moves by more than the threshold. */
  isMoving: boolean
}

/**
 * How late a measure is recorded, learnt from the kept reports. Ages that too few months were seen at are absent: none
 * at all before there are reports enough.
 */
export interface Lateness {
  ages: LatenessAge[]
}

/** A month is settled once it moves by less: 2% of its cases, and 2 points of a percentage or 2% of another value. */
const SETTLED_UNDER_PERCENT = 2
/** A difference of counts has settled once it moves by fewer. */
const SETTLED_UNDER_CHILDREN = 5
/** An age is known once it was seen in this many months. */
const MIN_SEEN = 3
/** Only this many of the latest months count: what a council recorded late years ago does not describe today. */
const MAX_SEEN = 12
/** Later than a year after its end a month is changed by corrections, not by late recording. */
const LAST_AGE = 12

/** What one month was reported as at each age: after each report, by how many months after its end that was as at. */
type Track = Map<number, Figure & { version: string }>

/** The profile of one series. A change of its definition is no late recording, so it is passed over. */
export function latenessOf(
  series: SeriesDefinition,
  reports: readonly FigureReport[],
  reported: readonly ReportedFigure[],
): Lateness {
  const tracks = [...Map.groupBy(reported, ({ period }) => period)]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([period, figures]) => trackOf(period, figures, reports))
  const steps = Array.from({ length: LAST_AGE }, (_, age) => stepAt(series, tracks, age))
  const ages: LatenessAge[] = []
  // From the last step that is known back to the first: what is still to come adds up.
  let [recorded, moves]: [number | null, number] = [basisCounts(series) ? 1 : null, 0]
  for (let age = steps.findLastIndex((step) => step !== null); age >= 0; age -= 1) {
    const step = steps[age]
    if (!step) break
    recorded = recorded === null ? null : recorded / step.grows
    moves += step.moves
    ages.unshift({
      monthsAfter: age,
      recorded,
      moves,
      seen: step.seen,
      isMoving: isMoving(series, recorded, moves, step.size),
    })
  }
  return { ages }
}

function trackOf(period: Month, figures: readonly ReportedFigure[], reports: readonly FigureReport[]): Track {
  const track: Track = new Map()
  let standing: ReportedFigure | null = null
  for (const report of reports) {
    standing = figures.find(({ place }) => place === report.place) ?? standing
    if (standing && isReportOf(period, report.asAt)) track.set(monthsAfter(period, report.asAt), standing)
  }
  return track
}

interface Step {
  /** What was recorded a month later, of what had been by then. */
  grows: number
  /** How far the value moved in that month on average, up or down. */
  moves: number
  /** How large the value is. */
  size: number
  seen: number
}

/** From one age to the next, over the latest months that were reported at both; null where too few were. */
function stepAt(series: SeriesDefinition, tracks: readonly Track[], age: number): Step | null {
  const pairs = tracks
    .flatMap((track) => {
      const [before, next] = [track.get(age), track.get(age + 1)]
      return before && next && before.version === next.version ? [{ before, next }] : []
    })
    .slice(0, MAX_SEEN)
  if (pairs.length < MIN_SEEN) return null
  const sum = (valueOf: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((total, pair) => total + valueOf(pair), 0)
  const basis = sum(({ before }) => basisOf(series, before) ?? 0)
  const after = sum(({ next }) => basisOf(series, next) ?? 0)
  return {
    grows: basis > 0 && after > 0 ? after / basis : 1,
    moves: sum(({ before, next }) => Math.abs((next.value ?? 0) - (before.value ?? 0))) / pairs.length,
    size: sum(({ before }) => Math.abs(before.value ?? 0)) / pairs.length,
    seen: pairs.length,
  }
}

const basisCounts = ({ kind }: SeriesDefinition): boolean => kind !== 'difference'

function isMoving(
  { unit, kind }: SeriesDefinition,
  recorded: number | null,
  moves: number,
  size: number,
): boolean {
  if (recorded !== null && Math.abs(1 - recorded) * 100 >= SETTLED_UNDER_PERCENT) return true
  // A count is its own cases: what goes out of it and what comes in are known by their sum alone.
  if (kind === 'count') return false
  if (kind === 'difference') return moves >= SETTLED_UNDER_CHILDREN
  return moves >= (unit === '%' ? SETTLED_UNDER_PERCENT : (size * SETTLED_UNDER_PERCENT) / 100)
}

/**
 * Whether the figure of a month may still move: while the month is not over; then as the profile says of its age. Null
 * where the profile does not know the age.
 */
export function isProvisionalBy({ ages }: Lateness, period: Month, asAt: Day): boolean | null {
  const after = monthsAfter(period, asAt)
  if (after < 0) return true
  const last = ages.at(-1)
  if (!last) return null
  if (after > last.monthsAfter) return false
  return ages.find((age) => age.monthsAfter === after)?.isMoving ?? null
}

const percent = (share: number): string =>
  `${(100 * share).toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`

/** What is known of it, in a sentence or two. */
export function describeLateness(series: SeriesDefinition, { ages }: Lateness): string {
  const [first] = ages
  if (!first)
    return `How late it is recorded is not known yet: fewer than ${MIN_SEEN} months have been reported twice, a month apart. Until then the month of the extract alone is provisional.`
  const settled = ages.find(({ isMoving }) => !isMoving)?.monthsAfter ?? ages.at(-1)!.monthsAfter + 1
  const when = (after: number) =>
    after === 0
      ? 'at its first report'
      : after === 1
        ? 'one month after its end'
        : `${after} months after its end`
  const start =
    first.recorded === null
      ? `A month still moves by ${formatValue(first.moves, series).replace('+', '')} ${when(first.monthsAfter)}`
      : `Late recording usually ${first.recorded <= 1 ? 'adds' : 'takes'} ${percent(Math.abs(1 / first.recorded - 1))} ${first.recorded <= 1 ? 'to' : 'from'} a month ${first.monthsAfter === 0 ? 'after its first report' : `later than ${when(first.monthsAfter)}`}`
  return `${start}, as ${first.seen} months went. It moves by less than ${SETTLED_UNDER_PERCENT}% ${settled === first.monthsAfter ? `already ${when(settled)}` : `from ${when(settled)} on`}.`
}
