import { monthNumberOf, firstOfMonth, type DayNumber } from '../day-number.ts'
import { monthEnds, type CaptureSetting, type MonthlyHoldings } from './capture-setting.ts'
import type { Holding } from './holding.ts'

export const COHORTS = ['child in need', 'child protection', 'looked after'] as const
export type Cohort = (typeof COHORTS)[number]

const COHORT_OF: Partial<Record<Holding['kind'], Cohort>> = {
  'in need': 'child in need',
  'on a plan': 'child protection',
  'looked after': 'looked after',
}

/** Which children's records are to be audited, of one month and cohort. */
export interface DrawnChild {
  childId: string
  team: string
  worker: string | null
}

export interface AuditMonth {
  first: DayNumber
  /** Under the framework: a sample of every cohort, with the core audit tool. */
  isLive: boolean
  /** How many are wanted of each cohort. */
  wanted: Record<Cohort, number>
}

interface Candidate extends DrawnChild {
  draw: number
}

/**
 * A random sample of the children open at the end of the month before, each cohort's own. Every child draws a number
 * as it comes by and the lowest are kept, so that no more is held than the sample.
 */
interface AuditDraw {
  consider(childId: string, holdings: MonthlyHoldings): void
  drawn(month: AuditMonth, cohort: Cohort): readonly DrawnChild[]
}

export function openAuditDraw(setting: CaptureSetting, months: readonly AuditMonth[]): AuditDraw {
  const { workforce, drawFor } = setting
  const ends = monthEnds(setting)
  const samples = months.map((month) => ({
    month,
    place: ends.findIndex((day) => firstOfMonth(monthNumberOf(day) + 1) === month.first),
    kept: new Map<Cohort, Candidate[]>(COHORTS.map((cohort) => [cohort, []])),
  }))
  return {
    consider(childId, holdings) {
      for (const { month, place: index, kept } of samples) {
        const holding = holdings[index]
        const cohort = holding && COHORT_OF[holding.kind]
        if (!cohort || month.wanted[cohort] === 0) continue
        const { team } = holding.position
        const worker = workforce.workerAt(holding.position, month.first)
        const draw = drawFor(`audit ${childId} ${month.first}`).next()
        keepLowest(kept.get(cohort)!, { childId, team, worker, draw }, month.wanted[cohort])
      }
    },
    drawn: (month, cohort) => samples.find((sample) => sample.month === month)?.kept.get(cohort) ?? [],
  }
}

/** Keeps the candidates in order of their draw, no more than `most` of them. */
function keepLowest(kept: Candidate[], candidate: Candidate, most: number): void {
  if (kept.length === most && kept.at(-1)!.draw <= candidate.draw) return
  const index = kept.findIndex(({ draw }) => draw > candidate.draw)
  kept.splice(index < 0 ? kept.length : index, 0, candidate)
  if (kept.length > most) kept.pop()
}
