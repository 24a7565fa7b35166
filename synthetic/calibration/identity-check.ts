import type { DayNumber } from '../day-number.ts'
import type { ChildLog, RecordedEvent } from '../event-log.ts'
import { isIn, isOpenOn, type Period } from './period.ts'
import { isNotInNeed } from './referral-count.ts'
import { add, type Tally } from './tally.ts'

/**
 * The identities that hold in the published statistics. Each side is counted from its own events, and the difference
 * of the sides is the breach: 0 in every council.
 */
export const IDENTITIES: Readonly<Record<string, string>> = {
  'episodes-started':
    'Referrals, less no further action, less not in need, are the episodes of need that began',
  'one-need-a-referral': 'Each referral taken on begins one episode of need, on its day; each other none',
  'needs-flow': 'Open cases a year ago, and those begun, less those ended, are those open now',
  'plans-flow': 'Plans a year ago, and those begun, less those ended, are the plans now',
  'care-flow': 'Looked after a year ago, and those who came, less those who left, are those looked after now',
  'open-is-any-less-ended': 'Open at the end are those open at any point, less those ended',
  'posts-rebuild': 'Filled and vacant posts are the establishment',
  'workers-flow': 'Workers a year ago, and joiners, less leavers, are the workers now',
  'cases-rebuild': 'Cases by worker, and those of nobody, are the open cases',
}

export const breach = (tally: Tally, id: string, difference: number): void =>
  add(tally, `identity.${id}`, Math.abs(difference), 1)

/** Adds one side or the other; the difference is taken when all families have passed. */
const side = (tally: Tally, id: string, signed: number): void => add(tally, `sides.${id}`, signed, 0)

export function checkIdentities(tally: Tally, period: Period, child: ChildLog): void {
  const { referrals, assessments, needs } = child
  for (const { received, isNfa, number } of referrals) {
    if (!isIn(period, received.on)) continue
    const begun = needs.filter(({ referral }) => referral === number)
    const isRight = isNfa ? begun.length === 0 : begun.length === 1 && begun[0]!.started.on === received.on
    breach(tally, 'one-need-a-referral', isRight ? 0 : 1)
    // One side from the referrals and what their assessments said, the other from the episodes and how they closed.
    const isInNeed = assessments.find(({ referral }) => referral === number)?.needsSupport ?? true
    if (!isNfa && isInNeed) side(tally, 'episodes-started', 1)
  }
  for (const need of needs)
    if (isIn(period, need.started.on) && !isNotInNeed(need)) side(tally, 'episodes-started', -1)
  const stays = needs.map(({ started, closed }) => ({ started, ended: closed }))
  flow(tally, period, 'needs-flow', stays)
  flow(tally, period, 'plans-flow', child.plans)
  flow(tally, period, 'care-flow', child.care)
  anyPoint(tally, period, stays)
}

interface Stay {
  started: RecordedEvent
  ended: RecordedEvent | null
}

function flow(tally: Tally, { from, to }: Period, id: string, stays: readonly Stay[]): void {
  const during = (day: DayNumber | undefined) => day !== undefined && day >= from && day <= to
  for (const { started, ended } of stays) {
    const before = isOpenOn(started, ended, from - 1) ? 1 : 0
    const now = isOpenOn(started, ended, to) ? 1 : 0
    side(tally, id, before + (during(started.on) ? 1 : 0) - (during(ended?.on) ? 1 : 0) - now)
  }
}

function anyPoint(tally: Tally, { from, to }: Period, stays: readonly Stay[]): void {
  for (const { started, ended } of stays) {
    const isAny = started.on <= to && (ended === null || ended.on >= from)
    const hasEnded = ended !== null && ended.on >= from && ended.on <= to
    side(
      tally,
      'open-is-any-less-ended',
      (isAny ? 1 : 0) - (hasEnded ? 1 : 0) - (isOpenOn(started, ended, to) ? 1 : 0),
    )
  }
}

/** The sides, which have met by now, become what they differ by. */
export function closeIdentities(tally: Tally): void {
  for (const id of ['episodes-started', 'needs-flow', 'plans-flow', 'care-flow', 'open-is-any-less-ended'])
    breach(tally, id, tally.counts.get(`sides.${id}`)?.n ?? 0)
}
