import type { Day } from '../../platform/day.ts'
import type { ChildRows, RowOf } from './rows.ts'
import type { Flag } from './event.ts'
import { NO_TIMING, NOT_SEEN, withWords, type TimelineBuilder } from './timeline-builder.ts'

const withFlag = (flag: Flag | false) => ({ ...NO_TIMING, ...(flag && { flag }) })

/** Who held the child, plans and visits of need, and what the capture templates bring. */
export function addCaptured(timeline: TimelineBuilder, rows: ChildRows): void {
  for (const row of rows.allocation) addAllocation(timeline, row)
  for (const row of rows.cin_plans) {
    timeline.addEvent('Need', row.start_date, 'Child in need plan began', row)
    timeline.addEvent('Need', row.end_date, 'Child in need plan ended', row)
    timeline.addSpell('Need', 'Child in need plan', row.start_date, row.end_date)
  }
  for (const row of rows.cin_visits) {
    const seen = row.seen_alone ? ', seen alone' : row.seen === false ? ', child not seen' : ''
    timeline.addEvent('Need', row.visit_date, `Visited${seen}`, row, withFlag(row.seen === false && NOT_SEEN))
  }
  for (const row of rows.need_plan_reviews)
    if (row.agencies !== null || row.decision !== null)
      timeline.addEvent('Need', row.held_on, withWords('Child in need plan reviewed', row.decision), row)
  addCoreGroups(timeline, rows)
  for (const row of rows.conference_attendance) addMeeting(timeline, row)
  addMissing(timeline, rows)
  addOversight(timeline, rows)
}

/** From Annex A it is known for the day of the figures alone: that day is no beginning. */
function addAllocation(timeline: TimelineBuilder, row: RowOf<'allocation'>): void {
  if (row.from_date === timeline.asAt) return
  timeline.addEvent('Worker', row.from_date, withWords(`Allocated to ${row.worker}`, row.team), row)
  timeline.addSpell('Worker', row.worker, row.from_date, row.to_date)
}

/** One that was not held is overdue while the plan is open and none was held since; otherwise it is what was missed. */
function addCoreGroups(timeline: TimelineBuilder, rows: ChildRows): void {
  const lane = 'Child protection'
  const planIsOpen = rows.cp_plans.some((plan) => timeline.isOpen(plan.start_date, plan.end_date))
  for (const row of rows.core_groups) {
    const { due_on: dueOn } = row
    const heldSince = rows.core_groups.some(
      ({ held_on, due_on }) => (held_on ?? '') > dueOn || due_on > dueOn,
    )
    if (row.held_on !== null) timeline.addEvent(lane, row.held_on, 'Core group', row)
    else if (planIsOpen && (dueOn > timeline.asAt || !heldSince))
      timeline.addDue(lane, dueOn, 'Core group due')
    else
      timeline.addEvent(
        lane,
        dueOn,
        'Core group was due, and none is recorded',
        row,
        withFlag({ text: 'No core group', rule: 'A core group was due and none is recorded' }),
      )
  }
}

const MEETINGS: Readonly<Record<string, string>> = {
  'initial conference': 'Initial conference',
  'review conference': 'Review conference',
  'care review': 'Review of care',
}

function addMeeting(timeline: TimelineBuilder, row: RowOf<'conference_attendance'>): void {
  const name = MEETINGS[row.kind ?? ''] ?? 'Meeting'
  const lane = row.kind === 'care review' ? 'In our care' : 'Section 47 and conferences'
  if (row.held_on === null) {
    if (row.booked_on !== null && row.booked_on > timeline.asAt)
      timeline.addDue(lane, row.booked_on, `${name} due`)
    else timeline.addEvent(lane, row.booked_on, `${name} was booked, and is not recorded as held`, row)
    return
  }
  const came =
    row.worker_attended === true
      ? 'the allocated worker came'
      : row.worker_attended === false
        ? `the allocated worker did not come${row.missed_because ? ` (${row.missed_because})` : ''}${row.attended_instead ? `; in their place: ${row.attended_instead}` : ''}`
        : 'who came is not recorded'
  const before = row.report_working_days_before
  const report =
    row.report_shared_on === null
      ? 'no day on which the family had the report'
      : before === null
        ? 'the family had the report'
        : `the family had the report ${before} working ${before === 1 ? 'day' : 'days'} before`
  const chair = row.chair ? `; chair ${row.chair}` : ''
  timeline.addEvent(lane, row.held_on, `${name}, attendance`, row, {
    state: null,
    note: `${came}; ${report}${chair}`,
    flag:
      row.worker_attended === false
        ? {
            text: 'The allocated worker was not there',
            rule: 'A meeting that the child’s own worker did not attend',
          }
        : undefined,
  })
}

