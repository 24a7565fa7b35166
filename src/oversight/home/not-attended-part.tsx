import type { HomePart, Person } from '../../access/index.ts'
import { formatDayOfYear, type Month } from '../../platform/day.ts'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { meetingHref, missedHref } from '../conferences/diary-query.ts'
import { Children, dayCell } from '../conferences/diary-tables.tsx'
import { MEETING_KINDS, teamsOf, workersOf } from '../conferences/meeting.ts'
import type { Missing } from '../conferences/not-attended.ts'

/** More rows than these are left to the page of the month. */
const MOST_ROWS = 15

/**
 * Meetings that a child’s own worker did not attend, without a reason: a manager’s to answer, and once the days for that have
 * passed the head of service’s. Null where there is none.
 */
export function notAttendedPart(
  unanswered: readonly Missing[],
  month: Month,
  { role }: Person,
): HomePart | null {
  const isHead = role === 'head_of_service'
  const rows = isHead ? unanswered.filter(({ isPassedOn }) => isPassedOn) : unanswered
  if (rows.length === 0) return null
  return {
    heading: `Why the allocated worker was not there: ${rows.length}`,
    note: isHead
      ? 'Nobody gave a reason within five working days, so you are asked.'
      : 'No reason yet. After five working days the head of service is asked.',
    body: (
      <>
        <RecordTable
          caption=""
          head={['Held', 'Meeting', 'Child', 'Team', 'Worker that day', 'Reason'].map((text) => ({ text }))}
          rows={rows.slice(0, MOST_ROWS).map((row) => [
            dayCell(row.heldOn),
            { text: MEETING_KINDS[row.meeting.kind].words },
            { html: <Children meeting={row} /> },
            { text: teamsOf(row).join(', ') || 'Not known' },
            { text: workersOf(row).join(', ') || 'Nobody' },
            {
              html: (
                <a href={`${meetingHref(row.meeting.ref)}#reason`}>
                  {row.isPassedOn ? 'Was due' : 'Due'} {formatDayOfYear(row.answerDueOn)}: give it
                  <span class="govuk-visually-hidden"> for the meeting of {formatDayOfYear(row.heldOn)}</span>
                </a>
              ),
            },
          ])}
        />
        <p class="wm-note">
          {rows.length > MOST_ROWS ? `The latest ${MOST_ROWS} of ${rows.length}. ` : ''}
          <a href={missedHref({ month, only: 'unanswered' })}>All that were not attended</a>
        </p>
      </>
    ),
  }
}
