import { firstOfMonth, monthNumberOf, workingDaysAfter } from '../day-number.ts'
import type { AssessmentEvent, ChildLog } from '../event-log.ts'
import { ASSESSMENT_DAYS, noteBand } from './band.ts'
import { happenedIn, isIn, workingDaysTaken, type Period } from './period.ts'
import { happened, note, spread, type Tally } from './tally.ts'

const ALLOWED = 45

/** Factors that a published table counts, by census code. A child may have many. */
export const FACTORS: Readonly<Record<string, readonly string[]>> = {
  "parent's mental health": ['4B'],
  'domestic abuse of a parent': ['3B'],
  'emotional abuse': ['17A'],
  neglect: ['16A'],
  "child's mental health": ['4A'],
  "parent's drugs": ['2B'],
  "parent's alcohol": ['1B'],
}

export function countAssessments(tally: Tally, period: Period, { assessments }: ChildLog): void {
  for (const assessment of assessments) {
    const { started, authorised } = assessment
    if (happenedIn(period, authorised)) countFinished(tally, assessment, authorised.on)
    const dueOn = workingDaysAfter(started.on, ALLOWED)
    if (isIn(period, dueOn))
      note(tally, 'begun-and-finished-in-45', authorised !== null && authorised.on <= dueOn)
    const endedOn = authorised?.on ?? Infinity
    countStalled(tally, period, dueOn, endedOn)
    if (started.on <= period.to && endedOn > period.to) {
      note(tally, 'open-past-45', dueOn < period.to)
      if (dueOn < period.to) note(tally, 'stalled-unseen', assessment.wasSeen !== true)
    }
  }
}

function countFinished(tally: Tally, assessment: AssessmentEvent, authorisedOn: number): void {
  happened(tally, 'assessments')
  const days = workingDaysTaken(assessment.started.on, authorisedOn)
  note(tally, 'finished-in-45', days <= ALLOWED)
  noteBand(tally, ASSESSMENT_DAYS, days)
  spread(tally, 'assessment-days', days)
  note(tally, 'seen-in-assessment', assessment.wasSeen === true)
  for (const [name, codes] of Object.entries(FACTORS))
    note(
      tally,
      `factor.${name}`,
      assessment.factors.some((factor) => codes.includes(factor)),
    )
}

/** Past its day and open at the ends of months: as many times in the spread as there are such children. */
function countStalled(tally: Tally, period: Period, dueOn: number, endedOn: number): void {
  const first = Math.max(dueOn, period.from)
  const last = Math.min(endedOn, period.to + 1)
  for (let month = monthNumberOf(first); ; month += 1) {
    const monthEnd = firstOfMonth(month + 1) - 1
    if (monthEnd >= last) return
    if (monthEnd > dueOn && monthEnd >= period.from) spread(tally, 'stalled-by-month', month)
  }
}
