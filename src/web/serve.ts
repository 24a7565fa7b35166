import { createAdaptorServer } from '@hono/node-server'
import type { VisitorEnv } from '../access/index.ts'
import type { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'

/** The application, answering. */
export interface Serving {
  /** Where to point a browser. */
  address: string
  /** Takes no more requests, lets those under way finish for a while, and resolves when the door is shut. */
  close: () => Promise<void>
}

/** How long a request under way may take to finish once we are told to stop. */
const GRACE_MS = 10_000

/** Serves the application; port 0 takes any free one. Rejects when the port is taken. */
export function serveWeb(
  app: Hono<VisitorEnv>,
  { host, port }: { host: string; port: number },
): Promise<Serving> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      // A large file over a slow line takes its time; its headers do not.
      headersTimeout: 20_000,
      requestTimeout: 30 * 60_000,
      keepAliveTimeout: 10_000,
    },
  }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const { port: taken } = server.address() as AddressInfo
      const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host
      resolve({
        address: `http://${name.includes(':') ? `[${name}]` : name}:${taken}`,
        close: () => shut(server),
      })
    })
  })
}

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(hurry)
      resolve()
    })
    server.closeIdleConnections()
  })
