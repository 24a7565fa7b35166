import { Hono } from 'hono'
import { allow, type Person, type WebEnv } from '../../access/index.ts'
import { toCsv } from '../../platform/csv.ts'
import {
  behindFigure,
  catalogue,
  figureReader,
  publicFigures,
  shownTo,
  type Point,
  type SeriesDefinition,
  type Split,
} from '../../measures/index.ts'
import { findMeasures, nearestMeasures } from '../find-measure.ts'
import { shownTracked } from '../tracker/tracked-measure-store.ts'
import { chartRules } from '../spc/chart-rules-store.ts'
import { NO_CHART_RULES } from '../spc/chart-rules.ts'
import { comparisonRoutes } from '../benchmarks/comparison-routes.tsx'
import { targetRoutes } from './target-routes.tsx'
import { chartRoutes } from './chart-routes.tsx'
import { caseRoutes } from './cases-routes.tsx'
import { CataloguePage } from './catalogue-page.tsx'
import type { FigureDeps } from './figure-deps.ts'
import { teamFunnel } from './team-funnel.ts'
import { funnelRoutes } from './funnel-routes.tsx'
import { MeasurePage, type MeasurePageProps } from './measure-page.tsx'
import { readCompanionRows, readSplit, seriesAt, splitsFor } from './measure-read.ts'
import { rebaseRoutes } from './rebase-routes.tsx'
import { NoDataPage } from './tracker-page.tsx'
import { trackerRow } from '../tracker/tracker.ts'
import { csvAnswer } from './csv-answer.ts'
import { editionOf } from '../publication/edition-of.ts'

const COLUMNS = [
  'id',
  'month',
  'split_by',
  'split',
  'numerator',
  'denominator',
  'value',
  'unit',
  'provisional',
  'snapshot',
  'version',
]

/** Mounted at `/measures`. */
export function measureRoutes(deps: FigureDeps) {
  return new Hono<WebEnv>()
    .get('/', async (c) => {
      const pass = allow(c.var.person, 'figures:read')
      const text = c.req.query('q')?.trim() ?? ''
      const tracked = await shownTracked(deps.records, pass)
      const found = text ? findMeasures(text, tracked) : []
      const nearest = text && found.length === 0 ? nearestMeasures(text, tracked) : []
      const search = text ? { text, found, nearest } : null
      return c.html(<CataloguePage frame={c.var.frame} series={catalogue()} search={search} />)
    })
    .route('/', caseRoutes(deps))
    .route('/', chartRoutes(deps))
    .route('/', funnelRoutes(deps))
    .route('/', comparisonRoutes(deps))
    .route('/', targetRoutes(deps))
    .route('/', rebaseRoutes(deps))
    .get('/:file{.+\\.csv}', async (c) => {
      const series = seriesAt(c.req.param('file').slice(0, -'.csv'.length))
      const isPublic = c.req.query('for') === 'public'
      return (isPublic ? publicCsv : measureCsv)(deps, c.var.person, series, c.req.query('by'))
    })
    .get('/:id', async (c) => {
      const { person, frame } = c.var
      allow(person, 'figures:read')
      const series = seriesAt(c.req.param('id'))
      const shown = await readMeasure(deps, person, series, c.req.query('by'))
      return c.html(
        shown ? (
          <MeasurePage {...shown} frame={frame} person={person} allMonths={c.req.query('months') === 'all'} />
        ) : (
          <NoDataPage frame={frame} title={series.title} section="/tracker" />
        ),
      )
    })
}

async function measureCsv(
  { pool }: FigureDeps,
  person: Person,
  series: SeriesDefinition,
  askedSplit: string | undefined,
): Promise<Response> {
  const pass = allow(person, 'figures:read')
  const by = chosenSplit(askedSplit, splitsFor(person, series))
  const snapshot = await pool.current(person.council)
  const parts = snapshot && by ? await readSplit(snapshot, pass, series, by, null, NO_CHART_RULES) : []
  const found = snapshot ? await figureReader(snapshot, pass).figures(series.id) : null
  const points = [
    ...shownTo(person, series, found?.points ?? []),
    ...parts.flatMap((part) => part.state.points),
  ]
  const rows = points.map((point) => csvRow(series, point, by, found?.snapshot))
  return csvAnswer(`${series.id}.csv`, toCsv(COLUMNS, rows))
}

/** The figures that may be published: those of the council as a whole, or with the parts of a split. */
async function publicCsv(
  deps: FigureDeps,
  person: Person,
  series: SeriesDefinition,
  askedSplit: string | undefined,
): Promise<Response> {
  const pass = allow(person, 'figures:read')
  const by = chosenSplit(askedSplit, series.splits)
  const snapshot = await deps.pool.current(person.council)
  const found = snapshot && (await publicFigures(editionOf(snapshot, deps, pass), pass, series.id, { by }))
  const rows = (found?.points ?? []).map((point) => csvRow(series, point, by, found?.snapshot))
  return csvAnswer(`${series.id}-public.csv`, toCsv(COLUMNS, rows))
}

const csvRow = (
  series: SeriesDefinition,
  point: Point,
  by: Split | undefined,
  snapshot: string | undefined,
) => [
  series.id,
  point.period,
  point.split === null ? '' : by,
  point.split,
  ...(point.hidden ? ['c', 'c', 'c'] : [point.numerator, point.denominator, point.value]),
  series.unit,
  point.provisional,
  snapshot,
  series.version,
]

/** What the page of a measure shows; null before the first load. */
async function readMeasure(
  { records, pool, ask }: FigureDeps,
  person: Person,
  series: SeriesDefinition,
  askedSplit: string | undefined,
): Promise<Omit<MeasurePageProps, 'frame' | 'person' | 'allMonths'> | null> {
  const pass = allow(person, 'figures:read')
  const snapshot = await pool.current(person.council)
  if (!snapshot) return null
  const row = await trackerRow(snapshot, records, pass, series.id)
  const offered = splitsFor(person, series)
  const by = chosenSplit(askedSplit, offered) ?? offered[0]
  const [companions, parts, uses, behind] = await Promise.all([
    readCompanionRows(snapshot, records, pass, series),
    by ? readSplit(snapshot, pass, series, by, row.target, await chartRules(records, pass)) : [],
    ask('usesOfMeasure', person, series),
    behindFigure(snapshot, person, series.id),
  ])
  return {
    asAt: snapshot.asAt,
    row,
    companions,
    split: by ? { by, offered, parts } : null,
    funnel: by === 'team' ? teamFunnel(series, row.points, parts) : null,
    usedIn: uses,
    behind,
  }
}

const chosenSplit = (asked: string | undefined, offered: readonly Split[]): Split | undefined =>
  offered.find((split) => split === asked)
