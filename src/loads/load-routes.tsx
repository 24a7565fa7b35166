import { Hono } from 'hono'
import { allow, may, type Pass, type WebEnv } from '../access/index.ts'
import { currentSnapshot, listSnapshots, tableLines, type SnapshotPool } from '../dataset/index.ts'
import { toCsv } from '../platform/csv.ts'
import { dayInEngland } from '../platform/day.ts'
import { Gone, NotFound } from '../platform/errors.ts'
import { dataSettingRoutes } from './data-setting-routes.tsx'
import { disposalRoutes } from './disposal-routes.tsx'
import { endedLoad } from './ended-load.ts'
import { loadAnswerRoutes } from './load-answer-routes.tsx'
import { changeRoutes, loadChanges, type KnownChanges } from './load-change-routes.tsx'
import { loadJobs, type LoadJobs } from './load-job.ts'
import { BrokenLoadPage, LoadListPage, RunningLoadPage } from './load-pages.tsx'
import { registeredLoad, registeredLoads } from './load-register-store.ts'
import { LoadResultPage } from './load-result-page.tsx'
import { loadUseRoutes } from './load-use-routes.tsx'
import { WaitingLoadPage } from './load-waiting-page.tsx'
import type { LoadDeps } from './load-deps.ts'
import { notLearned } from './reading-choices-store.ts'
import { spellingRoutes } from './spelling-routes.tsx'
import { sourcesRoutes } from './sources-routes.tsx'
import { TablePage } from './table-page.tsx'
import { templatesRoutes } from './templates-routes.tsx'
import { UnsealedLoadPage } from './unsealed-load-page.tsx'
import { uploadRoutes } from './upload-routes.tsx'
import { questionOf, waitingLoad, waitingLoads } from './waiting-load.ts'

interface DataDeps extends LoadDeps {
  pool: SnapshotPool
}

/** Loads: what the figures rest on, bringing files in, and what was wrong with them. Mounted at `/data`. */
export function dataRoutes(deps: DataDeps): Hono<WebEnv> {
  const { records, dataDir, pool } = deps
  const jobs = loadJobs(deps)
  const changes = loadChanges(deps)

  return new Hono<WebEnv>()
    .route('/', changeRoutes(deps, changes))
    .route('/', loadUseRoutes(deps))
    .route('/', loadAnswerRoutes(deps, jobs))
    .route('/', disposalRoutes(deps))
    .route('/', spellingRoutes(deps, jobs))
    .route('/', dataSettingRoutes(deps))
    .route('/', templatesRoutes())
    .route('/', sourcesRoutes({ records, pool }))
    .route('/', uploadRoutes(deps, jobs))
    .route('/', loadPageRoutes(deps, jobs, changes))
    .route('/', endedLoadRoutes(deps, jobs))
    .get('/', async (c) => {
      const pass = allow(c.var.person, 'load:read')
      return c.html(
        <LoadListPage
          frame={c.var.frame}
          snapshots={await listSnapshots(records, pass)}
          loads={await registeredLoads(records, pass)}
          waiting={await waitingLoads(dataDir, pass)}
          mayLoad={may(c.var.person, 'load:write')}
        />,
      )
    })
}

/** The page of a load while it runs, waits or has ended. */
function loadPageRoutes(deps: DataDeps, jobs: LoadJobs, changes: KnownChanges): Hono<WebEnv> {
  const { records, dataDir } = deps
  const inUse = async (council: string) => {
    const current = await currentSnapshot(records, council)
    return current && { snapshot: current.snapshot, loadedOn: dayInEngland(current.loadedAt) }
  }
  return new Hono<WebEnv>()
    .get('/loads/:id', async (c) => {
      const pass = allow(c.var.person, 'load:read')
      const { council } = pass.person
      const [frame, id, current] = [c.var.frame, c.req.param('id'), await inUse(council)]
      const job = jobs.find(council, id)
      if (job?.broken) return c.html(<BrokenLoadPage frame={frame} job={job} />)
      if (job && !job.outcome) {
        return c.html(<RunningLoadPage frame={frame} job={job} current={current?.loadedOn ?? null} />)
      }
      if (job?.outcome?.snapshot && job.outcome.loadId !== id) {
        return c.redirect(`/data/loads/${job.outcome.loadId}?again=yes`, 303)
      }
      const mayLoad = may(c.var.person, 'load:write')
      const waiting = await waitingLoad(dataDir, council, id)
      const ended = () => endedWithSpellings(deps, jobs, pass, id, c.req.query('learned'))
      if (waiting?.facts.sealed) {
        return c.html(
          <WaitingLoadPage
            frame={frame}
            {...await ended()}
            answerBy={waiting.answerBy}
            question={questionOf(waiting)?.asked}
            changes={await changes.ofWaiting(pass, waiting)}
            mayLoad={mayLoad}
          />,
        )
      }
      const registered = await registeredLoad(records, pass, id)
      if (registered && registered.state !== 'sealed')
        return c.html(<UnsealedLoadPage frame={frame} load={registered} mayLoad={mayLoad} />)
      const again = c.req.query('again') === 'yes'
      return c.html(
        <LoadResultPage
          frame={frame}
          {...await ended()}
          inUse={current}
          again={again}
          changes={await changes.since(pass, id)}
          mayLoad={mayLoad}
          question={questionOf(waiting)}
        />,
      )
    })
    .post('/loads/:id/cancel', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const job = jobs.find(pass.person.council, c.req.param('id'))
      if (!job) throw new NotFound('no such load')
      job.cancel()
      await job.ended
      return c.redirect(`/data/loads/${job.id}`, 303)
    })
}

/** A load that has ended, less the spellings that somebody has decided on since, and how many just were. */
async function endedWithSpellings(
  deps: DataDeps,
  jobs: LoadJobs,
  pass: Pass<'load:read'>,
  id: string,
  learned = '0',
) {
  const { unread, ...found } = await endedLoad(deps, jobs, pass, id)
  const isOpen = may(pass.person, 'load:write')
  const left = isOpen ? await notLearned(deps.records, allow(pass.person, 'load:write'), unread) : []
  return { ...found, unread: left, learned: Number(learned) || 0 }
}

/** One table of a load, and the rows to correct. */
const endedLoadRoutes = (deps: DataDeps, jobs: LoadJobs): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/loads/:id/tables/:source/:table', async (c) => {
      const pass = allow(c.var.person, 'load:read')
      const { view, problems } = await endedLoad(deps, jobs, pass, c.req.param('id'))
      const table = `${c.req.param('source')}/${c.req.param('table')}`
      const line = tableLines(view).find(({ spec }) => spec.table === table)
      if (!line) throw new NotFound('no such table')
      return c.html(<TablePage frame={c.var.frame} view={view} line={line} problems={problems} />)
    })
    .get('/loads/:id/rows-to-correct.csv', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const { view, problems } = await endedLoad(
        deps,
        jobs,
        allow(pass.person, 'load:read'),
        c.req.param('id'),
      )
      if (view.deleted !== null) throw new Gone(view.deleted)
      const rows = (problems ?? []).filter(({ severity }) => severity !== 'note')
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', 'attachment; filename="rows-to-correct.csv"')
      return c.body(
        toCsv(
          ['File', 'Sheet', 'Row', 'Field', 'As in the file', 'What was found'],
          rows.map(({ file, sheet, row, field, value, message }) => [
            file,
            sheet,
            row,
            field,
            value,
            message,
          ]),
        ),
      )
    })
