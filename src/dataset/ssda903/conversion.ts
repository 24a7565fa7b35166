import type { Day } from '../../platform/day.ts'
import { sqlFile, type Build } from '../building/build.ts'
import type { Conversion } from '../building/conversion.ts'
import { ORIGINS } from './origins.ts'

/** The return of children looked after: their care, and nothing of what came before it. */
export const ssda903Conversion: Conversion = {
  source: 'ssda903',
  addSightings: (build) => build.run(sqlFile(import.meta.url, './sightings.sql')),
  async convert(build) {
    await build.run(sqlFile(import.meta.url, './care.sql'))
    await build.run(sqlFile(import.meta.url, './outcomes.sql'))
  },
  origins: ORIGINS,
  childIdField: () => 'CHILD',
  // Nothing of care is timed in working days.
  clockDays: [],
  windowOf,
}

/**
 * 1 April of the year of the return, or of the first of consecutive years when several are there. Years show by the
 * episodes that ended in them: a return holds the beginnings of episodes from long before its year, but no end. A
 * year with less than a tenth of the ends of the year that has most is one of mistyped days, and counts for nothing.
 */
async function windowOf(build: Build, asAt: Day): Promise<Day> {
  const years = await build.all<{ year_end: Day }>(
    `select year_end
     from (
         select return_year_end(DEC) as year_end, count(*) as ended
         from ssda903_episodes
         where DEC <= cast($asAt as date)
         group by return_year_end(DEC)
     ) as ends
     qualify ended * 10 >= max(ended) over ()
     order by year_end desc`,
    { asAt },
  )
  let end = Number(asAt.slice(0, 4)) + (asAt.slice(5) > '03-31' ? 1 : 0)
  const known = new Set(years.map(({ year_end }) => Number(year_end.slice(0, 4))))
  while (known.has(end - 1)) end -= 1
  return `${end - 1}-04-01` as Day
}
