import { createMiddleware } from 'hono/factory'
import type { Hono } from 'hono'
import type { VisitorEnv } from '../access/index.ts'
import { seriesOf } from '../measures/index.ts'
import { workbookNotes } from '../performance/index.ts'
import { csvColumn, workbookOfCsv } from '../platform/documents/workbook.ts'
import type { Services } from '../platform/room.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * An Excel workbook beside every CSV: an address that ends in `.xlsx`, and that no room answers, is made of the answer
 * that the same visitor has from the address that ends in `.csv`. Rights, scope and the access log are those of the CSV.
 */
export const workbooks = ({ pool }: Pick<Services, 'pool'>, app: Hono<VisitorEnv>) =>
  createMiddleware<VisitorEnv>(async (c, next) => {
    await next()
    const { person } = c.var
    if (c.req.method !== 'GET' || c.res.status !== 404 || !person || !c.req.path.endsWith('.xlsx')) return
    const address = new URL(c.req.url)
    address.pathname = address.pathname.replace(/\.xlsx$/, '.csv')
    const answer = await app.fetch(new Request(address, { headers: c.req.raw.headers }), c.env)
    if (!answer.headers.get('Content-Type')?.startsWith('text/csv')) return
    const snapshot = await pool.current(person.council)
    const csv = await answer.text()
    const named = /^\/measures\/([^/]+?)(?:\.csv|\/.*)$/.exec(address.pathname)?.[1]
    const ids = named === undefined ? csvColumn(csv, 'id') : [decodeURIComponent(named)]
    const series = ids.flatMap((id) => seriesOf(id) ?? [])
    const body = await workbookOfCsv(csv, [
      ...(snapshot ? await workbookNotes(snapshot, series) : []),
      ['Address', address.pathname + address.search],
    ])
    const file = /filename="([^"]+)\.csv"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1]
    c.res = new Response(Buffer.from(body), {
      headers: {
        'Content-Type': XLSX,
        'Content-Disposition': `attachment; filename="${file ?? 'figures'}.xlsx"`,
        'Cache-Control': 'no-store',
      },
    })
  })
