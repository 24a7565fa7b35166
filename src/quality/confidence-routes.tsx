import { Hono } from 'hono'
import { allow, may, type WebEnv } from '../access/index.ts'
import { availability, figureReader } from '../measures/index.ts'
import { ConfidencePage } from './confidence-page.tsx'
import type { SealedSnapshot } from '../dataset/index.ts'
import { NoDataPage } from '../performance/web.ts'

/** How far each measure can be trusted. Mounted at `/data/quality/measures`. */
export const confidenceRoutes = ({
  pool,
}: {
  pool: { current(council: string): Promise<SealedSnapshot | null> }
}): Hono<WebEnv> =>
  new Hono<WebEnv>().get('/', async (c) => {
    const pass = allow(c.var.person, 'figures:read')
    const { frame, person } = c.var
    const snapshot = await pool.current(person.council)
    if (!snapshot)
      return c.html(<NoDataPage frame={frame} title="How far each measure can be trusted" section="/data" />)
    return c.html(
      <ConfidencePage
        frame={frame}
        available={await availability(snapshot)}
        doubts={await figureReader(snapshot, pass).doubts()}
        mayRead={may(person, 'load:read')}
      />,
    )
  })
