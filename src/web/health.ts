import { Hono } from 'hono'
import { health } from '../main.ts'
import type { WebDeps } from './web-deps.ts'

/** `GET /health`, for whatever watches over the server: 200, or 503 with what is down. Says nothing about anyone. */
export const healthRoutes = (deps: WebDeps) =>
  new Hono().get('/health', async (c) => {
    const answer = await health(deps)
    return c.json(answer, answer.status === 'up' ? 200 : 503)
  })
