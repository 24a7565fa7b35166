import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { allow, type Permission, type WebEnv } from '../access/index.ts'
import type { Records } from '../platform/records.ts'
import type { Fields } from './field.ts'
import type { RecordKind } from './record.ts'
import { getRecord, listRecords } from './record-store.ts'

/** A kind of record as JSON, described from its definition: all of them at `path`, each by its id below it. */
export function recordApi<Shape extends Fields, Read extends Permission, Write extends Permission>(
  kind: RecordKind<string, Shape, Read, Write>,
  { records, path }: { records: Records; path: string },
): OpenAPIHono<WebEnv> {
  const api = new OpenAPIHono<WebEnv>()
  const row: z.ZodType = kind.row
  const listRoute = createRoute({
    method: 'get',
    path,
    responses: {
      200: {
        description: kind.words.title,
        content: { 'application/json': { schema: z.array(row) } },
      },
    },
  })
  const recordRoute = createRoute({
    method: 'get',
    path: `${path}/{id}`,
    request: { params: z.object({ id: z.string() }) },
    responses: {
      200: { description: kind.words.a, content: { 'application/json': { schema: row } } },
    },
  })
  api.openAPIRegistry.registerPath(listRoute)
  api.openAPIRegistry.registerPath(recordRoute)
  api.get(path, async (c) => {
    const found = await listRecords(records, allow(c.var.person, kind.permissions.read), kind)
    return c.json(found.sort((left, right) => kind.compare(left, right)))
  })
  api.get(`${path}/:id`, async (c) =>
    c.json(
      await getRecord(records, allow(c.var.person, kind.permissions.read), kind, c.req.param('id') ?? ''),
    ),
  )
  return api
}
