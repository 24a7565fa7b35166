import { Hono } from 'hono'
import { allow, getCouncil, type WebEnv } from '../../access/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import { isAggregate } from './area.ts'
import { compareAs, comparisonBook } from './benchmark-store.ts'
import { publishedFor } from './published.ts'
import { comparisonAuthorityOf } from './comparison-authority.ts'

const COLUMNS = ['published_as', 'code', 'name', 'is', 'year', 'value', 'unit', 'source', 'note']

/** Mounted at `/measures`: every authority's published figures of a series, as numbers. */
export const comparisonRoutes = ({ records }: { records: Records }) =>
  new Hono<WebEnv>().get('/:id/comparison.csv', async (c) => {
    const pass = allow(c.var.person, 'figures:read')
    const id = c.req.param('id')
    const book = await comparisonBook(records, pass)
    const published = publishedFor(book, id)
    if (!published) throw new NotFound(`Nothing is published to hold ${id} against`)
    const council = await getCouncil(records)
    const authority = comparisonAuthorityOf(book, council.authorityCode, await compareAs(records, pass))
    const like = new Set(authority.as === null ? [] : book.neighbours[authority.as])
    const kindOf = (code: string) =>
      code === authority.own
        ? 'this council'
        : isAggregate(code)
          ? 'England or region'
          : like.has(code)
            ? 'neighbour'
            : 'authority'
    const rows = Object.entries(book.areas).flatMap(([code, { name }]) =>
      published.years.flatMap((year) => {
        const figure = published.figure(code, year)
        return figure
          ? [
              [
                published.title,
                code,
                name,
                kindOf(code),
                year,
                figure.text,
                published.item.unit,
                published.item.source,
                book.noteOf(published.name, code, year),
              ],
            ]
          : []
      }),
    )
    return new Response(toCsv(COLUMNS, rows), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${published.name.replace(/[^A-Za-z0-9]+/g, '-')}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  })
