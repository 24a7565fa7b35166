import { Hono } from 'hono'
import { allow, may, type WebEnv } from '../access/index.ts'
import { planTree } from '../plan/index.ts'
import { measuresOf, type BoardDeps } from './board-deps.ts'
import { HomePage } from './home-pages.tsx'
import { buildHome } from './home.ts'
import { issueOf } from './issue-store.ts'
import { meetingInView } from './meeting.ts'
import { meetings } from './meeting-store.ts'
import { openDraft } from './report-reading.ts'

/** What changed since the last Board, and what needs this person before the next. Stands at `/`. */
export const homeRoutes = (deps: BoardDeps): Hono<WebEnv> =>
  new Hono<WebEnv>().get('/', async (c) => {
    const { person, frame } = c.var
    const reading = allow(person, 'report:read')
    const snapshot = await deps.pool.current(person.council)
    const rows = snapshot
      ? await measuresOf(deps).trackerRows(snapshot, deps.records, allow(person, 'figures:read'))
      : []
    const meeting = meetingInView(await meetings(deps.records, reading), deps.clock.today())
    const issued = meeting ? await issueOf(deps.records, reading, meeting.id) : null
    const open = meeting && !issued ? await openDraft(deps, person, meeting) : null
    const home = buildHome({
      today: deps.clock.today(),
      meeting,
      rows,
      tree: await planTree(deps.records, allow(person, 'plan:read')),
      open,
      mayWrite: may(person, 'plan:write'),
      mayConfirm: may(person, 'plan:confirm'),
    })
    return c.html(<HomePage frame={frame} home={home} />)
  })
