import { isOfRecords } from '../catalogue/catalogue.ts'
import type { Month } from '../../platform/day.ts'
import type { Point, SeriesDefinition } from './figure.ts'

/**
 * A count as the department publishes it: per 10,000 children a year, by the mid-year population of the financial
 * year's first summer (figures of March 2015 use mid-2014), or of a year no more than `MAX_YEARS_CARRIED` before it. A
 * month's flow is multiplied by twelve. Null without such a population, and of a count of records: there is no such
 * number of records a child.
 */
export function per10kOf(
  series: SeriesDefinition,
  point: Point | null,
  population: Readonly<Record<string, number>>,
): number | null {
  if (point === null || point.value === null || series.kind !== 'count' || isOfRecords(series.id)) return null
  const year = populationYear(point.period, population)
  const children = year === null ? undefined : population[year]
  if (!children) return null
  return (point.value * (series.timing === 'flow' ? 12 : 1) * 10_000) / children
}

/** Of figures of April to March the summer in it. */
function summerOf(period: Month): number {
  const [year = '', month = ''] = period.split('-')
  return month > '03' ? Number(year) : Number(year) - 1
}

/** The earlier year that is used for the one a month asks for; null where it has its own, or none is near enough. */
export function carriedPopulationYear(
  period: Month,
  population: Readonly<Record<string, number>>,
): string | null {
  const year = populationYear(period, population)
  return year === null || Number(year) === summerOf(period) ? null : year
}

/** Estimates are published a year after their summer, and a council may not have typed the last one yet. */
const MAX_YEARS_CARRIED = 2

/** The year of the mid-year estimate that figures of a month are divided by; null where none is near enough. */
export function populationYear(period: Month, population: Readonly<Record<string, number>>): string | null {
  const summer = summerOf(period)
  return (
    Object.keys(population)
      .filter((year) => Number(year) <= summer && Number(year) >= summer - MAX_YEARS_CARRIED)
      .sort()
      .at(-1) ?? null
  )
}
