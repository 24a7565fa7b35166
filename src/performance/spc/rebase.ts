import { isMonth, monthOf, formatMonth, type Instant, type Month } from '../../platform/day.ts'
import type { Checked } from '../../platform/errors.ts'
import type { SeriesDefinition } from '../../measures/index.ts'

/** From one month on, a series' limits are worked out anew, for a cause that somebody named. */
export interface Rebase {
  id: string
  seriesId: string
  month: Month
  /** As the chart says it: "New assessment form". */
  cause: string
  madeAt: Instant
  /** Who: a person's name as the records hold it. */
  madeBy: string
}

/** What a form or an argument gives, unchecked. */
type RebaseDraft = Readonly<Record<'month' | 'cause', string>>

/** The cause is printed in the chart, next to its line. */
const MAX_CAUSE = 60

/**
 * Reads a new start of a series' limits. `known` are the months that have a figure, oldest first; `others` the starts
 * that the series has already. The first month cannot be one: there is nothing before it.
 */
export function checkRebase(
  draft: RebaseDraft,
  known: readonly Month[],
  others: readonly Pick<Rebase, 'month' | 'cause'>[],
): Checked<{ month: Month; cause: string }> {
  const errors: Record<string, string> = {}
  const month = draft.month.trim()
  const cause = draft.cause.trim().replace(/\s+/g, ' ')
  const [first, last] = [known[0], known.at(-1)]
  const taken = others.find((other) => other.month === month)
  if (!isMonth(month)) errors['month'] = 'Enter the first month of the new limits, like 2014-11'
  else if (!first || !last || month <= first || month > last)
    errors['month'] =
      first && last && first < last
        ? `Enter a month after ${formatMonth(first)} and no later than ${formatMonth(last)}: there are figures for those`
        : 'There are too few months for new limits: wait until there are figures before and after the change'
  else if (taken) errors['month'] = `Limits start anew in ${formatMonth(month)} already: ${taken.cause}`
  if (cause === '') errors['cause'] = 'Enter what changed, like New assessment form'
  else if (cause.length > MAX_CAUSE)
    errors['cause'] = `Enter what changed in ${MAX_CAUSE} letters or fewer: it is printed on the chart`
  return Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, value: { month: month as Month, cause } }
}

/**
 * Every month from which a series' limits start anew, with its cause: those that somebody named, and the month from
 * which its definition is a later one than the first.
 */
export function startsOf(
  series: SeriesDefinition,
  rebases: readonly Pick<Rebase, 'seriesId' | 'month' | 'cause'>[],
): { month: Month; cause: string }[] {
  const named = rebases.filter(({ seriesId }) => seriesId === series.id)
  const changed =
    series.version === '1'
      ? []
      : [{ month: monthOf(series.versionFrom), cause: `Definition changed to version ${series.version}` }]
  return [...named, ...changed.filter(({ month }) => !named.some((other) => other.month === month))]
    .map(({ month, cause }) => ({ month, cause }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
}
