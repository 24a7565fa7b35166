import { formatMonth } from '../../platform/day.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'

/** The council's own figure now, in the unit of what is published, and what it is of. */
interface OwnYear {
  value: number
  /** "the 12 months to January 2015", "January 2015" */
  when: string
}

const YEAR = 12

/**
 * What of ours can be held against a year's published figure: of what happens in a month, the last twelve months
 * together; of a stock, the last. Null where the units differ, or a month is withheld.
 */
export function ownYear({ series, points, per10k, compared }: TrackerRow): OwnYear | null {
  const unit = compared?.published.item.unit
  const latest = points.at(-1)
  if (!latest || latest.value === null) return null
  const now = { when: formatMonth(latest.period) }
  const year = points.slice(-YEAR)
  const when = year.length === 1 ? now.when : `the ${year.length} months to ${now.when}`
  if (unit === 'per 10,000' && series.kind === 'count' && per10k !== null) {
    if (series.timing === 'stock' || latest.value === 0) return { value: per10k, ...now }
    const counts = year.flatMap(({ value }) => (value === null ? [] : [value]))
    if (counts.length < year.length) return null
    return { value: (per10k / latest.value) * mean(counts), when }
  }
  if (unit !== series.unit) return null
  if (series.kind !== 'rate' || series.timing === 'stock' || series.noLimits !== null)
    return { value: latest.value, ...now }
  const [met, all] = (['numerator', 'denominator'] as const).map((part) => year.map((point) => point[part]))
  if (!met || !all || [...met, ...all].includes(null)) return null
  const cases = sum(all)
  return cases === 0 ? null : { value: (100 * sum(met)) / cases, when }
}

const sum = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((total, number) => total + (number ?? 0), 0)
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length
