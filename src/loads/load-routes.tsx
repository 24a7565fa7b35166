import { dayInEngland } from '../platform/day.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { basename, join } from 'node:path'
import { Hono } from 'hono'
import { allow, may, type Pass, type Person, type WebEnv } from '../access/index.ts'
import type { Problem } from '../intake/index.ts'
import { toCsv } from '../platform/csv.ts'
import { Gone, NotFound } from '../platform/errors.ts'
import { templatesRoutes } from './templates-routes.tsx'
import { dataSettingRoutes } from './data-setting-routes.tsx'
import { disposalRoutes } from './disposal-routes.tsx'
import { beginIncoming, removeIncoming, rewriteJournal } from './incoming.ts'
import { loadAnswerRoutes } from './load-answer-routes.ts'
import { changeRoutes, loadChanges } from './load-change-routes.tsx'
import { loadUseRoutes } from './load-use-routes.tsx'
import { loadJobs } from './load-job.ts'
import { BrokenLoadPage, LoadListPage, RunningLoadPage, UploadPage } from './load-pages.tsx'
import { problemsFound, problemsOf } from './load-problem-read.ts'
import { registeredLoads } from './load-register-store.ts'
import { LoadResultPage } from './load-result-page.tsx'
import {
  childReader,
  tableLines,
  type ChildQuestion,
  type SnapshotPool,
  currentSnapshot,
  listSnapshots,
  sealedLoad,
} from '../dataset/index.ts'
import { viewOfOutcome, viewOfRecord, viewOfWaiting, type LoadView } from './load-view.ts'
import { WaitingLoadPage } from './load-waiting-page.tsx'
import type { LoadDeps } from './load-deps.ts'
import { receiveUpload } from './upload.ts'
import { waitingLoad, waitingLoads } from './waiting-load.ts'
import { sourcesRoutes } from './sources-routes.tsx'
import { TablePage } from './table-page.tsx'

export interface DataDeps extends LoadDeps {
  pool: SnapshotPool
}

/** A small load ends before its page would be read, so the person who sent it is answered with the result. */
const PATIENCE_MS = 1500

/** Loads: what the figures rest on, bringing files in, and what was wrong with them. Mounted at `/data`. */
export function dataRoutes(deps: DataDeps): Hono<WebEnv> {
  const { records, dataDir, clock, pool } = deps
  const jobs = loadJobs(deps)
  const changes = loadChanges(deps)

  /** The load that has ended, and its problems for those who may see cells of the files. */
  async function endedLoad(
    pass: Pass<'load:read'>,
    loadId: string,
  ): Promise<{ view: LoadView; problems: Problem[] | null }> {
    const { person } = pass
    const job = jobs.find(person.council, loadId)
    if (job?.outcome?.accepted === false) {
      const { outcome } = job
      const problems = await shown(person, loadId, problemsFound(outcome.problems))
      return { view: viewOfOutcome(job, outcome), problems }
    }
    const waiting = await waitingLoad(dataDir, person.council, loadId)
    if (waiting) {
      const problems = await shown(person, loadId, problemsFound(waiting.facts.report.problems))
      return { view: viewOfWaiting(waiting), problems }
    }
    // Files that had been loaded before are told on the page of that load.
    const sealed = await sealedLoad(records, pass, job?.outcome?.loadId ?? loadId)
    if (!sealed) throw new NotFound('no such load')
    const view = viewOfRecord(sealed.snapshot, sealed.summary)
    if (view.deleted !== null) return { view, problems: null }
    const mayOpen = may(person, 'load:write')
    const snapshot = mayOpen ? await pool.byId(person.council, sealed.snapshot.snapshot) : null
    const problems = await shown(person, loadId, snapshot ? problemsOf(snapshot) : problemsFound([]))
    return { view, problems }
  }

  /** Cells of the files may tell of a child: only those who bring files in see them. */
  const shown = async (
    person: Person,
    loadId: string,
    question: ChildQuestion<Problem[]>,
  ): Promise<Problem[] | null> =>
    may(person, 'load:write')
      ? await childReader({ records, clock }, allow(person, 'load:write')).read(question, {
          what: 'list',
          subject: `problems of ${loadId}`,
          why: 'puts files right',
        })
      : null

  const inUse = async (council: string) => {
    const current = await currentSnapshot(records, council)
    return current && { snapshot: current.snapshot, loadedOn: dayInEngland(current.loadedAt) }
  }

  return new Hono<WebEnv>()
    .route('/', changeRoutes(deps, changes))
    .route('/', loadUseRoutes(deps))
    .route('/', loadAnswerRoutes(deps))
    .route('/', disposalRoutes(deps))
    .route('/', dataSettingRoutes(deps))
    .route('/', templatesRoutes())
    .route('/', sourcesRoutes({ records, pool }))
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
    .get('/upload', (c) => {
      allow(c.var.person, 'load:write')
      return c.html(<UploadPage frame={c.var.frame} />)
    })
    .post('/upload', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      let incoming = await beginIncoming(dataDir, pass.person, clock.now(), [])
      const upload = await receiveUpload(c.req.raw, join(incoming.folder, 'files')).catch(
        async (error: unknown) => {
          await removeIncoming(dataDir, incoming.folder)
          throw error
        },
      )
      if (!upload.ok) {
        await removeIncoming(dataDir, incoming.folder)
        return c.html(<UploadPage frame={c.var.frame} errors={upload.errors} />, 400)
      }
      const files = upload.value.paths.map((path) => basename(path))
      incoming = await rewriteJournal(incoming, { files })
      const job = jobs.begin(pass, incoming, upload.value)
      await Promise.race([job.ended, wait(PATIENCE_MS, undefined, { ref: false })])
      return c.redirect(`/data/loads/${job.id}`, 303)
    })
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
      if (waiting) {
        return c.html(
          <WaitingLoadPage
            frame={frame}
            {...await endedLoad(pass, id)}
            answerBy={waiting.answerBy}
            changes={await changes.ofWaiting(pass, waiting)}
            mayLoad={mayLoad}
          />,
        )
      }
      const again = c.req.query('again') === 'yes'
      return c.html(
        <LoadResultPage
          frame={frame}
          {...await endedLoad(pass, id)}
          inUse={current}
          again={again}
          changes={await changes.since(pass, id)}
          mayLoad={mayLoad}
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
    .get('/loads/:id/tables/:source/:table', async (c) => {
      const pass = allow(c.var.person, 'load:read')
      const { view, problems } = await endedLoad(pass, c.req.param('id'))
      const table = `${c.req.param('source')}/${c.req.param('table')}`
      const line = tableLines(view).find(({ spec }) => spec.table === table)
      if (!line) throw new NotFound('no such table')
      return c.html(<TablePage frame={c.var.frame} view={view} line={line} problems={problems} />)
    })
    .get('/loads/:id/rows-to-correct.csv', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const { view, problems } = await endedLoad(allow(pass.person, 'load:read'), c.req.param('id'))
      if (view.deleted !== null) throw new Gone(view.deleted)
      const rows = (problems ?? []).filter(({ severity }) => severity !== 'note')
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', 'attachment; filename="rows-to-correct.csv"')
      return c.body(
        toCsv(
          ['File', 'Sheet', 'Row', 'Field', 'As it stands', 'What was found'],
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
}
