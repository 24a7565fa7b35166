import { Hono } from 'hono'
import { allow, may, type WebEnv } from '../../access/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { isMonth } from '../../platform/day.ts'
import { csvFile } from '../clinics/clinic-routes.tsx'
import { COUNTED, countsView, type Counted } from './counts.ts'
import { CountsPage } from './counts-page.tsx'
import type { MissingDeps } from './missing-read.ts'
import { countByHand } from './permissions.ts'

/** Hand counts and the system's; mounted at `/missing/counts`. */
export const countsRoutes = (deps: MissingDeps) =>
  new Hono<WebEnv>().get('/', async (c) => {
    const { person, frame } = c.var
    allow(person, 'figures:read')
    const asked = c.req.query('month')
    return c.html(
      <CountsPage
        frame={frame}
        view={await countsView(deps, person)}
        month={isMonth(asked) ? asked : null}
        mayCount={may(person, countByHand)}
        seesChildren={may(person, 'cases:read')}
      />,
    )
  })

export const countsFile = (deps: MissingDeps) =>
  new Hono<WebEnv>().get('/', async (c) => {
    const { months } = await countsView(deps, c.var.person)
    const keys = Object.keys(COUNTED) as Counted[]
    return csvFile(
      'return-interviews-counts',
      toCsv(
        ['month', 'board_is_given', ...keys.flatMap((key) => [`${key}_by_hand`, `${key}_system`])],
        months.map(({ month, given, hand, system }) => [
          month,
          given,
          ...keys.flatMap((key) => [hand?.[key] ?? null, system[key]]),
        ]),
      ),
    )
  })
