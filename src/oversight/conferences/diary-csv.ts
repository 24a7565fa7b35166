import { toCsv } from '../../platform/csv.ts'
import type { DiaryView, MissedView } from './diary-read.ts'
import { heldOn, MEETING_KINDS, whoCame } from './meeting.ts'

/** Six weeks as a file: a row for each child at each meeting. Child-level. */
export const diaryCsv = ({ diary, asAt }: DiaryView): string =>
  toCsv(
    [
      'child_id',
      'meeting',
      'booked_on',
      'starts_at',
      'place',
      'chair',
      'team',
      'worker',
      'report_due_on',
      'report_shared_on',
      'held_on',
      'who_came',
      'figures_as_at',
    ],
    diary.booked.flatMap(({ meeting, reportDueOn }) =>
      meeting.children.map((child) => [
        child.childId,
        MEETING_KINDS[meeting.kind].words,
        meeting.bookedOn,
        meeting.startsAt,
        meeting.place,
        meeting.chair,
        child.team,
        child.worker,
        reportDueOn,
        child.sharedOn,
        heldOn(meeting),
        heldOn(meeting) === null ? null : whoCame(child),
        asAt,
      ]),
    ),
  )

/** Children whose own worker did not come, with the reason. Child-level. */
export const missedCsv = ({ query, found: { unanswered, answered }, asAt }: MissedView): string =>
  toCsv(
    [
      'child_id',
      'meeting',
      'held_on',
      'team',
      'worker',
      'chair',
      'who_came',
      'asked_on',
      'answer_due_on',
      'reason',
      'in_a_sentence',
      'answered_on',
      'answered_by',
      'working_days_to_answer',
      'figures_as_at',
    ],
    [...unanswered, ...(query.only === null ? answered : [])].flatMap((row) =>
      row.children.map((child) => [
        child.childId,
        MEETING_KINDS[row.meeting.kind].words,
        row.heldOn,
        child.team,
        child.worker,
        row.meeting.chair,
        whoCame(child),
        row.askedOn,
        row.answerDueOn,
        row.reason?.missed,
        row.reason?.words,
        row.reason?.answeredOn,
        row.reason?.answeredBy,
        row.reason?.days,
        asAt,
      ]),
    ),
  )
