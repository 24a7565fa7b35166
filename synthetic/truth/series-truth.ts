import type { Month } from '../../src/platform/day.ts'
import type { TruthMonths } from './truth-months.ts'

/**
 * One figure. `team` null is the council. A count has no denominator; a share without a case has no value; medians,
 * percentiles and maxima have no numerator.
 */
export interface TruthPoint {
  period: Month
  team: string | null
  numerator: number | null
  denominator: number | null
  value: number | null
}

/** What a figure is: a share in per cent, a count, entries less exits, a sum or one sum over another; or a statistic. */
export type TruthKind =
  'share' | 'count' | 'difference' | 'total' | 'ratio' | 'mean' | 'median' | 'percentile' | 'maximum'

/** A kind of file whose figures a truth is held against. */
export type TruthSource = 'annex-a' | 'ssd' | 'capture'

/** One series of a measure, by its name in the catalogue, with what was counted in words. */
export interface SeriesTruth {
  id: string
  kind: TruthKind
  counts: string
  /** The files whose figures are exactly this; Annex A's, whole, when not said. One series may have a truth for each. */
  sources?: readonly TruthSource[]
  /** Set where files and events name different teams: the council's figure alone is told. */
  councilAlone?: true
  /** Why the figure says what an extract could say, and not all that the event log knows. */
  note?: string
  /** The council first, then its teams by name; the months in order. */
  points: readonly TruthPoint[]
}

/** A series while it is being counted: what is kept is two numbers for each month and team. */
export interface SeriesTally {
  /** One case in a month, by its index; -1 is no month that is counted. Of a share, `amount` is whether it is met. */
  add(index: number, team: string, amount?: number | boolean): void
  /** The months from one index to another alone, both in; all of them when none are given. */
  truth(from?: number, to?: number): SeriesTruth
}

interface TeamTally {
  cases: number[]
  amount: number[]
}

export function openTally(
  months: TruthMonths,
  { id, kind, counts, note, sources, councilAlone }: Omit<SeriesTruth, 'points'>,
): SeriesTally {
  const zeros = (): number[] => months.names.map(() => 0)
  const newTally = (): TeamTally => ({ cases: zeros(), amount: zeros() })
  const council = newTally()
  const teams = new Map<string, TeamTally>()
  return {
    add(index, team, amount = 1) {
      if (index < 0) return
      let own = teams.get(team)
      if (!own) teams.set(team, (own = newTally()))
      for (const tally of [council, own]) {
        tally.cases[index]! += 1
        tally.amount[index]! += Number(amount)
      }
    },
    truth(from = 0, to = months.names.length - 1) {
      const shown = months.names.map((_, index) => index).filter((index) => index >= from && index <= to)
      const named = [...(councilAlone ? [] : teams)]
        .filter(([, { cases }]) => shown.some((index) => cases[index]! > 0))
        .sort(([a], [b]) => (a < b ? -1 : 1))
      const points = [[null, council] as const, ...named].flatMap(([team, tally]) =>
        shown.map((index) => ({
          period: months.names[index]!,
          team,
          ...figureOf(kind, tally.cases[index]!, tally.amount[index]!),
        })),
      )
      return {
        id,
        kind,
        counts,
        ...(sources && { sources }),
        ...(councilAlone && { councilAlone }),
        ...(note !== undefined && { note }),
        points,
      }
    },
  }
}

function figureOf(kind: TruthKind, cases: number, amount: number) {
  if (kind === 'mean')
    return { numerator: null, denominator: cases, value: cases === 0 ? null : twoPlaces(amount / cases) }
  if (kind === 'share') return { numerator: amount, denominator: cases, value: percent(amount, cases) }
  // Those that are met over the rest.
  if (kind === 'ratio')
    return { numerator: amount, denominator: cases - amount, value: percent(amount, cases - amount) }
  return { numerator: kind === 'count' ? amount : null, denominator: null, value: amount }
}

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((10_000 * part) / whole) / 100

/** A half goes up, although a sum of fractions is out in its last bits. */
const twoPlaces = (value: number): number => Math.round(Number((value * 100).toFixed(6))) / 100
