import { Hono } from 'hono'
import { health } from '../operations/index.ts'
import type { Services } from '../platform/room.ts'

/** `GET /health`, for monitoring: 200, or 503 with what is down. Names nobody. */
export const healthRoutes = (services: Services) =>
  new Hono().get('/health', async (c) => {
    const { pool, council } = services
    const answer = await health(services, async () => (await pool.current(council.id))?.id ?? null)
    return c.json(answer, answer.status === 'up' ? 200 : 503)
  })
