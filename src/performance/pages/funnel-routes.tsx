import { Hono } from 'hono'
import { allow, type WebEnv } from '../../access/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { figureReader, shownTo } from '../../measures/index.ts'
import { NO_CHART_RULES } from '../spc/chart-rules.ts'
import type { FigureDeps } from './figure-deps.ts'
import { readSplit, seriesAt } from './measure-read.ts'
import { describeStanding, teamFunnel } from './team-funnel.ts'
import { csvAnswer } from './csv-answer.ts'

const COLUMNS = [
  'id',
  'when',
  'team',
  'met',
  'of',
  'share',
  'council_share',
  'against_the_council',
  'snapshot',
  'version',
]

/** The numbers of the funnel chart; mounted at `/measures`. */
export const funnelRoutes = ({ pool }: FigureDeps) =>
  new Hono<WebEnv>().get('/:id/funnel.csv', async (c) => {
    const { person } = c.var
    const pass = allow(person, 'figures:read')
    const series = seriesAt(c.req.param('id'))
    const snapshot = await pool.current(person.council)
    const found =
      snapshot && series.splits.includes('team')
        ? await figureReader(snapshot, pass).figures(series.id)
        : null
    const parts =
      snapshot && found ? await readSplit(snapshot, pass, series, 'team', null, NO_CHART_RULES) : []
    const team = found && teamFunnel(series, shownTo(person, series, found.points), parts)
    const rows = (team?.funnel?.points ?? []).map((point) => [
      series.id,
      team?.when,
      point.name,
      point.met,
      point.all,
      point.standing === 'small' ? null : point.value.toFixed(2),
      team?.funnel?.centre.toFixed(2),
      describeStanding(point),
      found?.snapshot,
      series.version,
    ])
    return csvAnswer(`${series.id}-teams.csv`, toCsv(COLUMNS, rows))
  })
