import { Hono } from 'hono'
import { allow, may, type WebEnv } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { describeTargetVerdict } from '../../ui/charts/verdict.ts'
import { trackerRows } from '../tracker/tracker.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { publicTrackerRows } from '../publication/public-rows.ts'
import { chartRulesRoutes } from './chart-rules-routes.tsx'
import { csvAnswer } from './csv-answer.ts'
import type { FigureDeps } from './figure-deps.ts'
import { verdictOf } from './figure-view.ts'
import { listsOpenTo } from './lists-open.ts'
import { NoDataPage, TrackerPage } from './tracker-page.tsx'
import { describeChangeOf, describeMeeting } from './tracker-overview.ts'
import { TrackerOverviewPage } from './tracker-overview-page.tsx'

const COLUMNS = [
  'ref',
  'id',
  'title',
  'month',
  'numerator',
  'denominator',
  'value',
  'unit',
  'provisional',
  'target',
  'target_by',
  'mean',
  'lower_limit',
  'upper_limit',
  'trial_limits',
  'is_it_changing',
  'will_it_meet_the_target',
  'sentence',
  'england',
  'england_period',
  'neighbours_median',
  'neighbours_period',
  'share_complete',
  'snapshot',
  'version',
]

const OVERVIEW_COLUMNS = [
  'ref',
  'id',
  'title',
  'is_it_changing',
  'will_it_meet_the_target',
  'rule',
  'snapshot',
]

const csvRow = (row: TrackerRow, snapshot: string, hiddenMark: 'c' | null) => [
  row.ref,
  row.series.id,
  row.title,
  row.latest?.period,
  ...(row.latest?.hidden && hiddenMark !== null
    ? [hiddenMark, hiddenMark, hiddenMark]
    : [row.latest?.numerator, row.latest?.denominator, row.latest?.value]),
  row.series.unit,
  row.latest?.provisional,
  row.target,
  row.targetBy,
  row.spc.centre,
  row.spc.lower,
  row.spc.upper,
  row.spc.trial,
  row.spc.variation,
  describeTargetVerdict(row.meeting),
  row.sentence,
  row.england.value,
  row.england.period,
  row.neighbours.median,
  row.neighbours.period,
  row.confidence.complete,
  snapshot,
  row.series.version,
]

/** Mounted at `/tracker`. */
export const trackerRoutes = ({ records, pool, clock }: FigureDeps) =>
  new Hono<WebEnv>()
    .get('/', async (c) => {
      const { person, frame } = c.var
      const pass = allow(person, 'figures:read')
      const snapshot = await pool.current(person.council)
      if (!snapshot) return c.html(<NoDataPage frame={frame} title="Tracker" section="/tracker" />)
      const rows = await trackerRows(snapshot, records, pass)
      const mayOpen = await listsOpenTo(snapshot, person, rows)
      const view = c.req.query('group') === 'area' ? 'area' : 'state'
      return c.html(
        <TrackerPage
          frame={frame}
          rows={rows}
          mayOpen={mayOpen}
          view={view}
          mayConfigure={may(person, 'targets:write')}
        />,
      )
    })
    .get('/overview', async (c) => {
      const { person, frame } = c.var
      const pass = allow(person, 'figures:read')
      const snapshot = await pool.current(person.council)
      if (!snapshot) return c.html(<NoDataPage frame={frame} title="Tracker" section="/tracker" />)
      const rows = await trackerRows(snapshot, records, pass)
      return c.html(<TrackerOverviewPage frame={frame} rows={rows} />)
    })
    .get('/overview.csv', async (c) => {
      const { person } = c.var
      const pass = allow(person, 'figures:read')
      const snapshot = await pool.current(person.council)
      const rows = snapshot ? await trackerRows(snapshot, records, pass) : []
      const lines = rows.map((row) => [
        row.ref,
        row.series.id,
        row.title,
        describeChangeOf(verdictOf(row.spc)),
        describeMeeting(row.meeting),
        row.spc.rule,
        snapshot?.id,
      ])
      return csvAnswer(`overview-${snapshot?.asAt ?? 'empty'}.csv`, toCsv(OVERVIEW_COLUMNS, lines))
    })
    .route('/', chartRulesRoutes({ records, clock }))
    .get('/latest.csv', async (c) => {
      const pass = allow(c.var.person, 'figures:read')
      const snapshot = await pool.current(c.var.person.council)
      const isPublic = c.req.query('for') === 'public'
      const read = (from: SealedSnapshot) =>
        isPublic ? publicTrackerRows(from, { records, clock }, pass) : trackerRows(from, records, pass)
      const lines = (snapshot ? await read(snapshot) : []).map((row) =>
        csvRow(row, snapshot?.id ?? '', isPublic ? 'c' : null),
      )
      const file = `tracker-${snapshot?.asAt ?? 'empty'}${isPublic ? '-public' : ''}.csv`
      return csvAnswer(file, toCsv(COLUMNS, lines))
    })
