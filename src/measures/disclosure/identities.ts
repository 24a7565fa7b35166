import { shiftMonth, type Month } from '../../platform/day.ts'
import type { Point, SeriesDefinition } from '../figures/figure.ts'
import { countsOf, type Part } from './small-numbers.ts'
import { sumsIn, type Term, type Vector } from './column-sums.ts'

export interface SeriesPoints {
  series: SeriesDefinition
  points: readonly Point[]
}

/** A vector of counts, month by month: "cp-rate.starts#met". */
export const vectorName = (id: string, part: Part): string => `${id}#${part}`

/** What anyone who reads the output can know of how its vectors belong together. */
export interface Identities {
  /** Vectors that count the same: sibling measures with one denominator. Each by the name that all of them share. */
  same: ReadonlyMap<string, string>
  /** In every month and every split their terms add up to 0. */
  equations: readonly (readonly Term[])[]
  /** Counts of one measure of which one is always part of the other: what is left of it is a count as well, though none prints it. */
  nested: readonly { whole: string; part: string }[]
}

const sum = (whole: string, ...parts: readonly string[]): Term[] => [
  [whole, 1, 0],
  ...parts.map((part): Term => [part, -1, 0]),
]
/** A stock is that of the month before, and those who started, less those who ended. */
const flow = (stock: string, starts: string, ends: string): Term[] => [
  [stock, 1, 0],
  [stock, -1, 1],
  [starts, -1, 0],
  [ends, 1, 0],
]

/** Those that follow from the definitions, whatever the figures. */
const DECLARED: readonly (readonly Term[])[] = [
  sum('fd-contacts#met', 'fd-contacts.new#met', 'fd-contacts.open_case#met'),
  sum('lac-number.all#met', 'lac-number.uasc#met', 'lac-number.ex_uasc#met'),
  sum('lac-flow.starts#met', 'lac-flow.net#net', 'lac-flow.ends#met'),
  flow('cp-rate.open#met', 'cp-rate.starts#met', 'cp-rate.ends#met'),
  flow('lac-number.all#met', 'lac-flow.starts#met', 'lac-flow.ends#met'),
]

/** So many months, and so many different counts, agree by chance about never. */
const MIN_MONTHS = 8
const MIN_DIFFERENT = 4

/** Whether a column has enough in it to say that it is another one, and not like it by chance. */
export const isTelling = (vector: Vector): boolean =>
  vector.size >= MIN_MONTHS && new Set(vector.values()).size >= MIN_DIFFERENT

/**
 * Every identity between the totals of an output: those declared, and those that its own figures show, as somebody would find
 * them who lays its columns side by side. So no denominator of a sibling measure has to be written down.
 */
export function identitiesOf(found: readonly SeriesPoints[]): Identities {
  const vectors = vectorsOf(found)
  const groups = Map.groupBy(
    [...vectors].filter(([, vector]) => isTelling(vector)),
    ([, vector]) => textOf(vector),
  )
  const same = new Map(
    [...groups.values()].flatMap((group) => group.map(([name]) => [name, group[0]![0]] as const)),
  )
  const distinct = [...groups.values()].map((group) => group[0]!)
  return {
    same,
    equations: [
      ...DECLARED,
      ...sumsIn(distinct),
      ...partitionsIn(found),
      ...flowsIn(distinct),
      ...rollingIn(vectors),
    ],
    nested: nestedIn(distinct, found),
  }
}

function vectorsOf(found: readonly SeriesPoints[]): Map<string, Map<Month, number>> {
  const vectors = new Map<string, Map<Month, number>>()
  for (const { series, points } of found)
    for (const point of points)
      for (const [part, count] of countsOf(series, point)) {
        const name = vectorName(series.id, part)
        const vector = vectors.get(name) ?? new Map<Month, number>()
        vectors.set(name, vector.set(point.period, count))
      }
  return vectors
}

export const textOf = (vector: Vector): string =>
  [...vector].map(([month, count]) => `${month}:${count}`).join()

/** A rolling year is its twelve months. The month's series is named as the year's, or by how it counts. */
const rollingIn = (vectors: ReadonlyMap<string, Vector>): Term[][] =>
  [...vectors.keys()].flatMap((year) =>
    ['#', '.ever#', '.in_month#'].flatMap((ending) => {
      const month = year.replace('.rolling12#', ending)
      return month !== year && vectors.has(month)
        ? [[[year, 1, 0], ...Array.from({ length: 12 }, (_, ago): Term => [month, -1, ago])] as Term[]]
        : []
    }),
  )

/** Those of a measure who are looked after are the ones that its series without them leaves out. */
function nestedIn(
  vectors: readonly (readonly [string, Vector])[],
  found: readonly SeriesPoints[],
): { whole: string; part: string }[] {
  const measures = new Map(found.map(({ series }) => [series.id, series.measure]))
  const partOf = (name: string) => name.slice(name.indexOf('#'))
  const groups = Map.groupBy(
    vectors.filter(([name]) => partOf(name) === '#met' || partOf(name) === '#all'),
    ([name]) => `${measures.get(name.slice(0, name.indexOf('#')))}${partOf(name)}`,
  )
  return [...groups.values()].flatMap((group) =>
    group.flatMap(([whole, large]) =>
      group.flatMap(([part, small]) =>
        whole !== part && large.size === small.size && small.entries().every(([month, count]) => count <= (large.get(month) ?? -1)) // prettier-ignore
          ? [{ whole, part }]
          : [],
      ),
    ),
  )
}

/** A stock's change from month to month = one − another. */
function flowsIn(vectors: readonly (readonly [string, Vector])[]): Term[][] {
  const changes = new Map<string, { name: string; months: Month[] }>()
  for (const [name, vector] of vectors) {
    const months = [...vector.keys()].filter((month) => vector.has(shiftMonth(month, -1)))
    const change = months.map((month) => vector.get(month)! - vector.get(shiftMonth(month, -1))!)
    if (new Set(change).size >= MIN_DIFFERENT)
      changes.set(`${months.join()} ${change.join()}`, { name, months })
  }
  const spans = [...Map.groupBy(changes.values(), ({ months }) => months.join()).values()]
  return spans.flatMap(([span]) =>
    vectors.flatMap(([starts, a]) =>
      vectors.flatMap(([ends, b]) => {
        const { months } = span!
        if (starts === ends || !months.every((month) => a.has(month) && b.has(month))) return []
        const net = months.map((month) => a.get(month)! - b.get(month)!)
        const stock = changes.get(`${months.join()} ${net.join()}`)
        return stock ? [flow(stock.name, starts, ends)] : []
      }),
    ),
  )
}

/** Shares of one measure that have one denominator and together make it up. */
function partitionsIn(found: readonly SeriesPoints[]): Term[][] {
  const rates = found.filter(({ series }) => series.kind === 'rate')
  const groups = Map.groupBy(
    rates,
    ({ series, points }) =>
      `${series.measure} ${points.map(({ period, denominator }) => `${period}:${denominator}`).join()}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (group.length < 3 || !first) return []
    const isWhole = first.points.every(
      ({ denominator }, index) =>
        group.reduce((total, { points }) => total + (points[index]?.numerator ?? 0), 0) === denominator,
    )
    return isWhole
      ? [sum(vectorName(first.series.id, 'all'), ...group.map(({ series }) => vectorName(series.id, 'met')))]
      : []
  })
}
