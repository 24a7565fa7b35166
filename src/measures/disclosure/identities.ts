import { shiftMonth, type Month } from '../../platform/day.ts'
import type { Point, SeriesDefinition } from '../figures/figure.ts'
import { countsOf, type Part } from './small-numbers.ts'

export interface SeriesPoints {
  series: SeriesDefinition
  points: readonly Point[]
}

/** A vector of counts, month by month: "cp-rate.starts#met". */
export const vectorName = (id: string, part: Part): string => `${id}#${part}`

/** Equations between vectors of counts that anyone who reads the output can know, by the names of the vectors. */
export interface Identities {
  /** Vectors that count the same: sibling measures with one denominator. Each by the name that all of them share. */
  same: ReadonlyMap<string, string>
  sums: readonly { whole: string; parts: readonly string[] }[]
  /** A stock is that of the month before, and those who started, less those who ended. */
  flows: readonly { stock: string; starts: string; ends: string }[]
  /** Twelve months added up, month by month. */
  rolling: readonly { year: string; month: string }[]
}

/** Those that follow from the definitions, whatever the figures. */
const DECLARED: Omit<Identities, 'same'> = {
  sums: [
    { whole: 'fd-contacts#met', parts: ['fd-contacts.new#met', 'fd-contacts.open_case#met'] },
    { whole: 'lac-number.all#met', parts: ['lac-number.uasc#met', 'lac-number.ex_uasc#met'] },
    { whole: 'lac-flow.starts#met', parts: ['lac-flow.net#net', 'lac-flow.ends#met'] },
  ],
  flows: [
    { stock: 'cp-rate.open#met', starts: 'cp-rate.starts#met', ends: 'cp-rate.ends#met' },
    { stock: 'lac-number.all#met', starts: 'lac-flow.starts#met', ends: 'lac-flow.ends#met' },
  ],
  rolling: [],
}

/** So many months, and so many different counts, agree by chance about never. */
const MIN_MONTHS = 8
const MIN_DIFFERENT = 4

type Vector = ReadonlyMap<Month, number>

/**
 * Every identity between the totals of an output: those declared, and those that its own figures show, as somebody would find
 * them who lays its columns side by side. So no denominator of a sibling measure has to be written down.
 */
export function identitiesOf(found: readonly SeriesPoints[]): Identities {
  const vectors = vectorsOf(found)
  const telling = [...vectors].filter(
    ([, vector]) => vector.size >= MIN_MONTHS && new Set(vector.values()).size >= MIN_DIFFERENT,
  )
  const groups = Map.groupBy(telling, ([, vector]) => textOf(vector))
  const same = new Map(
    [...groups.values()].flatMap((group) => group.map(([name]) => [name, group[0]![0]] as const)),
  )
  const distinct = [...groups.values()].map((group) => group[0]!)
  return {
    same,
    sums: [...DECLARED.sums, ...sumsIn(distinct), ...partitionsIn(found)],
    flows: [...DECLARED.flows, ...flowsIn(distinct)],
    rolling: [...vectors.keys()].flatMap((year) => {
      const month = year.includes('.rolling12#') ? monthlyOf(year, vectors) : null
      return month === null ? [] : [{ year, month }]
    }),
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

const textOf = (vector: Vector): string => [...vector].map(([month, count]) => `${month}:${count}`).join()

/** The series that a rolling year adds up: its measure's own, or the one that is not rolling. */
function monthlyOf(year: string, vectors: ReadonlyMap<string, Vector>): string | null {
  const plain = year.replace('.rolling12#', '#')
  return vectors.has(plain) ? plain : vectors.has(year.replace('.rolling12#', '.ever#')) ? year.replace('.rolling12#', '.ever#') : null // prettier-ignore
}

/** Whole = one + another, in every month that all three have. */
function sumsIn(vectors: readonly (readonly [string, Vector])[]): { whole: string; parts: string[] }[] {
  const byLength = Map.groupBy(vectors, ([, vector]) => [...vector.keys()].join())
  return [...byLength.values()].flatMap((alike) => {
    const wholes = new Map(alike.map(([name, vector]) => [[...vector.values()].join(), name]))
    return alike.flatMap(([left, a], index) =>
      alike.slice(index + 1).flatMap(([right, b]) => {
        const whole = wholes.get([...a].map(([month, count]) => count + b.get(month)!).join())
        return whole === undefined || isOneShare(whole, left, right) ? [] : [{ whole, parts: [left, right] }]
      }),
    )
  })
}

const seriesIn = (name: string): string => name.slice(0, name.indexOf('#'))

/** That those met and those not met are all is an equation of every share already. */
const isOneShare = (...names: readonly string[]): boolean => new Set(names.map(seriesIn)).size === 1

/** A stock's change from month to month = one − another. */
function flowsIn(
  vectors: readonly (readonly [string, Vector])[],
): { stock: string; starts: string; ends: string }[] {
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
        return stock ? [{ stock: stock.name, starts, ends }] : []
      }),
    ),
  )
}

/** Shares of one measure that have one denominator and together make it up. */
function partitionsIn(found: readonly SeriesPoints[]): { whole: string; parts: string[] }[] {
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
        group.reduce((sum, { points }) => sum + (points[index]?.numerator ?? 0), 0) === denominator,
    )
    return isWhole
      ? [
          {
            whole: vectorName(first.series.id, 'all'),
            parts: group.map(({ series }) => vectorName(series.id, 'met')),
          },
        ]
      : []
  })
}
