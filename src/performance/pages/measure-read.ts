import { allow, may, operator, type Pass, type Person } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import {
  companionsOf,
  figureReader,
  seriesOf,
  type FigureReader,
  type MeasureFigures,
  type SeriesDefinition,
  type Split,
} from '../../measures/index.ts'
import { trackerRow } from '../tracker/tracker.ts'
import type { ChartRules } from '../spc/chart-rules.ts'
import type { CompanionRow } from './measure-sentence.ts'
import type { SplitPart } from './measure-splits.tsx'
import { partState } from './measure-state.ts'

/** Throws NotFound for an unknown id. */
export function seriesAt(id: string): SeriesDefinition {
  const series = seriesOf(id)
  if (!series) throw new NotFound(`There is no measure ${id}`)
  return series
}

/** The figures that must be read together with a series, as far as the source has them. */
export async function readCompanionRows(
  snapshot: SealedSnapshot,
  records: Records,
  pass: Pass<'figures:read'>,
  series: SeriesDefinition,
): Promise<CompanionRow[]> {
  const companions = companionsOf(series)?.readWith ?? []
  const rows = await Promise.all(
    companions.map(async (companion) => ({
      companion,
      row: await trackerRow(snapshot, records, pass, companion.series),
    })),
  )
  return rows.filter(({ row }) => row.available && row.points.some(({ value }) => value !== null))
}

/** The splits that this reader is offered: figures by worker are for those who manage or do the work (rule SN3). */
export const splitsFor = (person: Person, series: SeriesDefinition): Split[] =>
  series.splits.filter((split) => split !== 'worker' || may(person, 'cases:read'))

/** A measure's months by the values of a split, as this reader may see them. */
export async function readSplit(
  snapshot: SealedSnapshot,
  pass: Pass<'figures:read'>,
  series: SeriesDefinition,
  by: Split,
  target: number | null,
  rules: ChartRules,
): Promise<SplitPart[]> {
  const { person } = pass
  const everything = allow(operator(person.council), 'figures:read')
  const reader = figureReader(snapshot, pass)
  const found = await figureReader(snapshot, everything).figures(series.id, { by })
  const values = [...new Set(found.points.flatMap((point) => (point.split === null ? [] : [point.split])))]
  const shown = by === 'worker' ? await workersFor(reader, person, found, values) : values
  return shown.map((value) => ({ value, state: partState(person, series, found, value, target, rules) }))
}

/** Of the workers with a figure, those whose cases this reader may open: their own, their team's, their service's. */
async function workersFor(
  reader: FigureReader,
  person: Person,
  found: MeasureFigures,
  values: readonly string[],
): Promise<string[]> {
  if (person.scope.kind === 'everything') return [...values]
  const period = found.points.at(-1)?.period
  if (!period) return []
  const theirs = await reader.workersInScope(found.id, period)
  return values.filter((value) => theirs.has(value))
}
