import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import { NotFound } from '../platform/errors.ts'
import { markSeen } from './load-register-store.ts'
import type { LoadDeps } from './load-deps.ts'
import type { SnapshotPool } from '../dataset/index.ts'
import { endedLoad } from './ended-load.ts'
import { readAnswer } from './load-question.tsx'
import { LoadResultPage } from './load-result-page.tsx'
import type { LoadJobs } from './load-job.ts'
import { PATIENCE_MS } from './upload-routes.tsx'
import { questionOf, sealWaiting, takeFiles, throwAway, waitingLoad } from './waiting-load.ts'

type AnswerDeps = LoadDeps & { pool: SnapshotPool }

/** What is decided on a load that waits. */
export const loadAnswerRoutes = (deps: AnswerDeps, jobs: LoadJobs): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .post('/loads/:id/seal', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const outcome = await sealWaiting(deps, pass, c.req.param('id'))
      return c.redirect(`/data/loads/${outcome.loadId}`, 303)
    })
    .post('/loads/:id/answer', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const waiting = await waitingLoad(deps.dataDir, pass.person.council, c.req.param('id'))
      const question = questionOf(waiting)
      if (!waiting || !question) throw new NotFound('nothing is asked about such a load')
      const answer = readAnswer(await c.req.parseBody(), question.asked, deps.clock.today())
      if (!answer.ok) {
        const ended = await endedLoad(deps, jobs, allow(pass.person, 'load:read'), waiting.loadId)
        return c.html(
          <LoadResultPage
            frame={c.var.frame}
            {...ended}
            inUse={null}
            again={false}
            changes={null}
            mayLoad
            question={question}
            answerErrors={answer.errors}
          />,
          422,
        )
      }
      const { incoming, paths } = await takeFiles(deps, pass, waiting.loadId)
      const job = jobs.begin(pass, incoming, { paths, ...answer.value, checkFirst: true })
      await Promise.race([job.ended, wait(PATIENCE_MS, undefined, { ref: false })])
      return c.redirect(`/data/loads/${job.id}`, 303)
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
