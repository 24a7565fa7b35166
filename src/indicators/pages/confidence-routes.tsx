import { Hono } from 'hono'
import { allow, may, type WebEnv } from '../../access/index.ts'
import { availability, seriesOf } from '../index.ts'
import { hidesDoubt } from '../disclosure/hidden-doubt.ts'
import { doubts } from '../figures/series-doubt.ts'
import { ConfidencePage } from './confidence-page.tsx'
import type { FigureDeps } from './figure-deps.ts'
import { fullTitle } from './figure-view.ts'
import { NoDataPage } from './tracker-page.tsx'

/** How far each measure can be trusted. Stands under `/data/quality/measures`, beside the pages of the data itself. */
export const confidenceRoutes = ({ shelf }: Pick<FigureDeps, 'shelf'>): Hono<WebEnv> =>
  new Hono<WebEnv>().get('/', async (c) => {
    const { person } = allow(c.var.person, 'figures:read')
    const { frame } = c.var
    const snapshot = await shelf.current(person.council)
    if (!snapshot)
      return c.html(<NoDataPage frame={frame} title="How far each measure can be trusted" section="/data" />)
    return c.html(
      <ConfidencePage
        frame={frame}
        available={await availability(snapshot)}
        doubts={await doubts(snapshot)}
        hides={(doubt) => hidesDoubt(person, doubt)}
        mayRead={may(person, 'load:read')}
      />,
    )
  })

/** A series as pages of other rooms name it, and its page. */
export const sayMeasure = (id: string): string => {
  const series = seriesOf(id)
  return series ? fullTitle(series) : id
}
export const measureHref = (id: string): string => `/measures/${id}`
