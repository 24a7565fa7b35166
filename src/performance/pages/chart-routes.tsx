import { Hono } from 'hono'
import { allow, type Person, type WebEnv } from '../../access/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { chartSvg } from '../../ui/charts/chart-svg.tsx'
import { XmrChart } from '../../ui/charts/xmr-chart.tsx'
import { trackerRow } from '../tracker/tracker.ts'
import type { FigureDeps } from './figure-deps.ts'
import { chartWords, fullTitle } from './figure-view.ts'
import { xmrOf } from './measure-figure.tsx'
import { seriesAt } from './measure-read.ts'
import { chartMonths } from './measure-state.ts'

const TYPES = { svg: 'image/svg+xml', png: 'image/png', txt: 'text/plain; charset=utf-8' } as const

/** A measure's chart as a picture for a document or a slide, and its alt text. Nothing is drawn that the page does not show. */
export const chartRoutes = (deps: FigureDeps) =>
  new Hono<WebEnv>().get('/:id/:file{chart\\.(?:svg|png|txt)}', async (c) => {
    const kind = c.req.param('file').slice('chart.'.length) as keyof typeof TYPES
    const body = await drawn(deps, c.var.person, c.req.param('id'), kind)
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
      headers: {
        'Content-Type': TYPES[kind],
        'Content-Disposition': `attachment; filename="${seriesAt(c.req.param('id')).id}.${kind}"`,
        'Cache-Control': 'no-store',
      },
    })
  })

async function drawn(
  { records, pool }: FigureDeps,
  person: Person,
  id: string,
  kind: keyof typeof TYPES,
): Promise<string | Buffer> {
  const pass = allow(person, 'figures:read')
  const series = seriesAt(id)
  const snapshot = await pool.current(person.council)
  if (!snapshot) throw new NotFound('There is no snapshot')
  const row = await trackerRow(snapshot, records, pass, series.id)
  if (row.points.every(({ value }) => value === null)) throw new NotFound(`There is no chart of ${id}`)
  if (kind === 'txt') return `${chartWords(row)}\n`
  const svg = chartSvg(
    <XmrChart
      {...xmrOf(row, chartMonths(snapshot.asAt, [row]), row)}
      title={fullTitle(series)}
      desc={chartWords(row)}
      id="chart"
      drawing="wide"
      axis
    />,
  )
  if (kind === 'svg') return svg
  const { svgPicture } = await import('../../platform/documents/svg-picture.ts')
  return svgPicture(svg).png
}
