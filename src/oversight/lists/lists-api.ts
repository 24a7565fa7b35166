import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { allow, type WebEnv } from '../../access/index.ts'
import type { Services } from '../../platform/room.ts'
import { findList } from './list-found.ts'
import { readListQuery } from './list-query.ts'
import { LIST_SORTS } from './list-rows.ts'
import { listAnswered, listsAnswer } from './lists-answer.ts'
import { findLists } from './lists-found.ts'

const count = z.number().nullable()
const text = z.string().nullable()
const why = text.openapi({ description: 'why the list cannot be told, and has no counts or rows' })

const countsSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    rule: z.string(),
    asAt: text,
    due: count.openapi({ description: 'null of a list that looks back alone' }),
    overdue: count,
    total: count.openapi({ description: 'due and overdue' }),
    unanswered: count.openapi({ description: 'of the overdue ones, those that nobody has answered' }),
    answeredSince: count.openapi({
      description: 'of the overdue ones, answered after the day of the figures',
    }),
    fellDueSince: count.openapi({
      description: 'of those due, those whose day has passed since the day of the figures',
    }),
    measure: text.openapi({ description: 'the series that counts the same cases' }),
    why,
  })
  .openapi('List')

const rowSchema = z
  .object({
    child_id: text,
    case_id: z.string(),
    team: text,
    worker: text,
    overdue: z.boolean(),
    rules: z.array(z.string()),
    clock_started_on: text,
    due_on: text,
    days_over: count,
    also_on: z.array(z.string()).openapi({ description: 'other lists on which the child is overdue' }),
    reason: text,
    plan: text,
    owner: text,
    check_back_on: text,
    promise: text,
  })
  .openapi('ListRow')

const listSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    asAt: z.string(),
    total: z.number(),
    restricted: z.number().openapi({
      description: 'children who are counted in the total, and whose records are kept from the reader',
    }),
    rows: z.array(rowSchema),
    why,
  })
  .openapi('ListRows')

const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
})

const listsRoute = createRoute({
  method: 'get',
  path: '/lists',
  responses: answers(
    z.array(countsSchema),
    'How long every list of work is, as `waymark lists --json`: in the reader’s scope, or of the whole council for those who see no child. Names no child.',
  ),
})
const listRoute = createRoute({
  method: 'get',
  path: '/lists/{name}',
  request: {
    params: z.object({ name: z.string() }),
    query: z.object({
      team: z.string().optional(),
      worker: z.string().optional(),
      rule: z.string().optional(),
      only: z
        .string()
        .optional()
        .openapi({ description: 'unanswered, several, broken or passed: of the overdue rows those alone' }),
      sort: z.enum(LIST_SORTS).optional(),
    }),
  },
  responses: answers(
    listSchema,
    'The rows of a list that are in the reader’s scope, as `waymark lists NAME --json`; written to the access log.',
  ),
})

/** The lists of work as JSON: counts for everyone who reads figures, rows for those who may see the children. */
export function listsApi(services: Services): OpenAPIHono<WebEnv> {
  const api = new OpenAPIHono<WebEnv>()
  api.openapi(listsRoute, async (c) =>
    c.json(listsAnswer(await findLists(services, c.var.person, false)), 200),
  )
  api.openapi(listRoute, async (c) => {
    const found = await findList(services, allow(c.var.person, 'cases:read'), {
      id: c.req.valid('param').name,
      query: readListQuery(c.req.valid('query')),
      what: 'export',
    })
    return c.json(listAnswered(found), 200, { 'Cache-Control': 'no-store' })
  })
  return api
}
