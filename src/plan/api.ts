import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { allow, type WebEnv } from '../access/index.ts'
import type { Services } from '../platform/room.ts'
import { planTree } from './tree-store.ts'

const named = z.object({ id: z.string(), ref: z.string(), title: z.string() })
const recommendation = named.extend({ actions: z.array(named).readonly() }).openapi('Recommendation')
const theme = named.extend({ recommendations: z.array(recommendation).readonly() }).openapi('Theme')

const planRoute = createRoute({
  method: 'get',
  path: '/plan',
  responses: {
    200: {
      description: 'The plan: its themes, with their recommendations, actions, milestones and evidence',
      content: { 'application/json': { schema: z.object({ themes: z.array(theme).readonly() }) } },
    },
  },
})

/** The plan as JSON. */
export function planApi({ records }: Services): Promise<OpenAPIHono<WebEnv>> {
  const api = new OpenAPIHono<WebEnv>()
  api.openapi(planRoute, async (c) => c.json(await planTree(records, allow(c.var.person, 'plan:read')), 200))
  return Promise.resolve(api)
}
