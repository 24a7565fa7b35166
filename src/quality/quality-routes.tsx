import { Hono, type Context } from 'hono'
import { allow, may, type Pass, type Person, type WebEnv } from '../access/index.ts'
import { toCsv } from '../platform/csv.ts'
import type { Clock } from '../platform/day.ts'
import { NotFound } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { Page, PageHeading } from '../ui/page.tsx'
import {
  childReader,
  tableLines,
  type ChildQuestion,
  type SealedSnapshot,
  type SnapshotPool,
  currentSnapshot,
  refuseDeleted,
  sealedLoad,
  type LoadSummary,
  type SnapshotRecord,
} from '../dataset/index.ts'
import { checksCsv, QualityPage } from './quality-page.tsx'
import { pagesOf, QualityRowsPage, rowsOfPage } from './quality-rows-page.tsx'
import { CASES_A_PAGE, checkWordsOf, qualityCases, qualityOf } from './quality-read.ts'
import { childrenThatDiffer, countThatDiffer, reconciliationOf } from './reconciliation-read.ts'
import { ReconciliationPage } from './reconciliation-page.tsx'

interface QualityDeps {
  records: Records
  pool: SnapshotPool
  clock: Clock
}

interface ShownLoad {
  record: SnapshotRecord
  summary: LoadSummary
  snapshot: SealedSnapshot
  inUse: boolean
}

/** What is wrong with the rows of a load: the one in use, or the one that `?load=` names. Mounted at `/data`. */
export const dataQualityRoutes = (deps: QualityDeps): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .route('/', findingRoutes(deps))
    .route('/', rowRoutes(deps))
    .route('/', reconciliationRoutes(deps))

/** Null before the council's first load. */
async function shownLoad(
  { records, pool }: QualityDeps,
  person: Person,
  loadId: string | undefined,
): Promise<ShownLoad | null> {
  const pass = allow(person, 'load:read')
  const current = await currentSnapshot(records, person.council)
  const id = loadId ?? current?.loadId
  if (id === undefined) return null
  const load = await sealedLoad(records, pass, id)
  if (!load) throw new NotFound('no such load')
  refuseDeleted(load.snapshot)
  const snapshot = await pool.byId(person.council, load.snapshot.snapshot)
  if (!snapshot) throw new NotFound('no such load')
  const inUse = load.snapshot.snapshot === current?.snapshot
  return { record: load.snapshot, summary: load.summary, snapshot, inUse }
}

/** Answers with what `show` makes of the load in the address. */
async function answer(deps: QualityDeps, c: Context<WebEnv>, show: (load: ShownLoad) => Promise<Response>) {
  const load = await shownLoad(deps, c.var.person, c.req.query('load'))
  return load === null ? c.html(<NothingLoaded frame={c.var.frame} />) : await show(load)
}

/** The finding of an address, with its words. */
async function findingOf(snapshot: SealedSnapshot, check: string) {
  const finding = (await qualityOf(snapshot))?.findings.find((candidate) => candidate.check === check)
  if (!finding) throw new NotFound('no such check, or nothing found')
  return { finding, words: (await checkWordsOf(snapshot))(check) }
}

/** Rows with a fault, or of children on whom sources differ, for someone who corrects them. */
const readRows = <Row,>(
  { records, clock }: QualityDeps,
  pass: Pass<'load:write'>,
  question: ChildQuestion<Row[]>,
  subject: string,
  what: 'list' | 'export',
): Promise<Row[]> =>
  childReader({ records, clock }, pass).read(question, { what, subject, why: 'puts data right' })

const findingRoutes = (deps: QualityDeps) =>
  new Hono<WebEnv>()
    .get('/quality', (c) => {
      allow(c.var.person, 'load:read')
      return answer(deps, c, async ({ record, summary, snapshot, inUse }) =>
        c.html(
          <QualityPage
            frame={c.var.frame}
            snapshot={record}
            inUse={inUse}
            quality={await qualityOf(snapshot)}
            wordsOf={await checkWordsOf(snapshot)}
            tables={tableLines(summary)}
            reconciled={((await reconciliationOf(snapshot)) ?? []).length > 0}
            opensRows={may(c.var.person, 'load:write')}
          />,
        ),
      )
    })
    .get('/quality/checks.csv', (c) => {
      allow(c.var.person, 'load:read')
      return answer(deps, c, async ({ snapshot }) =>
        csv(
          c,
          'data-quality.csv',
          ['Check', 'What is wrong', 'Severity', 'Rows', 'Cases of the measure it harms most', 'Harms'],
          checksCsv((await qualityOf(snapshot))?.findings ?? []),
        ),
      )
    })

