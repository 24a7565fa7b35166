import type { Kind, Question } from './question.ts'
import { casesIn, quantile, type Tally } from './tally.ts'

/** What was generated of one question. */
interface Figure {
  value: number
  unit: string
  /** How far chance alone may take it, for a council so small: twice the standard error, either way. */
  chance: number
}

/** Children of one family come and go together, so that a figure is about as sure as one of half as many children. */
const ALIKE = 2

/** Null when nothing was counted. */
export function figureOf(tally: Tally, measure: string, { kind }: Question): Figure | null {
  if (kind.is === 'quantile') return quantileFigure(tally, kind)
  const { n, of: total } = tally.counts.get(measure) ?? { n: 0, of: 0 }
  if (total === 0) return null
  if (kind.is === 'share') return shareFigure(n, total, kind)
  if (kind.is === 'largest') return { value: n / total, unit: kind.unit, chance: 0 }
  if (kind.is === 'mean') return { value: n / total, unit: kind.unit, chance: n / total / Math.sqrt(total) }
  const events = kind.is === 'rate' ? n : Math.max(0, ...(tally.spreads.get(kind.spread) ?? []))
  return {
    value: events / total,
    unit: kind.is === 'rate' && kind.per === 'year' ? 'a year per 10,000' : 'per 10,000',
    chance: (2 * Math.sqrt(events * ALIKE)) / total,
  }
}

function shareFigure(n: number, total: number, { unit, times }: Extract<Kind, { is: 'share' }>): Figure {
  // With one more of each, so that few cases that are all alike are not taken for sure.
  const likely = (n + 1) / (total + 2)
  const error = Math.sqrt((Math.max(0, likely * (1 - likely)) * ALIKE) / total)
  return { value: (n / total) * times, unit, chance: 2 * error * times }
}

function quantileFigure(
  tally: Tally,
  { spread, share, of: total, unit }: Extract<Kind, { is: 'quantile' }>,
): Figure | null {
  const value = quantile(tally, spread, share)
  if (value === null) return null
  const error = 2 * Math.sqrt((share * (1 - share) * ALIKE) / casesIn(tally.spreads.get(spread)!))
  const low = quantile(tally, spread, Math.max(0, share - error))!
  const high = quantile(tally, spread, Math.min(1, share + error))!
  return { value: value / total, unit, chance: (high - low) / 2 / total }
}
