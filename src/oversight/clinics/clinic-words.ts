import { dayInEngland, formatDay, formatDayOfYear, type Day } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import type { ListAnswer } from '../answers/answer.ts'
import type { CameBack } from './came-back.ts'
import type { Clinic } from './clinic.ts'
import type { PackCounts, PackEntry, ReasonCount } from './clinic-pack.ts'

/** "Of 21 promises in force since 6 February, 12 were kept, 6 were not and 3 cannot be told." */
export function describePromises(
  { promised, kept, notKept, cannotTell }: PackCounts,
  since: Day | null,
): string {
  if (promised === 0) return 'No promise has been made for these lists yet.'
  const made = since === null ? '' : ` in force since ${formatDayOfYear(since)}`
  const were = (count: number) => (count === 1 ? 'was' : 'were')
  return `Of ${formatCount(promised, 'promise')}${made}, ${kept === 0 ? 'none was' : `${formatNumber(kept)} ${were(kept)}`} kept, ${formatNumber(notKept)} ${were(notKept)} not and ${formatNumber(cannotTell)} cannot be told.`
}

/** What is left to do, or how the clinic ended. */
export function describeProgress(clinic: Clinic, counts: PackCounts, agreed: number, today: Day): string {
  const left = counts.children - counts.discussed
  const are = (count: number) => (count === 1 ? 'is' : 'are')
  if (clinic.state === 'closed') {
    const notReached =
      left === 0
        ? 'Every child was discussed'
        : `${formatCount(left, 'child', 'children')} ${left === 1 ? 'was' : 'were'} not reached`
    const silent =
      counts.silent === 0
        ? ''
        : ` ${formatCount(counts.silent, 'child', 'children')} without an answer passed to the head of service.`
    return `${formatCount(agreed, 'action')} ${agreed === 1 ? 'was' : 'were'} agreed. ${notReached}.${silent}`
  }
  if (counts.children === 0) return 'No child is overdue on its lists.'
  if (clinic.heldOn > today)
    return `${formatCount(counts.children, 'child', 'children')} ${are(counts.children)} in the pack so far.`
  return left === 0
    ? 'Every child has been discussed.'
    : `${formatCount(left, 'child', 'children')} ${are(left)} still to be discussed.`
}

/** What the figures say of a promise, and why: never what anybody says of it. */
export function describeVerdict(
  { promise, verdict, row, cameBack }: PackEntry,
  asAt: Day,
): { word: string; why: string } {
  if (cameBack) return { word: 'Came back', why: describeCameBack(cameBack, promise) }
  if (!promise) return { word: 'New', why: 'Nothing was promised.' }
  const promised = promise.rules === '' ? [] : promise.rules.split(', ')
  const holding = row.rules.filter(({ isOverdue, rule }) => isOverdue && promised.includes(rule))
  const rules = (holding.length > 0 ? holding : row.rules).map(({ rule }) => rule).join(', ')
  switch (verdict) {
    case 'kept':
      return { word: 'Kept', why: `Cleared: ${promise.rules}. Another rule holds: ${rules}.` }
    case 'not kept':
      return { word: 'Not kept', why: `Still holds on ${formatDay(asAt)}: ${rules}.` }
    default:
      return {
        word: 'Cannot tell',
        why:
          promise.checkBackOn > asAt
            ? `${formatDay(promise.checkBackOn)} is after the figures end.`
            : 'The figures do not hold what it is judged by.',
      }
  }
}

/** "Off the list in the figures of 14 February 2015, and on it again." */
const describeCameBack = ({ offOn, clearedBy }: CameBack, promise: ListAnswer | null): string =>
  offOn !== null
    ? `Off the list in the figures of ${formatDay(offOn)}, and on it again.`
    : clearedBy !== null
      ? `It had cleared by ${formatDay(clearedBy)}, and holds again.`
      : `It cleared after ${promise ? formatDay(promise.figuresOn) : 'the last clinic'}, and holds again.`

/** For the Board report: counts alone. Empty until something was promised or said. */
export function boardSentence(
  { title }: Clinic,
  { promised, kept }: PackCounts,
  reasons: readonly ReasonCount[],
): string {
  const today = reasons.reduce((sum, reason) => sum + reason.today, 0)
  const most = reasons.filter((reason) => reason.today > 0 && reason.today === reasons[0]?.today)
  const promises =
    promised === 0
      ? ''
      : `${formatNumber(kept)} of ${formatCount(promised, 'promise')} ${kept === 1 || promised === 1 ? 'was' : 'were'} kept`
  const reason =
    most.length === 0
      ? ''
      : `the commonest ${most.length === 1 ? 'reason given was' : 'reasons given were'} ${most.map((one) => `“${one.reason}”`).join(' and ')} (${most[0]!.today}${most.length === 1 ? '' : ' each'} of ${today})`
  const said = [promises, reason].filter(Boolean).join('; ')
  return said === '' ? '' : `In ${title}, ${said}.`
}

/** "28 February 2015 by Head of service, North" */
export const onAndBy = (at: string, by: string): string => `${formatDay(dayInEngland(at))} by ${by}`
