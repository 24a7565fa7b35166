import { Hono, type Context } from 'hono'
import { allow, may, type WebEnv } from '../../access/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { NotFound } from '../../platform/errors.ts'
import type { MountedRoutes } from '../../platform/room.ts'
import { findRecord } from '../../records/index.ts'
import { recordRoutes } from '../../records/web.ts'
import { csvFile } from '../clinics/clinic-routes.tsx'
import { readTaskforceWorkers, runTaskforce, workTaskforce } from '../permissions.ts'
import { childrenRoutes } from './children-routes.tsx'
import { FrameworkPage } from './framework-page.tsx'
import { frameworkVersion } from './framework.ts'
import { taskforceDecision } from './taskforce-decision.ts'
import { TaskforcePage, TASKFORCE_CRUMBS } from './taskforce-page.tsx'
import { viewOf, versionsOf, type TaskforceDeps } from './taskforce-read.ts'
import { compareList, freezeList, taskforceOf } from './taskforce-store.ts'
import { taskforceWorker } from './taskforce-worker.ts'
import { taskforce, taskforceHref, TASKFORCES } from './taskforce.ts'
import { weekRoutes } from './week-routes.tsx'

const LISTS = { text: 'Lists', href: '/lists' }

/** A taskforce, its children, workers, framework and decisions, each at its address. */
export function taskforceMounts(deps: TaskforceDeps): MountedRoutes[] {
  const { records, clock } = deps
  const section = '/lists'
  const own = { records, clock, section, breadcrumbs: [...TASKFORCE_CRUMBS] }
  return [
    {
      path: TASKFORCES,
      routes: workRoutes(deps)
        .route('/', childrenRoutes(deps))
        .route('/', weekRoutes(deps))
        .route(
          '/',
          recordRoutes(taskforce, {
            records,
            clock,
            at: TASKFORCES,
            section,
            breadcrumbs: [LISTS],
            pages: { record: ({ record }, c) => showTaskforce(deps, c, record.id) },
          }),
        ),
    },
    {
      path: '/taskforce-workers',
      routes: recordRoutes(taskforceWorker, { ...own, at: '/taskforce-workers' }),
    },
    {
      path: '/taskforce-frameworks',
      routes: recordRoutes(frameworkVersion, {
        ...own,
        at: '/taskforce-frameworks',
        pages: {
          record: async ({ record, frame }, c) => {
            const { person } = c.var
            const found = await taskforceOf(records, allow(person, 'figures:read'), record.taskforceId)
            const versions = await versionsOf(deps, person, found.id)
            return (
              <FrameworkPage
                frame={frame}
                taskforce={found}
                version={record}
                versions={versions}
                view={await viewOf(deps, person, found)}
                mayRun={may(person, runTaskforce)}
              />
            )
          },
        },
      }),
    },
    {
      path: '/taskforce-decisions',
      routes: recordRoutes(taskforceDecision, { ...own, at: '/taskforce-decisions' }),
    },
  ]
}

async function showTaskforce(deps: TaskforceDeps, c: Context<WebEnv>, id: string) {
  const { person, frame } = c.var
  const { record, withdrawal } = await findRecord(deps.records, allow(person, 'figures:read'), taskforce, id)
  if (withdrawal) throw new NotFound(`The taskforce was withdrawn: ${withdrawal.reason}`)
  return (
    <TaskforcePage
      frame={frame}
      view={await viewOf(deps, person, record)}
      seesChildren={may(person, 'cases:read')}
      seesWorkers={may(person, readTaskforceWorkers)}
      mayRun={may(person, runTaskforce)}
      mayWork={may(person, workTaskforce)}
    />
  )
}

/** Freezes, compares, and gives the burn-down as a file. */
const workRoutes = (deps: TaskforceDeps) =>
  new Hono<WebEnv>()
    .post('/:id/freeze', async (c) => await readSnapshot(deps, c, freezeList))
    .post('/:id/compare', async (c) => await readSnapshot(deps, c, compareList))
    .get('/:id/burn-down.csv', async (c) => {
      const { person } = c.var
      const found = await taskforceOf(deps.records, allow(person, 'figures:read'), c.req.param('id'))
      const { weeks } = await viewOf(deps, person, found)
      return csvFile(
        'burn-down',
        toCsv(
          ['week_of', 'given_out', 're_assessed', 'still_to_do', 'full_week'],
          weeks.map(({ monday, given, done, remaining, isFull }) => [monday, given, done, remaining, isFull]),
        ),
      )
    })

async function readSnapshot(
  { records, clock, pool }: TaskforceDeps,
  c: Context<WebEnv>,
  work: typeof freezeList | typeof compareList,
) {
  const { person } = c.var
  const passes = { run: allow(person, runTaskforce), work: allow(person, workTaskforce) }
  const { id } = await taskforceOf(records, allow(person, 'figures:read'), c.req.param('id') ?? '')
  const snapshot = await pool.current(person.council)
  if (!snapshot) throw new NotFound('No data has been loaded yet')
  await work(records, passes, clock, snapshot, id)
  return c.redirect(taskforceHref(id), 303)
}
