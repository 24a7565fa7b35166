import type { Child } from 'hono/jsx'
import type { Month } from '../../platform/day.ts'
import type { Split } from '../../measures/index.ts'
import type { CaseSort } from './case-clock.ts'

/** Which list of children: a measure's month, perhaps one part of a split, met or not. */
export interface CaseQuestion {
  series: string
  period: Month
  met: 'yes' | 'no' | 'all'
  split?: { by: Split; value: string } | undefined
  sort?: CaseSort | undefined
}

export function caseHref(
  { series, period, met, split, sort }: CaseQuestion,
  file: '' | '.csv' | '.xlsx' = '',
): string {
  const query = new URLSearchParams({
    period,
    met,
    ...(split ? { by: split.by, value: split.value } : {}),
    ...(sort && sort !== 'action' ? { sort } : {}),
  })
  return `/measures/${series}/cases${file}?${query.toString()}`
}

/** A figure is a link to the children behind it, as far as the reader's role allows; else it is plain bold text. */
export const CaseLink = (props: {
  question: CaseQuestion
  may: boolean
  label?: string | undefined
  children: Child
}) =>
  props.may ? (
    <a href={caseHref(props.question)} aria-label={props.label}>
      {props.children}
    </a>
  ) : (
    <b>{props.children}</b>
  )
