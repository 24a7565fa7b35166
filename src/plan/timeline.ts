import {
  addDays,
  daysBetween,
  firstOf,
  lastOf,
  monthOf,
  monthsFrom,
  formatDay,
  formatMonth,
  shiftMonth,
  type Day,
  type Month,
} from '../platform/day.ts'
import { daysSlid, isFinished, type Action } from './action.ts'
import { counted } from './count-words.ts'
import type { Milestone } from './milestone.ts'

/** The stretch of time that every row of the plan is drawn on. */
export interface Axis {
  months: readonly Month[]
  first: Day
  /** The day after the last month. */
  end: Day
  width: number
}

/** Twelve months, the fifth of them this one: enough of the past to see a slide, and of the future to see what is due. */
export function axisAround(today: Day, width: number): Axis {
  const months = monthsFrom(shiftMonth(monthOf(today), -4), shiftMonth(monthOf(today), 7))
  return { months, first: firstOf(months[0]!), end: addDays(lastOf(months.at(-1)!), 1), width }
}

/** How far along the axis a day is; a day before or after it is put at its end. */
export function along(axis: Axis, day: Day): number {
  const share = daysBetween(axis.first, day) / daysBetween(axis.first, axis.end)
  return Math.round(Math.min(1, Math.max(0, share)) * axis.width * 10) / 10
}

export interface Stretch {
  kind: 'used' | 'left' | 'past'
  from: Day
  to: Day
}

export interface TimelineRow {
  stretches: readonly Stretch[]
  baseline: Day
  milestones: readonly { on: Day; met: boolean }[]
  deliveredOn: Day | null
  embeddedOn: Day | null
  /** The end of an action that lies beyond the axis. */
  beyond: Month | null
  /** The same in words. */
  says: string
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** An action as its row draws it: time used, time left, and what lies past the baseline. */
export function timelineRow(
  action: Omit<Action, 'recommendationId'> & { milestones: readonly Milestone[] },
  today: Day,
  axis: Axis,
): TimelineRow {
  const { baselineDueOn, dueOn, startOn } = action
  const finished = isFinished(action)
  const deliveredOn = finished ? (action.deliveredOn ?? dueOn) : null
  const end = deliveredOn ?? later(dueOn, today > baselineDueOn ? today : dueOn)
  const start = startOn ?? (deliveredOn === null ? earlier(dueOn, today) : end)
  const turn = deliveredOn ?? earlier(later(today, start), end)

  const stretches: Stretch[] = []
  const stretch = (kind: Stretch['kind'], from: Day, to: Day) => {
    if (from < to && to > axis.first && from < axis.end) stretches.push({ kind, from, to })
  }
  if (startOn !== null) stretch('used', start, earlier(turn, baselineDueOn))
  if (!finished) stretch('left', later(turn, start), earlier(end, baselineDueOn))
  stretch('past', later(baselineDueOn, start), end)

  const embeddedOn = action.progress === 'embedded' ? action.embeddedOn : null
  return {
    stretches,
    baseline: baselineDueOn,
    milestones: action.milestones.map(({ dueOn, metOn }) => ({ on: metOn ?? dueOn, met: metOn !== null })),
    deliveredOn,
    embeddedOn,
    beyond: end >= axis.end ? monthOf(end) : null,
    says: describeRow(action, deliveredOn, embeddedOn),
  }
}

function describeRow(
  action: Omit<Action, 'recommendationId'> & { milestones: readonly Milestone[] },
  deliveredOn: Day | null,
  embeddedOn: Day | null,
): string {
  const slid = daysSlid(action)
  const met = action.milestones.filter(({ metOn }) => metOn !== null).length
  return [
    ...(action.startOn ? [`From ${formatDay(action.startOn)}`] : []),
    `baseline ${formatDay(action.baselineDueOn)}`,
    ...(deliveredOn
      ? [`delivered ${formatDay(deliveredOn)}`]
      : [`due ${formatDay(action.dueOn)}${slid > 0 ? `, ${counted(slid, 'day')} past the baseline` : ''}`]),
    ...(embeddedOn ? [`embedded ${formatDay(embeddedOn)}`] : []),
    ...(action.milestones.length > 0
      ? [`${met} of ${counted(action.milestones.length, 'milestone')} met`]
      : []),
  ]
    .join('; ')
    .replace(/^./, (letter) => letter.toUpperCase())
}

/** "Due 30 April 2015, baseline 31 December 2014": what the picture shows first, in words. */
export function describeDays(action: Action): string {
  const { baselineDueOn, deliveredOn, dueOn } = action
  const day = isFinished(action) ? `Delivered ${formatDay(deliveredOn ?? dueOn)}` : `Due ${formatDay(dueOn)}`
  return baselineDueOn === (isFinished(action) ? deliveredOn : dueOn)
    ? day
    : `${day}, baseline ${formatDay(baselineDueOn)}`
}

/** "Dec 2015" */
export const formatShortMonth = (month: Month): string => {
  const [name, year] = formatMonth(month).split(' ')
  return `${name?.slice(0, 3)} ${year}`
}
