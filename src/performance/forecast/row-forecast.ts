import type { Spc } from '../spc/spc.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { forecast, type Forecast } from './forecast.ts'

/**
 * The forecast of a measure as its line of the tracker has it: from the month of its latest new limits on, and never against
 * the chart's own verdict.
 */
export const forecastOfRow = ({ series, counted, target, targetBy, spc }: TrackerRow): Forecast =>
  heldToChart(
    forecast({
      series,
      points: counted,
      target,
      targetBy,
      startsAnew: spc.breaks.flatMap(({ at }) => counted[at]?.period ?? []),
    }),
    spc,
  )

/** Reasons that come before any rate, and so are the same whatever the chart says. */
const BEFORE_A_RATE = new Set([
  'no-target',
  'neither-better',
  'overlapping',
  'short',
  'started-anew',
  'few',
  'met',
])

/**
 * A rate leads somewhere only where the chart sees a change for the better: of a figure with no real change it is chance, and
 * one that is getting worse has no date. Without a verdict the forecast is the only answer.
 */
export function heldToChart(found: Forecast, { variation }: Pick<Spc, 'variation'>): Forecast {
  if (variation === 'none' || (found.state === 'none' && BEFORE_A_RATE.has(found.why))) return found
  const none = (why: 'stable' | 'worse' | 'recent'): Forecast => ({
    state: 'none',
    why,
    rate: found.rate,
    turnedIn: null,
    months: found.state === 'none' ? found.months : found.rate.months,
  })
  if (variation === 'common') return none('stable')
  if (variation === 'worsening') return none('worse')
  return found.state === 'none' && (found.why === 'stable' || found.why === 'away') ? none('recent') : found
}
