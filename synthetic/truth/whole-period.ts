import { birthday, type DayNumber } from '../day-number.ts'
import type { Placement } from '../event-log.ts'
import type { KnownChild } from './known-child.ts'
import type { TruthMonths } from './truth-months.ts'

export type PartOfCare = KnownChild['care'][number]

/** Periods of care that touch: a child who left on the 31st and was back on the 1st was looked after throughout. */
export interface WholePeriod {
  parts: PartOfCare[]
  from: DayNumber
  /** The 18th birthday at the latest; Infinity for one that goes on. */
  until: DayNumber
}

export function wholePeriods(care: readonly PartOfCare[], adultOn: DayNumber): WholePeriod[] {
  const wholes: WholePeriod[] = []
  const inChildhood = care
    .filter(({ from, until }) => from < adultOn && (until === null || until >= from))
    .sort((a, b) => a.from - b.from)
  for (const part of inChildhood) {
    const until = Math.min(part.until ?? Infinity, adultOn)
    const before = wholes.at(-1)
    if (before && part.from <= before.until + 1) {
      before.parts.push(part)
      before.until = Math.max(before.until, until)
    } else wholes.push({ parts: [part], from: part.from, until })
  }
  return wholes
}

/** A month end on which a child was looked after. */
export interface CareDay {
  index: number
  day: DayNumber
  whole: WholePeriod
  part: PartOfCare
  team: string
  /** Whether it is the day of the extract, which is all that Annex A speaks of. */
  isLast: boolean
}

/** The month ends of a childhood in care, in order. */
export function* careDays(months: TruthMonths, { care, log }: KnownChild): Generator<CareDay> {
  for (const whole of wholePeriods(care, birthday(log.bornOn, 18))) {
    for (const index of months.endsWithin(whole.from, whole.until)) {
      const day = months.lastDays[index]!
      const part = whole.parts.findLast(({ from }) => from <= day)!
      const isLast = index === months.names.length - 1
      yield { index, day, whole, part, team: part.position.team, isLast }
    }
  }
}

/** A placement as far as it was known: `to` is null while it goes on. */
export interface Stay {
  from: DayNumber
  to: DayNumber | null
  placement: Placement
}

/** Every placement of the child that had begun, in order. */
export function staysKnown(care: readonly PartOfCare[], asAt: DayNumber): Stay[] {
  return care.flatMap((part) => {
    const begun = part.event.placements.filter(
      ({ from }) => from <= asAt && (from <= part.from || part.until === null || from < part.until),
    )
    return begun.map((placement, index) => ({
      from: placement.from,
      to: begun[index + 1]?.from ?? part.until,
      placement,
    }))
  })
}

/** Spells of one legal status as far as they were known. */
export function statusesKnown(care: readonly PartOfCare[], asAt: DayNumber) {
  return care.flatMap(({ from, until, statuses }) => {
    const begun = statuses.filter(
      (status) => status.from <= asAt && (status.from <= from || until === null || status.from < until),
    )
    return begun.map(({ from: on, status }, index) => ({
      from: on,
      to: begun[index + 1]?.from ?? until,
      status,
    }))
  })
}

export const ADOPTIVE: readonly string[] = ['A3', 'A4', 'A5', 'A6']