function addMissing(timeline: TimelineBuilder, rows: ChildRows): void {
  const lane = 'Missing and return interviews'
  for (const row of rows.missing_episodes) {
    const what = row.type === 'away' ? 'Away without leave' : 'Missing'
    timeline.addEvent(lane, row.start_date, what, row)
    timeline.addEvent(lane, row.end_date, 'Back from missing', row)
    timeline.addSpell(lane, what, row.start_date, row.end_date)
  }
  for (const row of rows.missing_notifications) {
    const by = row.reported_by ? `Reported by ${row.reported_by}` : ''
    timeline.addEvent(lane, row.missing_on, 'Reported missing', row, { state: null, note: by })
    timeline.addEvent(lane, row.returned_on, 'Back from missing', row)
  }
  for (const row of rows.return_interviews) {
    const state = row.within_72_hours === false ? 'late' : null
    const note = [
      row.within_72_hours === null ? '' : row.within_72_hours ? 'within 72 hours' : 'after 72 hours',
      row.independent === null ? '' : row.independent ? 'independent' : 'not independent',
    ].filter(Boolean)
    if (row.held_on !== null)
      timeline.addEvent(lane, row.held_on, 'Return interview held', row, { state, note: note.join(', ') })
    else
      timeline.addEvent(
        lane,
        row.returned_on,
        describeInterview(row),
        row,
        withFlag({
          text: describeInterview(row),
          rule: 'Came back from missing, and no interview is recorded',
        }),
      )
  }
}

const describeInterview = ({ offered, accepted }: RowOf<'return_interviews'>): string =>
  accepted === false
    ? 'Return interview declined'
    : offered === false
      ? 'Return interview not offered'
      : offered
        ? 'Return interview offered, none held'
        : 'Return interview: no record of an offer'

/** A set point of an assessment that has ended is due no more. */
const isUnderWay = (timeline: TimelineBuilder, { cin_assessments: assessments }: ChildRows, startedOn: Day) =>
  assessments.some(
    ({ start_date, auth_date }) => start_date === startedOn && timeline.isOpen(start_date, auth_date),
  )

function addOversight(timeline: TimelineBuilder, rows: ChildRows): void {
  const lane = 'Management oversight'
  for (const row of rows.management_oversight) {
    const name = row.point === null ? 'Set point' : `Set point of day ${row.point}`
    if (row.reviewed_on !== null) {
      const late = row.due_on !== null && row.reviewed_on > row.due_on
      timeline.addEvent(lane, row.reviewed_on, withWords(`${name} reviewed`, row.decision), row, {
        state: late ? 'late' : null,
        note: '',
      })
    } else if (row.due_on !== null && isUnderWay(timeline, rows, row.assessment_started_on))
      timeline.addDue(lane, row.due_on, `${name}: review due`)
    else
      timeline.addEvent(
        lane,
        row.due_on,
        `${name}: no review is recorded`,
        row,
        withFlag({
          text: `${name}: no review`,
          rule: 'A set point of an assessment passed and no review is recorded',
        }),
      )
  }
  for (const row of rows.case_supervisions)
    timeline.addEvent(lane, row.held_on, withWords('Talked through in supervision', row.decision), row)
  for (const row of rows.audits) {
    if (row.completed_on !== null) timeline.addEvent(lane, row.completed_on, 'Case audit completed', row)
    else if (row.due_on !== null) timeline.addDue(lane, row.due_on, 'Case audit due')
  }
  for (const row of rows.taskforce_cases) {
    timeline.addEvent('Need', row.frozen_on, 'On the list of the taskforce', row)
    const authorised: Day | null = row.authorised_on
    timeline.addEvent('Need', authorised, withWords('Assessed by the taskforce', row.outcome), row)
  }
}
