import type { TrackerRow } from '../tracker/tracker-row.ts'
import { forecast, type Forecast } from './forecast.ts'

/** The forecast of a measure as its line of the tracker has it: from the month of its latest new limits on. */
export const forecastOfRow = ({ series, counted, target, targetBy, spc }: TrackerRow): Forecast =>
  forecast({
    series,
    points: counted,
    target,
    targetBy,
    startsAnew: spc.breaks.flatMap(({ at }) => counted[at]?.period ?? []),
  })
