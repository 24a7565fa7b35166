import { allow, may, type Pass, type Person } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import {
  casesBehind,
  figures,
  seriesOf,
  trackerRow,
  type MeasureFigures,
  type SeriesDefinition,
  type Split,
  type TrackerRow,
} from '../index.ts'
import { seesCases } from './figure-view.ts'
import type { Backlog } from './measure-sentence.ts'
import type { SplitPart } from './measure-splits.tsx'
import { partState } from './measure-state.ts'
import { rowShownTo } from './tracker-view.ts'

/** Assessments: the shares of those finished leave out those that nobody has finished, so all three are shown together. */
const ASSESSMENTS_IN_TIME = 'as-completed-45wd'
const COHORT = 'as-cohort-45wd'
const STOCK = 'as-open-review-points.gt45'

/** The series of an address. Throws NotFound when there is none. */
export function seriesAt(id: string): SeriesDefinition {
  const series = seriesOf(id)
  if (!series) throw new NotFound(`There is no measure ${id}`)
  return series
}

/** A measure's line of the tracker, on it or not, as this reader may see it. */
export const readRow = async (
  snapshot: SealedSnapshot,
  records: Records,
  pass: Pass<'figures:read'>,
  id: string,
): Promise<TrackerRow> => rowShownTo(pass.person, await trackerRow(snapshot, records, pass, id))

/** What must be read beside a share of finished assessments; null for any other measure. */
export async function readBacklog(
  snapshot: SealedSnapshot,
  records: Records,
  pass: Pass<'figures:read'>,
  series: SeriesDefinition,
): Promise<Backlog | null> {
  if (series.measure !== ASSESSMENTS_IN_TIME) return null
  const [cohort, stock] = await Promise.all([
    readRow(snapshot, records, pass, COHORT),
    readRow(snapshot, records, pass, STOCK),
  ])
  return cohort.available && stock.available ? { cohort, stock } : null
}

/** The splits that this reader is offered: figures by worker are for those who manage or do the work (rule SN3). */
export const splitsFor = (person: Person, series: SeriesDefinition): Split[] =>
  series.splits.filter((split) => split !== 'worker' || seesCases(person))

/** A measure's months by the values of a split, as this reader may see them. */
export async function readSplit(
  snapshot: SealedSnapshot,
  person: Person,
  series: SeriesDefinition,
  by: Split,
  target: number | null,
): Promise<SplitPart[]> {
  const found = await figures(snapshot, series.id, { by })
  const values = [...new Set(found.points.flatMap((point) => (point.split === null ? [] : [point.split])))]
  const shown = by === 'worker' ? await workersFor(snapshot, person, found, values) : values
  return shown.map((value) => ({ value, state: partState(person, series, found, value, target) }))
}

/** Of the workers with a figure, those whose cases this reader may open: their own, their team's, their service's. */
async function workersFor(
  snapshot: SealedSnapshot,
  person: Person,
  found: MeasureFigures,
  values: readonly string[],
): Promise<string[]> {
  if (person.scope.kind === 'everything') return [...values]
  if (!may(person, 'cases:read')) return []
  const period = found.points.at(-1)?.period
  if (!period) return []
  const rows = await casesBehind(snapshot, allow(person, 'cases:read'), found.id, { period })
  const theirs = new Set(rows.map((row) => row.worker))
  return values.filter((value) => theirs.has(value))
}
