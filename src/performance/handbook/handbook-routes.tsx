import { Hono } from 'hono'
import { allow, type WebEnv } from '../../access/index.ts'
import { monthOf } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import { availability, catalogue, seriesOf, type SeriesDefinition } from '../../measures/index.ts'
import { comparisonBook } from '../benchmarks/benchmark-store.ts'
import type { FigureDeps } from '../pages/figure-deps.ts'
import { entryOf, HANDBOOK } from './handbook-entry.ts'
import { HandbookListPage } from './handbook-list-page.tsx'
import { HandbookPage } from './handbook-page.tsx'
import { neededFields } from './needed-fields.ts'

/** Mounted at `/handbook/measures`. */
export function handbookRoutes({ records, pool, clock }: Pick<FigureDeps, 'records' | 'pool' | 'clock'>) {
  return new Hono<WebEnv>()
    .get('/', async (c) => {
      const { person, frame } = c.var
      allow(person, 'figures:read')
      const snapshot = await pool.current(person.council)
      const available = snapshot ? await availability(snapshot) : null
      const measures = HANDBOOK.flatMap((entry) => {
        const [first, ...others] = seriesWithin(entry.id)
        if (!first) return []
        const isAvailable =
          available && [first, ...others].some(({ id }) => available.get(id)?.available ?? false)
        return [{ entry, series: first, isAvailable }]
      })
      return c.html(<HandbookListPage frame={frame} measures={measures} />)
    })
    .get('/:id', async (c) => {
      const { person, frame } = c.var
      const pass = allow(person, 'figures:read')
      const entry = entryOf(c.req.param('id'))
      const series = entry ? seriesWithin(entry.id) : []
      if (!entry || series.length === 0) throw new NotFound('There is no such measure')
      const snapshot = await pool.current(person.council)
      return c.html(
        <HandbookPage
          frame={frame}
          entry={entry}
          series={series}
          needed={await neededFields(series, snapshot)}
          available={snapshot ? await availability(snapshot) : null}
          month={monthOf(snapshot?.asAt ?? clock.today())}
          book={await comparisonBook(records, pass)}
        />,
      )
    })
}

/** The series of a measure, its headline first. */
const seriesWithin = (measure: string): SeriesDefinition[] => {
  const all = catalogue().filter((one) => one.measure === measure)
  const headline = seriesOf(measure)
  return headline ? [headline, ...all.filter(({ id }) => id !== headline.id)] : all
}
