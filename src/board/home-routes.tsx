import { Hono } from 'hono'
import { allow, homePartsFor, may, type HomeKind, type WebEnv } from '../access/index.ts'
import { listsOpenTo } from '../performance/web.ts'
import { planTree } from '../plan/index.ts'
import { measuresOf, type BoardDeps } from './board-deps.ts'
import { HomePage } from './home-pages.tsx'
import { buildHome } from './home.ts'
import { issueOf } from './issue-store.ts'
import { meetingInView } from './meeting.ts'
import { listMeetings } from './meeting-store.ts'
import { openDraft } from './open-report.ts'
import { WorkPage } from './work-page.tsx'

/**
 * The first page: a person’s own work, of the parts that rooms have for their role; for those of whom no room has any,
 * what changed since the last Board, and what needs them before the next.
 */
export const homeRoutes = (deps: BoardDeps, kinds: readonly HomeKind[] = []): Hono<WebEnv> =>
  new Hono<WebEnv>().get('/', async (c) => {
    const { person, frame } = c.var
    if (kinds.some(({ roles }) => roles.includes(person.role)))
      return c.html(<WorkPage frame={frame} parts={await homePartsFor(kinds, person)} />)
    const pass = allow(person, 'report:read')
    const snapshot = await deps.pool.current(person.council)
    const rows = snapshot
      ? await measuresOf(deps).trackerRows(snapshot, deps.records, allow(person, 'figures:read'))
      : []
    const meeting = meetingInView(await listMeetings(deps.records, pass), deps.clock.today())
    const issue = meeting && (await issueOf(deps.records, pass, meeting.id))
    const open = meeting && !issue ? await openDraft(deps, person, meeting) : null
    const home = buildHome({
      today: deps.clock.today(),
      meeting,
      rows,
      tree: await planTree(deps.records, allow(person, 'plan:read')),
      issued: issue !== null,
      open,
      mayWrite: may(person, 'plan:write'),
      mayConfirm: may(person, 'plan:confirm'),
    })
    const mayOpen = snapshot ? await listsOpenTo(snapshot, person, rows) : new Set<string>()
    return c.html(<HomePage frame={frame} home={home} mayOpen={mayOpen} />)
  })
