import { startCaretaker } from '../loads/index.ts'
import type { Waymark } from '../main.ts'
import { webApp } from './app.tsx'
import { roomsOf } from './rooms.ts'
import { serveWeb, type Serving } from './serve.ts'

export { webApp } from './app.tsx'
export { roomsOf } from './rooms.ts'
export { serveWeb, type Serving } from './serve.ts'
export type { Room, WebDeps } from './web-deps.ts'

/** Opens the web door over an open Waymark, with every room behind it, and sends the caretaker round. */
export async function serveCouncil(waymark: Waymark): Promise<Serving> {
  const serving = await serveWeb(webApp({ ...waymark, rooms: roomsOf(waymark) }), waymark.config)
  const { records, pool, clock, log, config, council, keepReported: onInUse } = waymark
  const caretaker = startCaretaker(
    { records, pool, clock, log, onInUse, dataDir: config.dataDir },
    council.id,
  )
  return {
    ...serving,
    async close() {
      await caretaker.stop()
      await serving.close()
    },
  }
}
