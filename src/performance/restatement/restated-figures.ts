import type { Pass } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import {
  seriesOf,
  type MeasureFigures,
  type Point,
  type Reported,
  type SeriesDefinition,
} from '../../measures/index.ts'
import type { Month } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { isProvisionalBy, latenessOf, describeLateness, type Lateness } from './lateness.ts'
import { figureReports, reportedFigures } from './reported-figure-store.ts'
import { isSameFigure, type FigureReport, type ReportedFigure } from './reported-figure.ts'

/** A point with what its month was first reported as. */
export type RestatedPoint = Point & Required<Pick<Point, 'reported' | 'restated'>>

interface RestatedFigures extends Omit<MeasureFigures, 'points'> {
  points: RestatedPoint[]
  lateness: Lateness & { sentence: string }
}

/** Everything that was reported of a series, and what it teaches. */
interface History {
  first: ReadonlyMap<Month, Reported>
  lateness: Lateness
}

/** What has been read of a store, for as long as its last report is the same. */
interface KnownHistory {
  reports: readonly FigureReport[]
  bySeries: Map<string, Promise<History>>
}

const known = new WeakMap<Records, Map<string, KnownHistory>>()

const asked = new WeakMap<Records, Map<string, Promise<FigureReport[]>>>()

/** The council's reports, read once for all who ask while the answer is on its way: a tracker asks for each of its rows. */
function reportsNow(records: Records, council: string): Promise<FigureReport[]> {
  const byCouncil = asked.get(records) ?? new Map<string, Promise<FigureReport[]>>()
  asked.set(records, byCouncil)
  let answer = byCouncil.get(council)
  if (!answer) {
    answer = figureReports(records, council).finally(() => byCouncil.delete(council))
    byCouncil.set(council, answer)
  }
  return answer
}

/** The history of one series. Kept in memory: reports come once a month, and pages ask often. */
async function historyOf(
  records: Records,
  pass: Pass<'figures:read'>,
  series: SeriesDefinition,
): Promise<History> {
  const { council } = pass.person
  const reports = await reportsNow(records, council)
  const byCouncil = known.get(records) ?? new Map<string, KnownHistory>()
  known.set(records, byCouncil)
  let kept = byCouncil.get(council)
  if (!kept || kept.reports.length !== reports.length) {
    kept = { reports, bySeries: new Map() }
    byCouncil.set(council, kept)
  }
  const { bySeries } = kept
  let history = bySeries.get(series.id)
  if (!history) {
    history = reportedFigures(records, pass, series.id).then((figures) =>
      readHistory(series, reports, figures),
    )
    bySeries.set(series.id, history)
    history.catch(() => bySeries.delete(series.id))
  }
  return await history
}

function readHistory(
  series: SeriesDefinition,
  reports: readonly FigureReport[],
  figures: readonly ReportedFigure[],
): History {
  const byPlace = new Map(reports.map((report) => [report.place, report]))
  const first = new Map<Month, Reported>()
  for (const { period, place, value, numerator, denominator, version } of figures) {
    const report = byPlace.get(place)
    if (!report || first.has(period)) continue
    const { asAt, snapshot } = report
    first.set(period, { value, numerator, denominator, asAt, snapshot, version })
  }
  return { first, lateness: latenessOf(series, reports, figures) }
}

/**
 * A series' figures as they are known now, each with what was first reported of its month, and provisional as the
 * lateness profile says; where that does not know, as `figures` says.
 */
export async function asRestated(
  snapshot: SealedSnapshot,
  records: Records,
  pass: Pass<'figures:read'>,
  found: MeasureFigures,
): Promise<RestatedFigures> {
  const series = seriesOf(found.id)!
  const { first, lateness } = await historyOf(records, pass, series)
  const points = found.points.map((point): RestatedPoint => {
    const kept = point.split === null && !point.hidden ? (first.get(point.period) ?? null) : null
    return {
      ...point,
      provisional: isProvisionalBy(lateness, point.period, found.asAt) ?? point.provisional,
      reported: kept,
      restated: kept !== null && !isSameFigure(kept, point),
    }
  })
  return { ...found, points, lateness: { ...lateness, sentence: describeLateness(series, lateness) } }
}
