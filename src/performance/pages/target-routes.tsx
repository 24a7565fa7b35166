import { Hono } from 'hono'
import { allow, type WebEnv } from '../../access/index.ts'
import { checkTracked, type TrackedMeasure } from '../tracker/tracked-measure.ts'
import { dropTracked, setTarget, shownTracked } from '../tracker/tracked-measure-store.ts'
import { writePath } from '../tracker/target-path.ts'
import { TargetPage, type TypedTarget } from './target-page.tsx'
import type { FigureDeps } from './figure-deps.ts'
import { seriesAt } from './measure-read.ts'
import { typedTargetDay } from './typed-day.ts'

const NAMES = [
  'ref',
  'title',
  'target',
  'target_by-day',
  'target_by-month',
  'target_by-year',
  'path',
] as const

/** A measure's target and the path to it; mounted at `/measures`. */
export const targetRoutes = ({ records }: FigureDeps) =>
  new Hono<WebEnv>()
    .get('/:id/target', async (c) => {
      const pass = allow(c.var.person, 'targets:write')
      const series = seriesAt(c.req.param('id'))
      const all = await shownTracked(records, pass)
      const tracked = all.find(({ seriesId }) => seriesId === series.id) ?? null
      const typed = typedOf(tracked, `M${all.length + 1}`)
      return c.html(
        <TargetPage frame={c.var.frame} series={series} tracked={tracked} typed={typed} errors={{}} />,
      )
    })
    .post('/:id/target', async (c) => {
      const pass = allow(c.var.person, 'targets:write')
      const series = seriesAt(c.req.param('id'))
      const body = await c.req.parseBody()
      const back = `/measures/${series.id}`
      if (body['do'] === 'remove') {
        await dropTracked(records, pass, series.id)
        return c.redirect(back, 303)
      }
      const typed = Object.fromEntries(
        NAMES.map((name) => [
          name,
          typeof body[name] === 'string' ? body[name].replaceAll('\r\n', '\n') : '',
        ]),
      ) as TypedTarget
      const all = await shownTracked(records, pass)
      const { ref, title, target, path } = typed
      const checked = checkTracked(
        { seriesId: series.id, ref, title, target, targetBy: typedTargetDay(typed), path },
        all,
      )
      if (checked.ok) {
        await setTarget(records, pass, checked.value)
        return c.redirect(back, 303)
      }
      const tracked = all.find(({ seriesId }) => seriesId === series.id) ?? null
      return c.html(
        <TargetPage
          frame={c.var.frame}
          series={series}
          tracked={tracked}
          typed={typed}
          errors={checked.errors}
        />,
        422,
      )
    })

function typedOf(tracked: TrackedMeasure | null, nextRef: string): TypedTarget {
  const [year = '', month = '', day = ''] = tracked?.targetBy?.split('-') ?? []
  return {
    ref: tracked?.ref ?? nextRef,
    title: tracked?.title ?? '',
    target: tracked?.target?.toString() ?? '',
    'target_by-day': day.replace(/^0/, ''),
    'target_by-month': month.replace(/^0/, ''),
    'target_by-year': year,
    path: writePath(tracked?.path ?? []),
  }
}
