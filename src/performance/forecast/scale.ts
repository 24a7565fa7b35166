import type { Point, SeriesDefinition } from '../../measures/index.ts'

/**
 * The scale on which a series is forecast: one on which chance moves every month by about as much, and outside which
 * no value can fall. A share is taken as an angle, a count as a root, what is always above nothing as a logarithm.
 */
export interface Scale {
  /** A value of the series on the scale. */
  to: (value: number) => number
  /** Back again; never outside what the series can be. */
  from: (level: number) => number
  /** A month as the scale sees it: where it is, and how much it weighs: a share of many children moves less by chance. */
  read: (point: Point) => { level: number; weight: number } | null
  /** The least variance of a month of weight 1 that chance alone gives; 0 where counting gives none. */
  chance: number
}

/** Angles and roots both vary by a quarter, divided by the number counted for an angle. */
const BY_COUNTING = 0.25
/** Anscombe's three eighths keep small counts and shares of few as even as large ones. */
const EIGHTHS = 3 / 8

const SHARE: Scale = {
  to: (value) => Math.asin(Math.sqrt(Math.min(1, Math.max(0, value / 100)))),
  from: (level) => 100 * Math.sin(Math.min(Math.PI / 2, Math.max(0, level))) ** 2,
  read({ numerator, denominator }) {
    if (numerator === null || denominator === null || denominator <= 0) return null
    const share = (numerator + EIGHTHS) / (denominator + 2 * EIGHTHS)
    return { level: Math.asin(Math.sqrt(share)), weight: denominator }
  },
  chance: BY_COUNTING,
}

const COUNT: Scale = {
  to: (value) => Math.sqrt(Math.max(0, value) + EIGHTHS),
  from: (level) => Math.max(0, Math.max(0, level) ** 2 - EIGHTHS),
  read: ({ value }) =>
    value === null ? null : { level: Math.sqrt(Math.max(0, value) + EIGHTHS), weight: 1 },
  chance: BY_COUNTING,
}

const plain = (to: Scale['to'], from: Scale['from']): Scale => ({
  to,
  from,
  read: ({ value }) => (value === null ? null : { level: to(value), weight: 1 }),
  chance: 0,
})

/** The scale of a series, by its kind and what its months are. */
export function scaleOf(
  { kind, unit }: Pick<SeriesDefinition, 'kind' | 'unit'>,
  points: readonly Point[],
): Scale {
  if (kind === 'rate') return SHARE
  if (kind === 'count') return COUNT
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  if (unit === '%' && values.every((value) => value >= 0 && value <= 100)) return plain(SHARE.to, SHARE.from)
  if (kind !== 'difference' && values.every((value) => value > 0)) return plain(Math.log, Math.exp)
  return plain(
    (value) => value,
    (level) => level,
  )
}
