import { Hono } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import type { LoadDeps } from './load-deps.ts'
import { sealWaiting, throwAway } from './waiting-load.ts'

export const loadAnswerRoutes = (deps: LoadDeps): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .post('/loads/:id/seal', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const outcome = await sealWaiting(deps, pass, c.req.param('id'))
      return c.redirect(`/data/loads/${outcome.loadId}`, 303)
    })
    .post('/loads/:id/throw-away', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      await throwAway(deps, pass, c.req.param('id'))
      return c.redirect('/data', 303)
    })
