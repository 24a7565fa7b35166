import { formatMonth } from '../../platform/day.ts'
import { funnelOf, type Funnel, type FunnelPoint } from '../spc/funnel.ts'
import { NOT_RECORDED, type Point, type SeriesDefinition } from '../../measures/index.ts'
import type { SplitPart } from './measure-splits.tsx'

export interface TeamFunnel {
  /** Null when fewer than four teams have figures. */
  funnel: Funnel | null
  /** "in the 12 months to January 2015", "at the end of January 2015" */
  when: string
}

const MONTHS = 12

/**
 * A share by team, over the last twelve months of a flow or the last month end of a stock, where the same child would
 * count each month. Null for what is no share. Teams are compared, workers never.
 */
export function teamFunnel(
  series: SeriesDefinition,
  total: readonly Point[],
  parts: readonly SplitPart[],
): TeamFunnel | null {
  if (series.kind !== 'rate') return null
  const months = total.slice(series.timing === 'flow' ? -MONTHS : -1).map(({ period }) => period)
  const last = months.at(-1)
  if (!last) return null
  const council = sumOf(total, months)
  const teams = parts
    .filter(({ value }) => value !== NOT_RECORDED)
    .flatMap(({ value, state }) => {
      const sum = sumOf(state.points, months)
      return sum ? [{ name: value, ...sum }] : []
    })
  const when =
    series.timing === 'flow'
      ? months.length === 1
        ? `in ${formatMonth(last)}`
        : `in the ${months.length} months to ${formatMonth(last)}`
      : `at the end of ${formatMonth(last)}`
  return { funnel: council && funnelOf(teams, council), when }
}

/** Both counts over some months; null where one of them is hidden from this reader. */
function sumOf(points: readonly Point[], months: readonly string[]): { met: number; all: number } | null {
  const summed = points.filter(({ period }) => months.includes(period))
  let [met, all] = [0, 0]
  for (const { numerator, denominator } of summed) {
    if (numerator === null || denominator === null) return null
    met += numerator
    all += denominator
  }
  return { met, all }
}

const STANDINGS: Readonly<Record<FunnelPoint['standing'], string>> = {
  within: 'Within what chance explains',
  apart: 'At the edge of what chance explains',
  far: 'Beyond what chance explains',
  small: 'Fewer than 10: not judged',
}

export const describeStanding = ({ standing, direction }: FunnelPoint): string =>
  standing === 'apart' || standing === 'far'
    ? `${STANDINGS[standing]}, ${direction === 'up' ? 'above' : 'below'}`
    : STANDINGS[standing]
