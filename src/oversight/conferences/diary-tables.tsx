import { formatDayOfYear, formatWeekday, type Day } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import type { TableCell } from '../../ui/components/table.tsx'
import { childHref } from '../../ui/links.ts'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { whoOf, type Booked, type Diary } from './diary.ts'
import { meetingHref } from './diary-query.ts'
import { MEETING_KINDS, teamsOf, type Meeting } from './meeting.ts'

/** Children by the council's numbers, each with its record. */
export const Children = ({ meeting }: { meeting: Pick<Meeting, 'children'> }) => (
  <>
    {meeting.children.map(({ childId, ref }, index) => (
      <>
        {index === 0 ? '' : ', '}
        <a href={childHref(ref)}>{childId}</a>
      </>
    ))}
  </>
)

export const dayCell = (day: Day): TableCell => ({
  text: formatWeekday(day).replace(/ \d{4}$/, ''),
  classes: 'wm-nowrap',
})
/** A code or a few short words that stay on one line. */
const shortCell = (text: string): TableCell => ({ text, classes: 'wm-nowrap' })
const kindCell = (meeting: Meeting): TableCell => ({
  html: <a href={meetingHref(meeting.ref)}>{MEETING_KINDS[meeting.kind].words}</a>,
})
const childrenCell = (meeting: Meeting): TableCell => ({ html: <Children meeting={meeting} /> })

export const Clashes = ({ diary: { clashes } }: { diary: Diary }) => (
  <>
    <h2 class="wm-section">Clashes: {formatNumber(clashes.length)}</h2>
    <RecordTable
      caption="Clashes"
      captionClasses="govuk-visually-hidden"
      head={['Day', 'Who or where', 'What clashes', 'To do'].map((text) => ({ text }))}
      rows={clashes.map(({ on, who, meetings, why, away }) => [
        dayCell(on),
        { text: who },
        {
          html: (
            <>
              {meetings.map((meeting, index) => (
                <>
                  {index === 0 ? '' : ', '}
                  {MEETING_KINDS[meeting.kind].words.toLowerCase()}, <Children meeting={meeting} />
                </>
              ))}
              : {why}
            </>
          ),
        },
        {
          html: (
            <a href={meetingHref(meetings[0]!.ref)}>
              {away ? 'Name who goes' : 'Ask for a new time'}
              <span class="govuk-visually-hidden">
                : {who}, {formatDayOfYear(on)}
              </span>
            </a>
          ),
        },
      ])}
    />
  </>
)

export const Reports = ({ diary: { reports } }: { diary: Diary }) => (
  <>
    <h2 class="wm-section">Reports to reach families: {formatNumber(reports.length)}</h2>
    {reports.length === 0 ? (
      <p>No report must reach a family in the next ten working days.</p>
    ) : (
      <RecordTable
        caption="Reports to reach families"
        captionClasses="govuk-visually-hidden"
        head={['Must reach the family by', 'Meeting', 'Child', 'Worker', 'Meeting day', 'Report'].map(
          (text) => ({
            text,
          }),
        )}
        rows={reports.map(({ meeting, reportDueOn, daysLate }) => [
          dayCell(reportDueOn),
          kindCell(meeting),
          childrenCell(meeting),
          shortCell(whoOf(meeting)),
          dayCell(meeting.bookedOn),
          daysLate > 0
            ? { html: <b class="wm-due-late">{formatCount(daysLate, 'working day')} late</b> }
            : { text: 'Not shared' },
        ])}
      />
    )}
  </>
)

export const ToRecord = ({ diary: { toRecord } }: { diary: Diary }) =>
  toRecord.length === 0 ? null : (
    <>
      <h2 class="wm-section">
        Attendance to record: {formatNumber(toRecord.length)}{' '}
        <span class="wm-secondary">blank counts as not attended</span>
      </h2>
      <RecordTable
        caption="Attendance to record"
        captionClasses="govuk-visually-hidden"
        head={['Booked for', 'Meeting', 'Child', 'Allocated worker', 'Chair', 'Record by'].map((text) => ({
          text,
        }))}
        rows={toRecord.map(({ meeting, recordBy }) => [
          dayCell(meeting.bookedOn),
          kindCell(meeting),
          childrenCell(meeting),
          shortCell(whoOf(meeting)),
          shortCell(meeting.chair ?? 'Not known'),
          dayCell(recordBy),
        ])}
      />
    </>
  )

export const EveryMeeting = ({ diary: { booked } }: { diary: Diary }) =>
  booked.length === 0 ? null : (
    <>
      <h2 class="wm-section">Every meeting, by day: {formatNumber(booked.length)}</h2>
      <ScrollRegion label="Every meeting, by day">
        <RecordTable
          caption="Every meeting, by day"
          captionClasses="govuk-visually-hidden"
          head={['Day', 'Meeting', 'Children', 'Worker', 'Team', 'Chair', 'Time and place', 'Report'].map(
            (text) => ({
              text,
            }),
          )}
          rows={booked.map((line) => [
            dayCell(line.meeting.bookedOn),
            kindCell(line.meeting),
            childrenCell(line.meeting),
            shortCell(whoOf(line.meeting)),
            shortCell(teamsOf(line.meeting).join(', ') || 'Not known'),
            shortCell(line.meeting.chair ?? 'Not known'),
            { text: timeAndPlace(line.meeting) },
            { text: describeReport(line) },
          ])}
        />
      </ScrollRegion>
    </>
  )

export const timeAndPlace = ({ startsAt, place }: Pick<Meeting, 'startsAt' | 'place'>): string =>
  [startsAt, place].filter((part) => part !== null).join(', ') || 'Not known'

const describeReport = ({ sharedOn, reportDueOn }: Booked): string =>
  sharedOn === null
    ? `By ${formatDayOfYear(reportDueOn)}`
    : `Shared ${formatDayOfYear(sharedOn)}${sharedOn > reportDueOn ? ', late' : ', in time'}`
