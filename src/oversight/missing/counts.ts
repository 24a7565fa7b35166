import { allow, type Person } from '../../access/index.ts'
import { figureReader, type Point } from '../../measures/index.ts'
import { monthOf, shiftMonth, type Day, type Month } from '../../platform/day.ts'
import { listRecords } from '../../records/index.ts'
import { givenOf, handCount, missingRule, ruleOn, type HandCount } from './hand-count.ts'
import type { MissingDeps } from './missing-read.ts'

/** What is counted of the returns of a month, in the order of the work. */
export const COUNTED = {
  returns: 'Came back',
  offered: 'Offered within 72 hours',
  offers: 'Offers made',
  accepted: 'Accepted',
  held: 'Interview held',
  heldInTime: 'Held within 72 hours',
  independent: 'By an independent person',
} as const
export type Counted = keyof typeof COUNTED

/** Of which series each is the top or the bottom: the system's count is the measure's own. */
const FROM: Readonly<Record<Counted, { series: string; part: 'numerator' | 'denominator' }>> = {
  returns: { series: 'mis-rhi-offered', part: 'denominator' },
  offered: { series: 'mis-rhi-offered', part: 'numerator' },
  offers: { series: 'mis-rhi-accepted', part: 'denominator' },
  accepted: { series: 'mis-rhi-accepted', part: 'numerator' },
  held: { series: 'mis-rhi-72h.of_held', part: 'denominator' },
  heldInTime: { series: 'mis-rhi-72h.of_episodes', part: 'numerator' },
  independent: { series: 'mis-rhi-independent', part: 'numerator' },
}
export const seriesBehind = (counted: Counted): string => FROM[counted].series

export interface MonthCounts {
  month: Month
  /** Null where nobody has counted by hand. */
  hand: HandCount | null
  /** Null where the measures have no figure of the month, or this reader is not shown it. */
  system: Readonly<Record<Counted, number | null>>
  given: 'hand' | 'system'
}

export interface CountsView {
  /** The day of the figures. */
  asAt: Day | null
  systemFrom: Day | null
  /** Why the system has no count, in the measures' words; null where it has one. */
  why: string | null
  /** The latest month first. */
  months: readonly MonthCounts[]
}

const MONTHS_SHOWN = 12

/** Hand counts and the measures' counts, month by month. Names no child. */
export async function countsView({ records, clock, pool }: MissingDeps, person: Person): Promise<CountsView> {
  const pass = allow(person, 'figures:read')
  const hand = new Map(
    (await listRecords(records, pass, handCount)).map((count) => [count.month as Month, count]),
  )
  const rule = ruleOn(await listRecords(records, pass, missingRule), clock.today())
  const snapshot = await pool.current(person.council)
  const points = new Map<string, ReadonlyMap<Month, Point>>()
  let why: string | null = snapshot === null ? 'No data has been loaded yet' : null
  if (snapshot)
    for (const { series } of Object.values(FROM)) {
      if (points.has(series)) continue
      const found = await figureReader(snapshot, pass).figures(series)
      why ??= found.why
      points.set(series, new Map(found.points.map((point) => [point.period, point])))
    }
  const last = monthOf(clock.today())
  const shown = Array.from({ length: MONTHS_SHOWN }, (_, back) => shiftMonth(last, -back))
  const months = [...new Set([...shown, ...hand.keys()])].toSorted().toReversed()
  return {
    asAt: snapshot?.asAt ?? null,
    systemFrom: rule.systemFrom,
    why,
    months: months
      .map((month): MonthCounts => ({
        month,
        hand: hand.get(month) ?? null,
        system: Object.fromEntries(
          (Object.keys(FROM) as Counted[]).map((counted) => [
            counted,
            points.get(FROM[counted].series)?.get(month)?.[FROM[counted].part] ?? null,
          ]),
        ) as Record<Counted, number | null>,
        given: givenOf(month, rule),
      }))
      .filter(({ hand: counted, system }) => counted !== null || system.returns !== null),
  }
}
