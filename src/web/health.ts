import { Hono } from 'hono'
import { health } from '../operations/index.ts'
import type { Services } from '../platform/room.ts'

/** `GET /health`, for monitoring: 200, or 503 with what is down. Names nobody. */
export const healthRoutes = (deps: Services) =>
  new Hono().get('/health', async (c) => {
    const answer = await health(deps)
    return c.json(answer, answer.status === 'up' ? 200 : 503)
  })
