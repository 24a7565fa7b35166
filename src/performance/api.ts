import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { allow, operator, type WebEnv } from '../access/index.ts'
import { figureReader, shownTo } from '../measures/index.ts'
import type { Month } from '../platform/day.ts'
import { Refused } from '../platform/errors.ts'
import type { Services } from '../platform/room.ts'
import { measuresAnswer, trackerAnswer } from './answers.ts'
import { seriesAt } from './pages/measure-read.ts'
import { asRestated } from './restatement/restated-figures.ts'
import { trackerRows } from './tracker/tracker.ts'

const month = z.string().regex(/^\d{4}-\d{2}$/)
const number = z.number().nullable()

const pointSchema = z
  .object({
    period: month,
    split: z.string().nullable(),
    numerator: number,
    denominator: number,
    value: number.openapi({
      description: 'null when it is not there, or is a percentage of so few that it is withheld',
    }),
    provisional: z.boolean(),
  })
  .openapi('Point')

const trackerSchema = z
  .object({
    id: z.string(),
    ref: z.string(),
    title: z.string(),
    latest: pointSchema.nullable(),
    previous: pointSchema.nullable(),
    target: number,
    targetBy: z.string().nullable(),
    sentence: z.string(),
  })
  .openapi('TrackerRow')

const measureSchema = z
  .object({ id: z.string(), title: z.string(), available: z.boolean(), why: z.string().nullable() })
  .openapi('Measure')

const figuresSchema = z
  .object({ id: z.string(), available: z.boolean(), points: z.array(pointSchema).readonly() })
  .openapi('Figures')

const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
})

const measuresRoute = createRoute({
  method: 'get',
  path: '/measures',
  responses: answers(z.array(measureSchema).readonly(), 'The catalogue, as `waymark measures --json`'),
})
const measureRoute = createRoute({
  method: 'get',
  path: '/measures/{id}',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ from: month.optional(), to: month.optional() }),
  },
  responses: answers(figuresSchema, 'Figures month by month, as `waymark measure ID --json`'),
})
const trackerRoute = createRoute({
  method: 'get',
  path: '/tracker',
  responses: answers(z.array(trackerSchema).readonly(), 'The tracker, as `waymark tracker --json`'),
})

/** Figures as JSON, with percentages withheld as on the pages. */
export function performanceApi({ records, pool }: Services): Promise<OpenAPIHono<WebEnv>> {
  const loaded = async (council: string) => {
    const snapshot = await pool.current(council)
    if (!snapshot) throw new Refused('Nothing has been loaded yet.')
    return snapshot
  }
  const api = new OpenAPIHono<WebEnv>()
  api.openapi(measuresRoute, async (c) => {
    const { person } = allow(c.var.person, 'figures:read')
    return c.json(await measuresAnswer(await pool.current(person.council)), 200)
  })
  api.openapi(measureRoute, async (c) => {
    const pass = allow(c.var.person, 'figures:read')
    const { person } = pass
    const { from, to } = c.req.valid('query')
    const series = seriesAt(c.req.valid('param').id)
    const snapshot = await loaded(person.council)
    const everything = allow(operator(person.council), 'figures:read')
    const found = await figureReader(snapshot, everything).figures(series.id, {
      from: from as Month | undefined,
      to: to as Month | undefined,
    })
    const { points, ...answer } = await asRestated(snapshot, records, pass, found)
    return c.json({ ...answer, points: shownTo(person, series, points) }, 200)
  })
  api.openapi(trackerRoute, async (c) => {
    const pass = allow(c.var.person, 'figures:read')
    const rows = await trackerRows(await loaded(pass.person.council), records, pass)
    return c.json(trackerAnswer(rows), 200)
  })
  return Promise.resolve(api)
}
