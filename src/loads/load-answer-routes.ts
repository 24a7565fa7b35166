import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import { NotFound } from '../platform/errors.ts'
import { markSeen } from './load-register-store.ts'
import type { LoadDeps } from './load-deps.ts'
import type { LoadJobs } from './load-job.ts'
import { PATIENCE_MS } from './upload-routes.tsx'
import { sealWaiting, takeFiles, throwAway, waitingLoad } from './waiting-load.ts'

/** What is decided on a load that waits. */
export const loadAnswerRoutes = (deps: LoadDeps, jobs: LoadJobs): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .post('/loads/:id/seal', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const outcome = await sealWaiting(deps, pass, c.req.param('id'))
      return c.redirect(`/data/loads/${outcome.loadId}`, 303)
    })
    .post('/loads/:id/carry-forward', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const waiting = await waitingLoad(deps.dataDir, pass.person.council, c.req.param('id'))
      if (!waiting) throw new NotFound('no such load waits')
      const { asAt, asAtFrom } = waiting.facts.report
      const { incoming, paths } = await takeFiles(deps, pass, waiting.loadId)
      const job = jobs.begin(pass, incoming, {
        paths,
        asAt: asAtFrom === 'given' ? asAt : null,
        checkFirst: true,
        carryForward: true,
      })
      await Promise.race([job.ended, wait(PATIENCE_MS, undefined, { ref: false })])
      return c.redirect(`/data/loads/${job.id}`, 303)
    })
    .post('/loads/:id/seen', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      if ((await markSeen(deps.records, pass, deps.clock.now(), c.req.param('id'))) === 0)
        throw new NotFound('no such load was cut off')
      return c.redirect('/data', 303)
    })
    .post('/loads/:id/throw-away', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      await throwAway(deps, pass, c.req.param('id'))
      return c.redirect('/data', 303)
    })
