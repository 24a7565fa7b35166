import type { HomePart } from '../../access/index.ts'
import { formatDayOfYear, type Day } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { workingDayAfter, workingDaysBetween } from '../../platform/working-days.ts'
import type { TableCell } from '../../ui/components/table.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { whoOf, type Booked, type Diary } from '../conferences/diary.ts'
import { meetingHref } from '../conferences/diary-query.ts'
import { Children, dayCell } from '../conferences/diary-tables.tsx'
import { MEETING_KINDS, type Meeting } from '../conferences/meeting.ts'

/** Meetings so many working days ahead are on the first page; the diary has six weeks. */
const DAYS_AHEAD = 10
/** More rows than these are left to the diary. */
const MOST_ROWS = 15

const meetingCell = (meeting: Meeting): TableCell => ({
  html: (
    <>
      <a href={meetingHref(meeting.ref)}>{MEETING_KINDS[meeting.kind].words}</a>
      {meeting.startsAt === null ? '' : `, ${meeting.startsAt}`}
    </>
  ),
})
const childrenCell = (meeting: Meeting): TableCell => ({ html: <Children meeting={meeting} /> })

/** Reports that families must have by now, and do not: those that are late, and those of today. */
export const reportsToday = ({ reports, today }: Diary): { late: number; today: number } => ({
  late: reports.filter(({ daysLate }) => daysLate > 0).length,
  today: reports.filter(({ reportDueOn }) => reportDueOn === today).length,
})

/** "One report is late for a family, and two must reach families today." Empty where none is. */
export function describeReports(diary: Diary): string {
  const { late, today } = reportsToday(diary)
  const isLate = late === 0 ? '' : `${formatCount(late, 'report is', 'reports are')} late for a family`
  const isDue = today === 0 ? '' : `${formatCount(today, 'report', 'reports')} must reach a family today`
  const both = [isLate, isDue].filter(Boolean).join(', and ')
  return both === '' ? '' : `${both}.`
}

/** The first thing to do about a report; nothing where none is late or due today. */
export function firstReport(diary: Diary): Pick<NonNullable<HomePart['lead']>, 'first'> {
  const { late, today } = reportsToday(diary)
  const [line] = diary.reports
  if (!line || late + today === 0) return {}
  const name = MEETING_KINDS[line.meeting.kind].words
  return {
    first: {
      text: `Open the ${name.toLowerCase()} of ${formatDayOfYear(line.meeting.bookedOn)}`,
      href: meetingHref(line.meeting.ref),
      note: `Its report must reach the family by ${formatDayOfYear(line.reportDueOn)}.`,
    },
  }
}

/** Meetings that were booked for a day before today, and of which nobody has recorded who came. Null where there is none. */
export function attendancePart(diary: Diary): HomePart | null {
  const { toRecord } = diary
  const [first] = toRecord
  if (!first) return null
  const { reports } = diary
  const name = MEETING_KINDS[first.meeting.kind].words
  return {
    heading: `Record who came: ${toRecord.length}`,
    note: 'Blank counts as not attended.',
    lead: {
      title: 'Your meetings',
      sentence: {
        bold: `${formatCount(toRecord.length, 'meeting has', 'meetings have')} no attendance recorded.`,
        rest:
          reports.length === 0
            ? 'Every report of the next ten working days has reached its family.'
            : `${formatCount(reports.length, 'report is', 'reports are')} still to reach families.`,
      },
      first: {
        text: `Record who came to the ${name.toLowerCase()} of ${formatDayOfYear(first.meeting.bookedOn)}`,
        href: meetingHref(first.meeting.ref),
        note: `By ${formatDayOfYear(first.recordBy)}.`,
      },
    },
    body: (
      <>
        <RecordTable
          caption=""
          head={['Booked for', 'Meeting', 'Child', 'Allocated worker', 'Record by'].map((text) => ({ text }))}
          rows={toRecord
            .slice(0, MOST_ROWS)
            .map(({ meeting, recordBy }) => [
              dayCell(meeting.bookedOn),
              meetingCell(meeting),
              childrenCell(meeting),
              { text: whoOf(meeting) },
              dayCell(recordBy),
            ])}
        />
        <More rows={toRecord.length} />
      </>
    ),
  }
}

/** The conferences and reviews of the next ten working days, with the day by which each report must reach the family. */
export function meetingsPart(diary: Diary): HomePart {
  const { today } = diary
  const until = workingDayAfter(today, DAYS_AHEAD)
  const coming = diary.booked.filter(({ meeting }) => meeting.bookedOn >= today && meeting.bookedOn <= until)
  return {
    heading: `Conferences and reviews to ${formatDayOfYear(until)}: ${coming.length}`,
    note: 'Records to today.',
    body:
      coming.length === 0 ? (
        <p>
          None is booked. <a href="/diary">Six weeks in the diary</a>
        </p>
      ) : (
        <>
          <RecordTable
            caption=""
            head={['Day', 'Meeting', 'Child', 'Worker', 'Report must reach the family by', 'The report'].map(
              (text) => ({ text }),
            )}
            rows={coming
              .slice(0, MOST_ROWS)
              .map((line) => [
                dayCell(line.meeting.bookedOn),
                meetingCell(line.meeting),
                childrenCell(line.meeting),
                { text: whoOf(line.meeting) },
                dayCell(line.reportDueOn),
                reportCell(line, today),
              ])}
          />
          <More rows={coming.length} />
        </>
      ),
  }
}

const More = ({ rows }: { rows: number }) => (
  <p class="wm-note">
    {rows > MOST_ROWS ? `The first ${MOST_ROWS} of ${rows}. ` : ''}
    <a href="/diary">Six weeks in the diary</a>
  </p>
)

function reportCell({ sharedOn, reportDueOn }: Booked, today: Day): TableCell {
  if (sharedOn !== null)
    return {
      text: `Shared ${formatDayOfYear(sharedOn)}${sharedOn > reportDueOn ? ', late' : ', in time'}`,
    }
  const late = workingDaysBetween(reportDueOn, today)
  if (late > 0)
    return { html: <b class="wm-due-late">{formatCount(late, 'working day')} late, not shared</b> }
  return reportDueOn === today ? { html: <b>Due today, not shared</b> } : { text: 'Not shared yet' }
}
