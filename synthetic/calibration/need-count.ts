import { ageAt } from '../day-number.ts'
import type { ChildLog, NeedEpisode } from '../event-log.ts'
import { NEED_ENDED, NEED_OPEN, noteBand } from './band.ts'
import { happenedIn, isOpenOn, monthsOf, workingDaysTaken, type Period } from './period.ts'
import { isNotInNeed } from './referral-count.ts'
import { happened, note, spread, type Tally } from './tally.ts'

/** Begun and ended: found in need alone, as the statistics count an episode. Open: all, assessed or not. */
export function countNeeds(tally: Tally, period: Period, child: ChildLog): void {
  for (const need of child.needs) {
    const { started, closed } = need
    if (happenedIn(period, closed)) {
      note(tally, 'closed-on-the-day-it-began', closed.on === started.on)
      if (!isNotInNeed(need)) countEnded(tally, closed.on - started.on)
    }
    if (happenedIn(period, started) && !isNotInNeed(need)) happened(tally, 'needs-begun')
    if (isOpenOn(started, closed, period.to)) countOpen(tally, period, child, need)
    countVisits(tally, period, need)
  }
  if (child.education && child.education.issuedOn !== null)
    countPlanOfEducation(tally, child.education.requestedOn, child.education.issuedOn, period)
}

function countEnded(tally: Tally, days: number): void {
  happened(tally, 'needs-ended')
  noteBand(tally, NEED_ENDED, monthsOf(days))
  spread(tally, 'need-ended-days', days)
}

function countOpen(tally: Tally, { to }: Period, child: ChildLog, need: NeedEpisode): void {
  happened(tally, 'needs-open')
  const days = to - need.started.on
  noteBand(tally, NEED_OPEN, monthsOf(days))
  spread(tally, 'need-open-days', days)
  note(tally, 'open-under-assessment', need.assessedOn === null || need.assessedOn > to)
  note(tally, 'open-disabled', child.isDisabled)
  note(tally, 'open-for-abuse-or-neglect', need.needCode === 'N1')
  note(tally, 'open-male', child.sex === 'M')
  if (ageAt(child.bornOn, to) >= 5) note(tally, 'open-with-education-plan', isOnPlanOfEducation(child, to))
}

const isOnPlanOfEducation = ({ education }: ChildLog, day: number): boolean =>
  education !== null &&
  education.issuedOn !== null &&
  education.issuedOn <= day &&
  (education.ceasedOn === null || education.ceasedOn > day)

/** Twenty weeks from the request, by the regulations of 2014. */
function countPlanOfEducation(
  tally: Tally,
  requestedOn: number,
  issuedOn: number,
  { from, to }: Period,
): void {
  if (issuedOn >= from && issuedOn <= to)
    note(tally, 'education-plan-in-20-weeks', issuedOn - requestedOn <= 140)
}

/** A child in need is to be seen every four weeks or so; six are the outer mark. */
function countVisits(tally: Tally, { from, to }: Period, { visits }: NeedEpisode): void {
  for (const [index, { on }] of visits.entries()) {
    const before = visits[index - 1]
    if (before && on >= from && on <= to)
      note(tally, 'need-visit-in-6-weeks', workingDaysTaken(before.on, on) <= 30)
  }
}
