import { Hono } from 'hono'
import { health } from '../operations/index.ts'
import type { Services } from '../platform/room.ts'

/** `GET /health`, for whatever watches over the server: 200, or 503 with what is down. Says nothing about anyone. */
export const healthRoutes = (deps: Services) =>
  new Hono().get('/health', async (c) => {
    const answer = await health(deps)
    return c.json(answer, answer.status === 'up' ? 200 : 503)
  })
