import { createAdaptorServer } from '@hono/node-server'
import type { VisitorEnv } from '../access/index.ts'
import type { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'

export interface Serving {
  address: string
  /** Takes no more requests, gives those in progress `GRACE_MS` to finish, and resolves when the server has closed. */
  close: () => Promise<void>
}

const GRACE_MS = 10_000

/** Serves the application; port 0 takes any free one. Rejects when the port is taken. */
export function serveWeb(
  app: Hono<VisitorEnv>,
  { host, port }: { host: string; port: number },
): Promise<Serving> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      // A large file may take long to arrive; its headers may not.
      headersTimeout: 20_000,
      requestTimeout: 30 * 60_000,
      keepAliveTimeout: 10_000,
    },
  }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const { port: actualPort } = server.address() as AddressInfo
      const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host
      resolve({
        address: `http://${name.includes(':') ? `[${name}]` : name}:${actualPort}`,
        close: () => closeServer(server),
      })
    })
  })
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
