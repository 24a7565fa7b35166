import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import type { SnapshotPool } from '../dataset/index.ts'
import { recordRoutes } from '../records/web.ts'
import { endedLoad } from './ended-load.ts'
import type { LoadDeps } from './load-deps.ts'
import type { LoadJobs } from './load-job.ts'
import { learnedSpelling } from './learned-spelling.ts'
import { learnSpellings } from './reading-choices-store.ts'
import { confirmedSpellings } from './unread-spellings.tsx'
import { PATIENCE_MS } from './upload-routes.tsx'
import { takeFiles, waitingLoad } from './waiting-load.ts'
import { workerRole } from './worker-role.ts'

const CRUMBS = [
  { text: 'Data', href: '/data' },
  { text: 'Settings for data', href: '/data/settings' },
]

/** What a council's own spellings mean, and which roles hold a child: their lists, and confirming those of a load. */
export const spellingRoutes = (deps: LoadDeps & { pool: SnapshotPool }, jobs: LoadJobs): Hono<WebEnv> => {
  const { records, clock, dataDir } = deps
  const place = { records, clock, section: '/data', breadcrumbs: CRUMBS }
  return new Hono<WebEnv>()
    .route('/spellings', recordRoutes(learnedSpelling, { ...place, at: '/data/spellings' }))
    .route('/roles', recordRoutes(workerRole, { ...place, at: '/data/roles' }))
    .post('/loads/:id/spellings', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const id = c.req.param('id')
      const { unread } = await endedLoad(deps, jobs, allow(pass.person, 'load:read'), id)
      const body = await c.req.parseBody({ all: true })
      const learned = await learnSpellings(deps, pass, confirmedSpellings(body, unread))
      const waiting = body['again'] === 'yes' ? await waitingLoad(dataDir, pass.person.council, id) : null
      if (!waiting) return c.redirect(`/data/loads/${id}?learned=${learned}#spellings`, 303)
      const { asAt, asAtFrom } = waiting.facts.report
      const { incoming, paths } = await takeFiles(deps, pass, id)
      const asked = asAtFrom === 'given' ? asAt : null
      const job = jobs.begin(pass, incoming, { paths, asAt: asked, checkFirst: true })
      await Promise.race([job.ended, wait(PATIENCE_MS, undefined, { ref: false })])
      return c.redirect(`/data/loads/${job.id}`, 303)
    })
}
