import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { allow, operator, type WebEnv } from '../access/index.ts'
import { figureReader, isSplit, publicFigures, shownTo } from '../measures/index.ts'
import type { Month } from '../platform/day.ts'
import { Refused } from '../platform/errors.ts'
import type { Services } from '../platform/room.ts'
import { measuresAnswer, trackerAnswer } from './answers.ts'
import { seriesAt } from './pages/measure-read.ts'
import { editionOf } from './publication/edition-of.ts'
import { publicTrackerRows } from './publication/public-rows.ts'
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

const audience = z
  .enum(['public'])
  .optional()
  .openapi({ description: 'public: as it may be published to everyone, hidden points with hidden: true' })

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
    query: z.object({
      from: month.optional(),
      to: month.optional(),
      by: z.string().refine(isSplit).optional().openapi({ description: 'with for=public: a split' }),
      for: audience,
    }),
  },
  responses: answers(figuresSchema, 'Figures month by month, as `waymark measure ID --json`'),
})
const trackerRoute = createRoute({
  method: 'get',
  path: '/tracker',
  request: { query: z.object({ for: audience }) },
  responses: answers(z.array(trackerSchema).readonly(), 'The tracker, as `waymark tracker --json`'),
})

/** Figures as JSON, with percentages withheld as on the pages. */
export function performanceApi({ records, pool, clock }: Services): Promise<OpenAPIHono<WebEnv>> {
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
    const { from, to, by, for: readers } = c.req.valid('query')
    const series = seriesAt(c.req.valid('param').id)
    const snapshot = await loaded(person.council)
    if (readers === 'public') {
      const edition = editionOf(snapshot, { records, clock }, pass)
      const range = { from: from as Month | undefined, to: to as Month | undefined, by }
      return c.json(await publicFigures(edition, pass, series.id, range), 200)
    }
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
    const snapshot = await loaded(pass.person.council)
    const rows =
      c.req.valid('query').for === 'public'
        ? await publicTrackerRows(snapshot, { records, clock }, pass)
        : await trackerRows(snapshot, records, pass)
    return c.json(trackerAnswer(rows), 200)
  })
  return Promise.resolve(api)
}
