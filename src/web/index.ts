import type { Waymark } from '../main.ts'
import { webApp } from './app.tsx'
import { roomsOf } from './rooms.ts'
import { serveWeb, type Serving } from './serve.ts'

export { webApp } from './app.tsx'
export { roomsOf } from './rooms.ts'
export { serveWeb, type Serving } from './serve.ts'
export type { Room, WebDeps } from './web-deps.ts'

/** Opens the web door over an open Waymark, with every room behind it. */
export const serveCouncil = (waymark: Waymark): Promise<Serving> =>
  serveWeb(webApp({ ...waymark, rooms: roomsOf(waymark) }), waymark.config)