const rowRoutes = (deps: QualityDeps) =>
  new Hono<WebEnv>()
    .get('/quality/:check', (c) => {
      const pass = allow(c.var.person, 'load:write')
      return answer(deps, c, async ({ record, snapshot, inUse }) => {
        const { finding, words } = await findingOf(snapshot, c.req.param('check'))
        const page = pageOf(c, finding.count)
        const question = qualityCases(snapshot, finding.check, page)
        const subject = `rows with ${finding.check} in ${record.loadId}`
        const cases = await readRows(deps, pass, question, subject, 'list')
        return c.html(
          <QualityRowsPage
            frame={c.var.frame}
            snapshot={record}
            inUse={inUse}
            finding={finding}
            words={words}
            cases={cases}
            page={page}
          />,
        )
      })
    })
    .get('/quality/:check/rows-to-correct.csv', (c) => {
      const pass = allow(c.var.person, 'load:write')
      return answer(deps, c, async ({ record, snapshot }) => {
        const { finding } = await findingOf(snapshot, c.req.param('check'))
        const subject = `rows with ${finding.check} in ${record.loadId}`
        const cases = await readRows(deps, pass, qualityCases(snapshot, finding.check), subject, 'export')
        return csv(
          c,
          'rows-to-correct.csv',
          ['File', 'Sheet', 'Row', 'Child', 'Day', 'What is wrong'],
          cases.map(({ file, sheet, row, childId, onDate, what }) => [
            file,
            sheet,
            row,
            childId,
            onDate,
            what,
          ]),
        )
      })
    })

const reconciliationRoutes = (deps: QualityDeps) =>
  new Hono<WebEnv>().get('/reconciliation', (c) => {
    allow(c.var.person, 'load:read')
    return answer(deps, c, async ({ record, snapshot, inUse }) => {
      const lines = (await reconciliationOf(snapshot)) ?? []
      const differing = lines.length > 0 ? await countThatDiffer(snapshot) : 0
      const page = pageOf(c, differing)
      const mayOpen = may(c.var.person, 'load:write') && lines.length > 0
      const subject = `children on whom the sources of ${record.loadId} differ`
      const children = !mayOpen
        ? null
        : differing === 0
          ? []
          : await readRows(
              deps,
              allow(c.var.person, 'load:write'),
              childrenThatDiffer(snapshot, page),
              subject,
              'list',
            )
      return c.html(
        <ReconciliationPage
          frame={c.var.frame}
          snapshot={record}
          inUse={inUse}
          lines={lines}
          children={children}
          withheld={rowsOfPage(differing, page, CASES_A_PAGE) - (children?.length ?? 0)}
          page={page}
          pages={pagesOf(differing)}
        />,
      )
    })
  })

const NothingLoaded = ({ frame }: { frame: Parameters<typeof Page>[0]['frame'] }) => (
  <Page frame={frame} title="Data quality" section="/data" breadcrumbs={[{ text: 'Data', href: '/data' }]}>
    <PageHeading
      title="Data quality"
      sentence={{ bold: 'Nothing has been loaded yet.', rest: 'There is no data to judge.' }}
    />
  </Page>
)

/** The page of a list of `count` that the address asks for. Throws NotFound when there is none. */
function pageOf(c: Context<WebEnv>, count: number): number {
  const page = Number(c.req.query('page') ?? 1)
  if (!Number.isInteger(page) || page < 1 || page > pagesOf(count)) throw new NotFound('no such page')
  return page
}

function csv(
  c: Context<WebEnv>,
  file: string,
  columns: readonly string[],
  rows: Parameters<typeof toCsv>[1],
): Response {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${file}"`)
  return c.body(toCsv(columns, rows))
}
