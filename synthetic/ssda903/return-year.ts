import type { Day } from '../../src/platform/day.ts'
import { numberOf, type DayNumber } from '../day-number.ts'
import { wasGoingOn, type ExtractView } from '../extract-view.ts'
import type { CarePeriod } from '../event-log.ts'
import { codesOf, type ReturnCodeSetName } from './definition/code-sets.ts'

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
const REPLACED: readonly (readonly [ReturnCodeSetName, older: string, newer: string, since: number])[] = [
  ['reason_episode_ceased', 'E43', 'E45', 2019],
  ['reason_episode_ceased', 'E43', 'E46', 2019],
  ['reason_episode_ceased', 'E44', 'E47', 2019],
  ['reason_episode_ceased', 'E44', 'E48', 2019],
  ['reason_placement_change', 'OTHER', 'CUSTOD', 2019],
  ['activity', 'F3', 'F5', 2022],
  ['activity', 'F3', 'F4', 2022],
  ['activity', 'P3', 'P5', 2022],
  ['activity', 'P3', 'P4', 2022],
  ['sex', '1', 'M', 2025],
  ['sex', '2', 'F', 2025],
  ['placement_type', 'H5', 'K3', 2025],
  // Support for a child who lives alone is regulated from then on.
  ['placement_type', 'P2', 'K3', 2025],
]

/** The code as the year's return has it; null where it has none, as for a sex unknown before 2025. */
export function codeIn(year: number, set: ReturnCodeSetName, code: string): string | null {
  if (codesOf(set, year).includes(code)) return code
  const swap = REPLACED.find(
    ([of, older, newer, since]) => of === set && (year < since ? newer === code : older === code),
  )
  if (!swap) return null
  return year < swap[3] ? swap[1] : swap[2]
}
