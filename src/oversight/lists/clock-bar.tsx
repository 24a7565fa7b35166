import { daysBetween, formatDay, type Day } from '../../platform/day.ts'
import { workingDaysBetween } from '../../platform/working-days.ts'
import { countsWorkingDays } from './days-over.ts'
import type { ListFile } from './list-file.ts'
import type { RuleRow } from './list-rows.ts'

/** How far a row's clock has run, in the unit of its list. */
interface RowClock {
  passed: number
  limit: number
}

export function clockOf(list: ListFile, rule: RuleRow | undefined, asAt: Day): RowClock | null {
  const { startsOn, dueOn } = rule ?? {}
  if (!startsOn || !dueOn || startsOn > asAt) return null
  const between = countsWorkingDays(list) ? workingDaysBetween : daysBetween
  const limit = between(startsOn, dueOn) + (list.startIsDayOne ? 1 : 0)
  // The days over are the measure's own count, which a weekend at the day of the figures does not change.
  return {
    limit,
    passed:
      rule?.daysOver == null ? between(startsOn, asAt) + (list.startIsDayOne ? 1 : 0) : limit + rule.daysOver,
  }
}

const [WIDTH, HEIGHT] = [240, 14]

/** The most that a list's bars show, so that one scale serves every row: a multiple of ten. */
export const scaleOf = (clocks: readonly (RowClock | null)[]): number =>
  Math.max(
    10,
    Math.ceil(Math.max(0, ...clocks.flatMap((clock) => (clock ? [clock.passed, clock.limit] : []))) / 10) *
      10,
  )

/** One row's clock: what has passed, an upright at the limit, and orange beyond it. The words beside it say the same. */
export const ClockBar = ({ clock: { passed, limit }, scale }: { clock: RowClock; scale: number }) => {
  const at = (days: number) => Math.round((Math.min(days, scale) / scale) * (WIDTH - 4)) + 1
  return (
    <svg
      class="wm-clock"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      <rect x="1" y="3" width={Math.max(1, at(Math.min(passed, limit)) - 1)} height="8" fill="#7d93a6" />
      {passed > limit ? (
        <rect
          class="wm-beyond"
          x={at(limit)}
          y="3.5"
          width={Math.max(1, at(passed) - at(limit))}
          height="7"
          fill="#f46a25"
          stroke="#8a3a10"
        />
      ) : (
        <rect
          x={at(passed)}
          y="3.5"
          width={Math.max(1, at(limit) - at(passed))}
          height="7"
          fill="none"
          stroke="#7d93a6"
        />
      )}
      <line x1={at(limit)} x2={at(limit)} y1="0" y2={HEIGHT} stroke="#0b0c0c" stroke-width="2" />
    </svg>
  )
}

/** "day 45 was 14 November 2014"; where the start is not known, "was due 14 November 2014", and where nothing is due, "since". */
export function describeClock(list: ListFile, rule: RuleRow | undefined, asAt: Day): string {
  if (!rule?.dueOn) return rule?.startsOn ? `since ${formatDay(rule.startsOn)}` : ''
  const clock = clockOf(list, rule, asAt)
  const on = formatDay(rule.dueOn)
  if (!clock) return `${rule.isOverdue ? 'was due' : 'due'} ${on}`
  return `day ${clock.limit} ${rule.isOverdue ? 'was' : 'is'} ${on}`
}
