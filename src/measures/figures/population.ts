import { isOfRecords } from '../catalogue/catalogue.ts'
import type { Point, SeriesDefinition } from './figure.ts'

/**
 * A count as the department publishes it: per 10,000 children a year, by the mid-year population of the financial
 * year's first summer (figures of March 2015 use mid-2014). A month's flow is multiplied by twelve. Null without a
 * population for that year or an earlier one, and of a count of records: there is no such number of records a child.
 */
export function per10kOf(
  series: SeriesDefinition,
  point: Point | null,
  population: Readonly<Record<string, number>>,
): number | null {
  if (point === null || point.value === null || series.kind !== 'count' || isOfRecords(series.id)) return null
  const [calendarYear = '', month = ''] = point.period.split('-')
  const summer = month > '03' ? Number(calendarYear) : Number(calendarYear) - 1
  const known = Object.keys(population)
    .filter((year) => Number(year) <= summer)
    .sort()
    .at(-1)
  const children = known === undefined ? undefined : population[known]
  if (!children) return null
  return (point.value * (series.timing === 'flow' ? 12 : 1) * 10_000) / children
}
