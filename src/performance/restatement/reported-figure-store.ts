import type { Pass } from '../../access/index.ts'
import type { Instant } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import '../tables.ts'
import { isSameFigure, type Figure, type FigureReport, type ReportedFigure } from './reported-figure.ts'

/** The reports of a council, in their order. */
export async function figureReports(records: Records, council: string): Promise<FigureReport[]> {
  const rows = await records
    .selectFrom('figure_report')
    .selectAll()
    .where('council_id', '=', council)
    .orderBy('place')
    .execute()
  return rows.map(({ place, snapshot_id: snapshot, as_at: asAt, reported_at: reportedAt }) => ({
    place,
    snapshot,
    asAt,
    reportedAt,
  }))
}

/** What was reported of a series, month by month, each month's first report first. */
export async function reportedFigures(
  records: Records,
  pass: Pass<'figures:read'>,
  series: string,
): Promise<ReportedFigure[]> {
  const rows = await records
    .selectFrom('reported_figure')
    .select(['period', 'place', 'value', 'numerator', 'denominator', 'version'])
    .where('council_id', '=', pass.person.council)
    .where('series_id', '=', series)
    .orderBy('period')
    .orderBy('place')
    .execute()
  return rows.map((row) => ({ series, ...row }))
}

/** How many rows go in one statement: both stores take far more parameters than this many rows have. */
const ROWS_AT_ONCE = 1000

/**
 * Adds a report: of each month what it says for the first time, and what it says differently than the report before.
 * Nothing that was reported is changed. Answers how many figures were added; null when another program has added this
 * report meanwhile.
 */
export async function addReport(
  records: Records,
  council: string,
  report: Omit<FigureReport, 'place'>,
  figures: readonly Omit<ReportedFigure, 'place'>[],
): Promise<number | null> {
  return await records.transaction().execute(async (transaction) => {
    const place = await takePlace(transaction, council, report)
    if (place === null) return null
    const before = await standing(transaction, council)
    const fresh = figures.filter((figure) => {
      const reported = before.get(nameOf(figure.series, figure.period))
      return !reported || !isSameFigure(reported, figure)
    })
    for (let start = 0; start < fresh.length; start += ROWS_AT_ONCE) {
      await transaction
        .insertInto('reported_figure')
        .values(
          fresh.slice(start, start + ROWS_AT_ONCE).map(({ series, ...figure }) => ({
            council_id: council,
            series_id: series,
            period: figure.period,
            place,
            value: figure.value,
            numerator: figure.numerator,
            denominator: figure.denominator,
            version: figure.version,
          })),
        )
        .execute()
    }
    return fresh.length
  })
}

/** The report's number. It is written first, so that of two programs that add one at once the second finds it taken. */
async function takePlace(
  transaction: Records,
  council: string,
  { snapshot, asAt, reportedAt }: { snapshot: string; asAt: FigureReport['asAt']; reportedAt: Instant },
): Promise<number | null> {
  const place = ((await figureReports(transaction, council)).at(-1)?.place ?? 0) + 1
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('figure_report')
    .values({ council_id: council, place, snapshot_id: snapshot, as_at: asAt, reported_at: reportedAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? place : null
}

const nameOf = (series: string, period: string) => `${series} ${period}`

/** What was reported last of each month of each series. */
async function standing(transaction: Records, council: string): Promise<ReadonlyMap<string, Figure>> {
  const rows = await transaction
    .selectFrom('reported_figure as figure')
    .innerJoin(
      (from) =>
        from
          .selectFrom('reported_figure')
          .select(({ fn }) => ['series_id', 'period', fn.max('place').as('place')])
          .where('council_id', '=', council)
          .groupBy(['series_id', 'period'])
          .as('latest'),
      (join) =>
        join
          .onRef('latest.series_id', '=', 'figure.series_id')
          .onRef('latest.period', '=', 'figure.period')
          .onRef('latest.place', '=', 'figure.place'),
    )
    .select(['figure.series_id', 'figure.period', 'figure.value', 'figure.numerator', 'figure.denominator'])
    .where('figure.council_id', '=', council)
    .execute()
  return new Map(rows.map(({ series_id, period, ...figure }) => [nameOf(series_id, period), figure]))
}
