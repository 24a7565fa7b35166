import type { Waymark } from '../main.ts'
import { startScheduler } from '../platform/jobs.ts'
import { gather } from '../platform/room.ts'
import { webApp } from './app.tsx'
import { serveWeb, type Serving } from './serve.ts'

export { webApp } from './app.tsx'

/** Serves the pages of every room and runs the rooms' jobs. Rejects when the port is taken. */
export async function serveCouncil(waymark: Waymark): Promise<Serving> {
  const serving = await serveWeb(await webApp(waymark), waymark.config)
  const jobs = await gather(waymark.rooms, (room) => room.jobs?.(waymark))
  const scheduler = startScheduler(jobs.flat(), waymark.log)
  return {
    ...serving,
    async close() {
      await scheduler.stop()
      await serving.close()
    },
  }
}
