import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { allow, may, type WebEnv } from '../access/index.ts'
import type { Day } from '../platform/day.ts'
import { NotFound } from '../platform/errors.ts'
import { actionRoutes } from './action-routes.tsx'
import { boundMeasures } from './bound-measures.ts'
import { FilePage } from './file-page.tsx'
import { effectOf } from './measure-effect.ts'
import { exportPlan, importPlan } from './plan-csv.ts'
import type { PlanDeps } from './plan-deps.ts'
import { filterTree, readFilter } from './plan-filter.ts'
import { PlanPage } from './plan-page.tsx'
import { allMeasures, recommendationsOf } from './plan-tree.ts'
import { RecommendationPage } from './recommendation-page.tsx'
import { selfCheck } from './self-check.ts'
import { itemRoutes } from './item-routes.tsx'
import { planTree } from './tree-store.ts'

/** The largest plan file: some twenty thousand rows. */
const MAX_FILE = 4 * 1024 * 1024

/** The improvement plan: its page, its recommendations and actions, and the forms that keep it true. */
export const planRoutes = (deps: PlanDeps): Hono<WebEnv> => {
  const { records, clock, pool, ask } = deps
  return new Hono<WebEnv>()
    .get('/', async (c) => {
      const { person, frame } = c.var
      const tree = await planTree(records, allow(person, 'plan:read'))
      const filter = readFilter(c.req.query())
      const faults = selfCheck(tree, clock.today())
      return c.html(
        <PlanPage
          frame={frame}
          today={clock.today()}
          tree={tree}
          shown={filterTree(tree, filter, faults)}
          filter={filter}
          faults={faults}
          lastBoardOn={latestBefore(clock.today(), await ask('meetingDays', person))}
          mayWrite={may(person, 'plan:write')}
        />,
      )
    })
    .route('/', fileRoutes(deps))
    .route('/', itemRoutes(deps))
    .route('/', actionRoutes(deps))
    .get('/recommendations/:id', async (c) => {
      const { person, frame } = c.var
      const tree = await planTree(records, allow(person, 'plan:read'))
      const recommendation = recommendationsOf(tree).find(({ id }) => id === c.req.param('id'))
      if (!recommendation) throw new NotFound(`There is no recommendation ${c.req.param('id')}`)
      const measures = await boundMeasures(
        await pool.current(person.council),
        person,
        allMeasures(recommendation),
      )
      return c.html(
        <RecommendationPage
          frame={frame}
          today={clock.today()}
          recommendation={recommendation}
          measured={measures.map((measure) => ({ measure, effect: effectOf(measure) }))}
          sentences={await ask('sentencesOnRecommendation', person, recommendation.id)}
          mayWrite={may(person, 'plan:write')}
          maySeeCases={may(person, 'cases:read')}
        />,
      )
    })
}

/** The plan as a file, out and in. */
const fileRoutes = ({ records, clock }: PlanDeps): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/plan.csv', async (c) => {
      const csv = await exportPlan(records, allow(c.var.person, 'plan:read'))
      return c.body(csv, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="improvement-plan.csv"',
      })
    })
    .get('/file', (c) => {
      allow(c.var.person, 'plan:write')
      return c.html(<FilePage frame={c.var.frame} errors={{}} outcome={null} />)
    })
    .post(
      '/file',
      bodyLimit({ maxSize: MAX_FILE, onError: (c: Context<WebEnv>) => tooLarge(c) }),
      async (c) => {
        const pass = allow(c.var.person, 'plan:write')
        const { file } = await c.req.parseBody()
        if (!(file instanceof File) || file.size === 0) {
          return c.html(
            <FilePage frame={c.var.frame} errors={{ file: 'Choose a plan file' }} outcome={null} />,
            422,
          )
        }
        const taken = await importPlan(records, pass, clock, new Uint8Array(await file.arrayBuffer()))
        return taken.ok
          ? c.html(<FilePage frame={c.var.frame} errors={{}} outcome={taken.value} />)
          : c.html(<FilePage frame={c.var.frame} errors={taken.errors} outcome={null} />, 422)
      },
    )

/** The last of the days before `today`; null when there is none. */
const latestBefore = (today: Day, days: readonly Day[]): Day | null =>
  days
    .filter((day) => day < today)
    .toSorted()
    .at(-1) ?? null

const tooLarge = (c: Context<WebEnv>) =>
  c.html(
    <FilePage
      frame={c.var.frame}
      errors={{ file: 'The file is larger than 4 MB: a plan is smaller, so check that it is the right file' }}
      outcome={null}
    />,
    413,
  )
