import { Hono } from 'hono'
import type { WebDeps } from './web-deps.ts'

/** `GET /health`, for whatever watches over the server: 200, or 503 with what is down. Says nothing about anyone. */
export const healthRoutes = ({ records, shelf, council, store, version, log }: WebDeps) =>
  new Hono().get('/health', async (c) => {
    const down: string[] = []
    const check = async <T>(part: string, ask: () => Promise<T>): Promise<T | null> => {
      try {
        return await ask()
      } catch (error) {
        log.error(`health: ${part} is down`, error)
        down.push(part)
        return null
      }
    }
    await check('records', () => records.selectFrom('council').select('id').limit(1).execute())
    const latest = await check('snapshots', () => shelf.current(council.id))
    const answer = { version, records: store, latestSnapshot: latest?.id ?? null }
    return down.length === 0
      ? c.json({ status: 'up', ...answer })
      : c.json({ status: 'down', down, ...answer }, 503)
  })
