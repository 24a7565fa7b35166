import { Hono } from 'hono'
import { allow, type WebEnv } from '../../access/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { catalogue, figureReader, shownTo, type Split } from '../../measures/index.ts'
import { chartRules } from '../spc/chart-rules-store.ts'
import { NO_CHART_RULES } from '../spc/chart-rules.ts'
import { comparisonRoutes } from '../benchmarks/comparison-routes.tsx'
import { aimRoutes } from './aim-routes.tsx'
import { caseRoutes } from './cases-routes.tsx'
import { CataloguePage } from './catalogue-page.tsx'
import type { FigureDeps } from './figure-deps.ts'
import { teamFunnel } from './funnel-reading.ts'
import { funnelRoutes } from './funnel-routes.tsx'
import { MeasurePage } from './measure-page.tsx'
import { readBeside, readRow, readSplit, seriesAt, splitsFor } from './measure-reading.ts'
import { rebaseRoutes } from './rebase-routes.tsx'
import { NoDataPage } from './tracker-page.tsx'
import { csvAnswer } from './csv-answer.ts'

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

/** Stands under `/measures`. */
export function measureRoutes(deps: FigureDeps) {
  const { records, pool, usedIn } = deps
  return new Hono<WebEnv>()
    .get('/', (c) => {
      allow(c.var.person, 'figures:read')
      return c.html(<CataloguePage frame={c.var.frame} series={catalogue()} />)
    })
    .route('/', caseRoutes(deps))
    .route('/', funnelRoutes(deps))
    .route('/', comparisonRoutes(deps))
    .route('/', aimRoutes(deps))
    .route('/', rebaseRoutes(deps))
    .get('/:file{.+\\.csv}', async (c) => {
      const { person } = c.var
      const pass = allow(person, 'figures:read')
      const series = seriesAt(c.req.param('file').slice(0, -'.csv'.length))
      const by = chosenSplit(c.req.query('by'), splitsFor(person, series))
      const snapshot = await pool.current(person.council)
      const parts =
        snapshot && by ? await readSplit(snapshot, pool, pass, series, by, null, NO_CHART_RULES) : []
      const found = snapshot ? await figureReader(snapshot, pass).figures(series.id) : null
      const points = [
        ...shownTo(person, series, found?.points ?? []),
        ...parts.flatMap((part) => part.state.points),
      ]
      const rows = points.map((point) => [
        series.id,
        point.period,
        point.split === null ? '' : by,
        point.split,
        ...(point.hidden ? ['c', 'c', 'c'] : [point.numerator, point.denominator, point.value]),
        series.unit,
        point.provisional,
        found?.snapshot,
        series.version,
      ])
      return csvAnswer(`${series.id}.csv`, toCsv(COLUMNS, rows))
    })
    .get('/:id', async (c) => {
      const { person, frame } = c.var
      const pass = allow(person, 'figures:read')
      const series = seriesAt(c.req.param('id'))
      const snapshot = await pool.current(person.council)
      if (!snapshot) return c.html(<NoDataPage frame={frame} title={series.title} section="/tracker" />)
      const row = await readRow(snapshot, records, pass, series.id)
      const offered = splitsFor(person, series)
      const by = chosenSplit(c.req.query('by'), offered) ?? offered[0]
      const [beside, parts, uses] = await Promise.all([
        readBeside(snapshot, records, pass, series),
        by ? readSplit(snapshot, pool, pass, series, by, row.target, await chartRules(records, pass)) : [],
        usedIn ? usedIn(person, series) : [],
      ])
      return c.html(
        <MeasurePage
          frame={frame}
          person={person}
          asAt={snapshot.asAt}
          row={row}
          beside={beside}
          split={by ? { by, offered, parts } : null}
          funnel={by === 'team' ? teamFunnel(series, row.points, parts) : null}
          usedIn={uses}
          allMonths={c.req.query('months') === 'all'}
        />,
      )
    })
}

const chosenSplit = (asked: string | undefined, offered: readonly Split[]): Split | undefined =>
  offered.find((split) => split === asked)
