import { OpenAPIHono } from '@hono/zod-openapi'
import type { WebEnv } from '../access/index.ts'
import { Gone, NotAllowed, NotFound, Refused, Stale } from '../platform/errors.ts'
import type { Services } from '../platform/room.ts'

/** What every room answers under `/api`, and the description of it all. */
export async function apiRoutes(services: Services): Promise<OpenAPIHono<WebEnv>> {
  const api = new OpenAPIHono<WebEnv>()
  for (const room of services.rooms) {
    if (room.api) api.route('/', await room.api(services))
  }
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Waymark',
      version: services.version,
      description: 'Asked with the cookie of a session; what is answered is what its person may see.',
    },
    servers: [{ url: '/api' }],
  })
  api.onError((error, c) => {
    const status = statusOf(error)
    // Whatever is our own fault is answered and logged like any page.
    if (status === null) throw error
    return c.json({ error: error instanceof NotFound ? 'not found' : error.message }, status)
  })
  return api
}

function statusOf(error: unknown): 403 | 404 | 409 | 410 | 422 | null {
  if (error instanceof NotAllowed) return 403
  if (error instanceof NotFound) return 404
  if (error instanceof Stale) return 409
  if (error instanceof Gone) return 410
  if (error instanceof Refused) return 422
  return null
}
