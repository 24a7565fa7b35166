import { publishedCodes } from '../../src/standards/code-set.ts'
import { SSDA903_CODE_SETS, type ReturnCodeSet } from '../../src/standards/ssda903/code-sets.ts'
import type { Day } from '../../src/platform/day.ts'
import { numberOf, type DayNumber } from '../day-number.ts'
import { wasGoingOn, type ExtractView } from '../extract-view.ts'
import type { CarePeriod } from '../event-log.ts'

/** The year of a return: 1 April of the year before to 31 March. */
export interface ReturnYear {
  year: number
  from: DayNumber
  to: DayNumber
  /** What is known now of what had happened by 31 March, or by the day of the extract when that is earlier. */
  view: ExtractView
}

export function returnYear(year: number, view: ExtractView): ReturnYear {
  const from = numberOf(`${year - 1}-04-01` as Day)
  const to = numberOf(`${year}-03-31` as Day)
  return { year, from, to, view: { ...view, asAt: Math.min(view.asAt, to), from } }
}

/** Between the year's first day and its last, and no later than the extract. */
export const isInYear = ({ from, view }: ReturnYear, day: DayNumber | null): boolean =>
  day !== null && day >= from && day <= view.asAt

/** What is known by the last day; blank for what is still to come. */
export const byEnd = ({ view }: ReturnYear, day: DayNumber | null): DayNumber | null =>
  day !== null && day <= view.asAt ? day : null

export const wasLookedAfter = ({ view }: ReturnYear, { started, ended }: CarePeriod): boolean =>
  wasGoingOn(view, started, ended)

/**
 * Codes that took the place of others, by the first year in which the newer stands. Where newer
 * codes share out what one held, all lead back to it, and it leads on to the first of them.
 */
const REPLACED: readonly (readonly [ReturnCodeSet, older: string, newer: string, since: number])[] = [
  ['ssda903_reason_episode_ceased', 'E43', 'E45', 2019],
  ['ssda903_reason_episode_ceased', 'E43', 'E46', 2019],
  ['ssda903_reason_episode_ceased', 'E44', 'E47', 2019],
  ['ssda903_reason_episode_ceased', 'E44', 'E48', 2019],
  ['ssda903_reason_placement_change', 'OTHER', 'CUSTOD', 2019],
  ['ssda903_activity', 'F3', 'F5', 2022],
  ['ssda903_activity', 'F3', 'F4', 2022],
  ['ssda903_activity', 'P3', 'P5', 2022],
  ['ssda903_activity', 'P3', 'P4', 2022],
  ['ssda903_sex', '1', 'M', 2025],
  ['ssda903_sex', '2', 'F', 2025],
  ['ssda903_placement_type', 'H5', 'K3', 2025],
  // Support for a child who lives alone is regulated from then on.
  ['ssda903_placement_type', 'P2', 'K3', 2025],
]

/** The code as the year's return has it; null where it has none, as for a sex unknown before 2025. */
export function codeIn(year: number, set: ReturnCodeSet, code: string): string | null {
  if (publishedCodes(SSDA903_CODE_SETS[set], year).includes(code)) return code
  const swap = REPLACED.find(
    ([codeSet, older, newer, since]) => codeSet === set && (year < since ? newer : older) === code,
  )
  if (!swap) return null
  const [, older, newer, since] = swap
  return year < since ? older : newer
}
