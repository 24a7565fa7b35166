import type { Question } from './question.ts'
import { casesIn, quantile, type Tally } from './tally.ts'

/** What was generated of one question. */
export interface Figure {
  value: number
  unit: string
  /** How far chance alone may take it, for a council so small: twice the standard error, either way. */
  chance: number
}

/** Children of one family come and go together, so that a figure is about as sure as one of half as many children. */
const ALIKE = 2

/** Null when nothing was counted. */
export function figureOf(tally: Tally, measure: string, { kind }: Question): Figure | null {
  const count = tally.counts.get(measure)
  switch (kind.is) {
    case 'share': {
      if (!count || count.of === 0) return null
      // With one more of each, so that few cases that are all alike are not taken for sure.
      const likely = (count.n + 1) / (count.of + 2)
      const error = Math.sqrt((Math.max(0, likely * (1 - likely)) * ALIKE) / count.of)
      return { value: (count.n / count.of) * kind.times, unit: kind.unit, chance: 2 * error * kind.times }
    }
    case 'rate':
      if (!count || count.of === 0) return null
      return {
        value: count.n / count.of,
        unit: kind.per === 'year' ? 'a year per 10,000' : 'per 10,000',
        chance: (2 * Math.sqrt(count.n * ALIKE)) / count.of,
      }
    case 'mean':
      if (!count || count.of === 0) return null
      return {
        value: count.n / count.of,
        unit: kind.unit,
        chance: (count.n / count.of) * (1 / Math.sqrt(count.of)),
      }
    case 'quantile':
      return quantileFigure(tally, kind)
    case 'highest month': {
      const most = Math.max(0, ...(tally.spreads.get(kind.spread) ?? []))
      const base = count?.of ?? 0
      if (base === 0) return null
      return { value: most / base, unit: 'per 10,000', chance: (2 * Math.sqrt(most * ALIKE)) / base }
    }
  }
}

function quantileFigure(
  tally: Tally,
  { spread, share, of, unit }: Extract<Question['kind'], { is: 'quantile' }>,
): Figure | null {
  const value = quantile(tally, spread, share)
  if (value === null) return null
  const cases = casesIn(tally.spreads.get(spread)!)
  const error = 2 * Math.sqrt((share * (1 - share) * ALIKE) / cases)
  const low = quantile(tally, spread, Math.max(0, share - error))!
  const high = quantile(tally, spread, Math.min(1, share + error))!
  return { value: value / of, unit, chance: (high - low) / 2 / of }
}
