import type { ExtractView } from '../extract-view.ts'
import type { Workforce } from '../simulation/workforce.ts'
import type { AreaCount } from './area-count.ts'
import type { SeriesTruth } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

/** Month ends that the templates hold, the last day's own included. */
const MONTHS_CAPTURED = 24

/** The looked-after children of each reviewing officer, and the officers' time. What is kept is one number for each officer and month. */
export function countOfficers(months: TruthMonths, view: ExtractView, { workers }: Workforce): AreaCount {
  const held = months.names.map(() => new Map<string, number>())
  const timeOf = new Map(workers.map(({ code, fte }) => [code, fte]))
  return {
    child({ care }) {
      for (const index of months.names.keys()) {
        const day = months.lastDays[index]!
        const now = care.findLast(({ from, until }) => from <= day && (until === null || until > day))
        if (now) held[index]!.set(now.event.officer, (held[index]!.get(now.event.officer) ?? 0) + 1)
      }
    },
    truths() {
      const first = Math.max(0, months.names.length - MONTHS_CAPTURED)
      const series = (id: string, counts: string, childrenOf: (officers: Map<string, number>) => number) =>
        ({
          id,
          kind: 'ratio',
          counts,
          sources: ['capture'],
          councilAlone: true,
          points: months.names.slice(first).map((period, index) => {
            const officers = held[first + index]!
            const time = [...officers.keys()].reduce((sum, code) => sum + (timeOf.get(code) ?? 1), 0)
            const children = childrenOf(officers)
            return {
              period,
              team: null,
              numerator: children,
              denominator: twoPlaces(time),
              value: time === 0 ? null : twoPlaces(children / time),
            }
          }),
        }) satisfies SeriesTruth
      const all = (officers: Map<string, number>) =>
        [...officers.values()].reduce((sum, held) => sum + held, 0)
      const words = 'looked-after children of reviewing officers, over the officers’ full-time equivalents'
      return [
        series('qa-iro-caseload', words, all),
        series('qa-iro-caseload.looked_after', words, all),
        series('qa-iro-caseload.on_plan', 'children on protection plans whom they review: none', () => 0),
      ]
    },
  }
}

const twoPlaces = (value: number): number => Math.round(Number((value * 100).toFixed(6))) / 100
