import { allow, operator, type Person } from '../access/index.ts'
import { chartRules, comparisonBook, type ChartRules, type TrackerRow } from '../performance/index.ts'
import { describeTableDays, seriesOf, type FigureReader } from '../measures/index.ts'
import { planTree, recommendationsOf, BRAG_WORDS, PROGRESS_WORDS } from '../plan/index.ts'
import type { Day } from '../platform/day.ts'
import { measuresOf, type BoardDeps } from './board-deps.ts'
import type { BookSeries, FigureBook } from './figure-book.ts'

/** The figures, actions and recommendations of a report that refers to these series. Unknown series are left out. */
export async function readBook(
  deps: BoardDeps,
  person: Person,
  seriesIds: readonly string[],
): Promise<FigureBook> {
  const { records } = deps
  const snapshot = await deps.pool.current(person.council)
  const rows = snapshot
    ? await measuresOf(deps).trackerRows(snapshot, records, allow(person, 'figures:read'))
    : []
  const rules = await chartRules(records, allow(person, 'figures:read'))
  // Everyone who works on a report sees the same figures, so it is not built with one reader's rights.
  const reportPass = allow(operator(person.council), 'figures:read')
  const reader = snapshot && measuresOf(deps).figureReader(snapshot, reportPass)
  const series = new Map<string, BookSeries>()
  for (const id of new Set(seriesIds)) {
    const found = await readSeries(reader, id, rows, rules)
    if (found) series.set(id, found)
  }
  const recommendations = recommendationsOf(await planTree(records, allow(person, 'plan:read')))
  return {
    comparison: await comparisonBook(records, allow(person, 'figures:read')),
    snapshot: snapshot?.id ?? null,
    asAt: snapshot?.asAt ?? null,
    loadedOn: (snapshot?.loadedAt.slice(0, 'YYYY-MM-DD'.length) as Day | undefined) ?? null,
    series,
    actions: recommendations.flatMap((recommendation) =>
      recommendation.actions.map(({ id, ref, title, owner, dueOn, standing, progress }) => ({
        id,
        ref,
        recommendation: recommendation.ref,
        title,
        owner,
        dueOn,
        rating: standing.shown ? BRAG_WORDS[standing.shown] : 'Not rated',
        progress: PROGRESS_WORDS[progress],
      })),
    ),
    recommendations: new Map(recommendations.map(({ id, ref, title }) => [id, { ref, title }])),
  }
}

async function readSeries(
  reader: Pick<FigureReader, 'figures'> | null,
  id: string,
  rows: readonly TrackerRow[],
  rules: ChartRules,
): Promise<BookSeries | null> {
  const definition = seriesOf(id)
  if (!definition) return null
  if (!reader) {
    const why = 'No data has been loaded yet.'
    return {
      definition,
      version: definition.version,
      available: false,
      why,
      points: [],
      otherDays: null,
      target: null,
      rules,
    }
  }
  const found = await reader.figures(definition.id)
  const row = rows.find(({ series }) => series.id === definition.id)
  return {
    definition,
    version: found.version,
    available: found.available,
    why: found.why,
    points: found.points.filter(({ split }) => split === null),
    otherDays: describeTableDays(found),
    target: row?.target ?? null,
    rules,
  }
}
