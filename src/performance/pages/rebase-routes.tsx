import { Hono } from 'hono'
import { allow, type WebEnv } from '../../access/index.ts'
import type { Month } from '../../platform/day.ts'
import { addRebase, rebasesOf, withdrawRebase } from '../spc/rebase-store.ts'
import { checkRebase } from '../spc/rebase.ts'
import { figureReader } from '../../measures/index.ts'
import { TRACKER_MONTHS } from '../tracker/tracker.ts'
import type { FigureDeps } from './figure-deps.ts'
import { seriesAt } from './measure-read.ts'
import { RebasePage } from './rebase-page.tsx'

/** New limits of a series are started and withdrawn; mounted at `/measures`. */
export const rebaseRoutes = ({ records, pool, clock }: FigureDeps) =>
  new Hono<WebEnv>()
    .get('/:id/limits', async (c) => {
      const pass = allow(c.var.person, 'targets:write')
      const series = seriesAt(c.req.param('id'))
      const rebases = await rebasesOf(records, pass, series.id)
      return c.html(
        <RebasePage
          frame={c.var.frame}
          series={series}
          rebases={rebases}
          typed={{ month: '', cause: '' }}
          errors={{}}
        />,
      )
    })
    .post('/:id/limits', async (c) => {
      const pass = allow(c.var.person, 'targets:write')
      const series = seriesAt(c.req.param('id'))
      const body = await c.req.parseBody()
      const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
      const typed = { month: text('month'), cause: text('cause') }
      const snapshot = await pool.current(pass.person.council)
      const points = snapshot
        ? (await figureReader(snapshot, allow(pass.person, 'figures:read')).figures(series.id)).points.slice(
            -TRACKER_MONTHS,
          )
        : []
      const known = points.flatMap(({ period, value }): Month[] => (value === null ? [] : [period]))
      const rebases = await rebasesOf(records, pass, series.id)
      const checked = checkRebase(typed, known, rebases)
      if (checked.ok) {
        await addRebase(records, pass, clock, { seriesId: series.id, ...checked.value })
        return c.redirect(`/measures/${series.id}`, 303)
      }
      return c.html(
        <RebasePage
          frame={c.var.frame}
          series={series}
          rebases={rebases}
          typed={typed}
          errors={checked.errors}
        />,
        422,
      )
    })
    .post('/:id/limits/:rebase/withdraw', async (c) => {
      const pass = allow(c.var.person, 'targets:write')
      const series = seriesAt(c.req.param('id'))
      await withdrawRebase(records, pass, clock, series.id, c.req.param('rebase'))
      return c.redirect(`/measures/${series.id}/limits`, 303)
    })
