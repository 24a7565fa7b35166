import type { Month } from '../../platform/day.ts'
import type { SeriesDefinition } from '../figures/figure.ts'
import published from './benchmarks.json' with { type: 'json' }

/**
 * Published figures of England, carried so that a fresh install compares at once.
 * Contains public sector information licensed under the Open Government Licence v3.0.
 */
interface Published {
  /** "%", "per 10,000", "children per full-time worker" */
  unit: string
  source: string
  note?: string
  /** By period as published: "2014-15" is the year to 31 March 2015. */
  england: Record<string, number>
}

const PUBLISHED: Readonly<Record<string, Published>> = published.series
export const BENCHMARK_LICENCE = published.licence

/** What is published of England to hold one figure against. */
export interface Comparison {
  value: number
  /** "2014-15" */
  period: string
  unit: string
  source: string
  note: string | null
}

/** The year to 31 March that a month falls in, by the year it ends: 2015 for January 2015. */
const yearEnding = (month: Month): number => Number(month.slice(0, 4)) + (month.slice(5) > '03' ? 1 : 0)
const endOf = (period: string): number => Number(period.slice(0, 4)) + 1

/** England's figure of the year nearest to the month, the earlier of two as near; null when none is published. */
export function england(series: SeriesDefinition, month: Month): Comparison | null {
  const found = PUBLISHED[series.id]
  if (!found) return null
  const year = yearEnding(month)
  const periods = Object.keys(found.england).sort()
  const [nearest] = periods.sort((a, b) => Math.abs(endOf(a) - year) - Math.abs(endOf(b) - year))
  if (nearest === undefined) return null
  const { unit, source, note } = found
  return { value: found.england[nearest]!, period: nearest, unit, source, note: note ?? null }
}
