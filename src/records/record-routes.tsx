import { Hono, type Context } from 'hono'
import { allow, may, type Permission, type WebEnv } from '../access/index.ts'
import { Page, PageHeading } from '../ui/page.tsx'
import type { Fields } from './field.ts'
import { compareChanges, historyOf } from './history.ts'
import { importRoutes } from './import-routes.tsx'
import { ListPage, type ListPageProps } from './list-page.tsx'
import { recordsCsv, recordsWorkbook } from './record-file.ts'
import { listCrumbs, RecordHistory, RecordPage, type RecordPageProps } from './record-page.tsx'
import type { RecordSite } from './record-site.ts'
import { findRecord, listRecords, listWithdrawn } from './record-store.ts'
import type { RecordKind } from './record.ts'
import { writingRoutes } from './writing-routes.tsx'

interface RouteOptions<Shape extends Fields, Read extends Permission, Write extends Permission> extends Pick<
  RecordSite<Shape, Read, Write>,
  'records' | 'clock'
> {
  /** Where the room puts these routes: `/visits`. */
  at: string
  /** The section of the navigation, where it is not `at`. */
  section?: string
  /** Above the list. */
  breadcrumbs?: RecordSite<Shape, Read, Write>['place']['breadcrumbs']
  pages?: RecordSite<Shape, Read, Write>['pages']
}

/**
 * The pages of a kind of record: list, record, history, new, change, withdraw, files out and in. `recordAddresses` names
 * them all for the access matrix.
 */
export function recordRoutes<Shape extends Fields, Read extends Permission, Write extends Permission>(
  kind: RecordKind<string, Shape, Read, Write>,
  { at, section = at, breadcrumbs = [], pages = {}, ...stores }: RouteOptions<Shape, Read, Write>,
): Hono<WebEnv> {
  const site: RecordSite<Shape, Read, Write> = { kind, ...stores, place: { at, section, breadcrumbs }, pages }
  return new Hono<WebEnv>()
    .route('/', listRoutes(site))
    .route('/', importRoutes(site))
    .route('/', writingRoutes(site))
    .route('/', pageRoutes(site))
}

function listRoutes<Shape extends Fields, Read extends Permission, Write extends Permission>(
  site: RecordSite<Shape, Read, Write>,
): Hono<WebEnv> {
  const { kind, records, place } = site
  const inOrder = async (c: Context<WebEnv>) => {
    const found = await listRecords(records, allow(c.var.person, kind.permissions.read), kind)
    return found.sort((left, right) => kind.compare(left, right))
  }
  const attachment = (name: string) => ({
    'Content-Disposition': `attachment; filename="${kind.name}.${name}"`,
  })
  return new Hono<WebEnv>()
    .get('/', async (c) => {
      const props: ListPageProps<Shape> = {
        frame: c.var.frame,
        place,
        kind,
        records: await inOrder(c),
        withdrawn: await listWithdrawn(records, allow(c.var.person, kind.permissions.read), kind),
        mayWrite: may(c.var.person, kind.permissions.write),
      }
      return c.html(<>{site.pages.list ? await site.pages.list(props, c) : <ListPage {...props} />}</>)
    })
    .get('/records.csv', async (c) =>
      c.body(recordsCsv(kind, await inOrder(c)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        ...attachment('csv'),
      }),
    )
    .get('/records.xlsx', async (c) =>
      c.body(Buffer.from(await recordsWorkbook(kind, await inOrder(c))), 200, {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        ...attachment('xlsx'),
      }),
    )
}

function pageRoutes<Shape extends Fields, Read extends Permission, Write extends Permission>(
  site: RecordSite<Shape, Read, Write>,
): Hono<WebEnv> {
  const { kind, records, place } = site
  const read = async (c: Context<WebEnv>): Promise<RecordPageProps<Shape>> => {
    const pass = allow(c.var.person, kind.permissions.read)
    const found = await findRecord(records, pass, kind, c.req.param('id') ?? '')
    const changes = await historyOf(records, pass, [kind], kind.aboutOf(found.record.id, found.record))
    return {
      frame: c.var.frame,
      place,
      kind,
      ...found,
      changes: changes.filter(({ subjectId }) => subjectId === found.record.id).sort(compareChanges),
      mayWrite: may(c.var.person, kind.permissions.write),
    }
  }
  return new Hono<WebEnv>()
    .get('/:id', async (c) => {
      const props = await read(c)
      return c.html(<>{site.pages.record ? await site.pages.record(props, c) : <RecordPage {...props} />}</>)
    })
    .get('/:id/history', async (c) => {
      const { record, changes } = await read(c)
      const title = `What has happened to ${kind.nameOf(record) || kind.words.a}`
      return c.html(
        <Page
          frame={c.var.frame}
          title={title}
          section={place.section}
          breadcrumbs={[
            ...listCrumbs(place, kind),
            { text: kind.nameOf(record) || kind.words.title, href: `${place.at}/${record.id}` },
          ]}
        >
          <PageHeading title={title} />
          <RecordHistory kind={kind} changes={changes} />
        </Page>,
      )
    })
}
