import { formatDay, type Day } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import type { Range } from './burn-down.ts'
import type { TaskforceOption } from './options.ts'
import type { TaskforceView } from './taskforce-view.ts'

/** "about 925 (905 to 945)"; of no range, the count alone. */
export function formatRange({ soonest, likely, latest }: Range<number>): string {
  return soonest === latest
    ? formatNumber(likely)
    : `about ${formatNumber(likely)} (${formatNumber(soonest)} to ${formatNumber(latest)})`
}

export function formatDays({ soonest, latest }: Range<Day | null>): string {
  if (soonest === null) return 'never at this pace'
  if (latest === null) return `${formatDay(soonest)} at the soonest`
  return soonest === latest ? formatDay(soonest) : `${formatDay(soonest)} to ${formatDay(latest)}`
}

/** Whole pounds, or with the pence where there are any: never rounded. */
export const formatPounds = (pence: number): string => {
  const rest = pence % 100
  return `£${formatNumber((pence - rest) / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

export function formatCost({ costPence: { soonest, latest } }: TaskforceOption): string {
  if (soonest === null) return 'Cannot be told: no cost of a week, or no last day'
  if (latest === null) return `${formatPounds(soonest)} or more`
  return soonest === latest ? formatPounds(soonest) : `${formatPounds(soonest)} to ${formatPounds(latest)}`
}

export interface Sentence {
  bold: string
  rest: string
}

/** When the list will be finished, as a range, and what is left when the contract ends; or why that is too early to say. */
export function sentenceOf(view: TaskforceView): Sentence {
  const { taskforce, frozen, counts, remaining, forecast, today } = view
  const { startsOn, endsOn, frozenOn } = taskforce
  const listed = frozen - counts.left
  if (frozenOn === null)
    return {
      bold: 'The list has not been frozen yet.',
      rest: 'Freeze it from the figures in use, and it never changes after that.',
    }
  if (today < startsOn)
    return {
      bold: `The list is frozen: ${formatCount(frozen, 'child', 'children')}.`,
      rest: `Work begins on ${formatDay(startsOn)}.`,
    }
  if (remaining === 0)
    return {
      bold: `The list is done: ${formatCount(counts.done, 'child', 'children')} re-assessed.`,
      rest: '',
    }
  if (!forecast) {
    const full = view.weeks.filter(({ isFull }) => isFull).length
    const begun =
      full === 0 ? `work began on ${formatDay(startsOn)}` : `${formatCount(full, 'full week')} of work`
    return {
      bold: `Too early to say when it will finish: ${begun}.`,
      rest: `${formatNumber(counts.done)} of ${formatCount(listed, 'child', 'children')} re-assessed, and ${formatNumber(counts.working)} with the taskforce now. A forecast needs three full weeks.${neededWords(view)}`,
    }
  }
  const { finish, left } = forecast
  const leaves =
    today >= endsOn
      ? `The contract ended on ${formatDay(endsOn)}; ${formatNumber(remaining)} of ${formatCount(listed, 'child', 'children')} have not been re-assessed.`
      : left.latest === 0
        ? `That is before the contract ends on ${formatDay(endsOn)}.`
        : `When the contract ends on ${formatDay(endsOn)}, ${formatRange(left)} of ${formatCount(listed, 'child', 'children')} will not have been re-assessed.`
  if (finish.soonest === null)
    return {
      bold: 'At this rate the taskforce never finishes: nobody was re-assessed in three weeks.',
      rest: leaves,
    }
  if (finish.latest === null)
    return {
      bold: `At its fastest the taskforce finishes on ${formatDay(finish.soonest)}; at its slowest, never.`,
      rest: leaves,
    }
  return {
    bold: `At this rate the taskforce finishes between ${formatDay(finish.soonest)} and ${formatDay(finish.latest)}.`,
    rest: leaves,
  }
}

/** What it would take to finish in time: known before any pace is. */
function neededWords({ needed, taskforce, people }: TaskforceView): string {
  if (needed === null) return ''
  const each =
    people.workers === 0
      ? ''
      : `, ${(needed / people.workers).toFixed(1)} for each of ${formatNumber(people.workers)} workers`
  return ` To finish by ${formatDay(taskforce.endsOn)} would take ${formatNumber(Math.ceil(needed))} a week${each}.`
}

/** What the picture shows, for those who do not see it. */
export function describeBurnDown(view: TaskforceView): string {
  const { taskforce, remaining, frozen, counts, forecast } = view
  const now = `${formatNumber(remaining)} of ${formatNumber(frozen - counts.left)} children are still to be re-assessed on ${formatDay(view.today)}.`
  return forecast
    ? `${now} At the fastest, average and slowest of the last three full weeks it is done ${formatDays(forecast.finish)}. The contract ends on ${formatDay(taskforce.endsOn)}.`
    : `${now} Too early to foresee when it is done. The contract ends on ${formatDay(taskforce.endsOn)}.`
}
