import type { FieldErrors } from '../platform/errors.ts'
import { formatDay, formatWeekday, type Day } from '../platform/day.ts'
import { Button } from '../ui/components/button.tsx'
import { DateInput } from '../ui/components/date-input.tsx'
import { ErrorSummary } from '../ui/components/error-summary.tsx'
import { Input } from '../ui/components/input.tsx'
import { Table } from '../ui/components/table.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../ui/page.tsx'
import { countOf } from './count-words.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingFields } from './meeting-form.ts'

type MeetingState =
  | { kind: 'issued'; number: number; on: Day }
  | { kind: 'draft'; version: number; toResolve: number }
  /** A draft that this person may not read. */
  | { kind: 'closed' }
  /** Not started. */
  | { kind: 'none' }

export interface MeetingLine {
  meeting: Meeting
  state: MeetingState
}

interface MeetingsProps {
  frame: FrameProps
  lines: readonly MeetingLine[]
  mayWrite: boolean
}

function meetingsSentence(lines: readonly MeetingLine[], today: Day): { bold: string; rest?: string } {
  const next = lines.findLast(({ meeting }) => meeting.heldOn >= today)
  if (!next) {
    return lines.length === 0
      ? { bold: 'No Board meeting has been added yet.' }
      : {
          bold: 'No Board meeting is planned.',
          rest: `The last was on ${formatDay(lines[0]!.meeting.heldOn)}.`,
        }
  }
  const { meeting, state } = next
  const bold = `The Board meets next on ${formatWeekday(meeting.heldOn)}.`
  if (state.kind === 'issued') return { bold, rest: `Its report was issued on ${formatDay(state.on)}.` }
  if (state.kind === 'none') return { bold, rest: 'Its report has not been started.' }
  if (state.kind === 'closed') return { bold, rest: 'Its report has not been issued.' }
  return state.toResolve === 0
    ? { bold, rest: 'Its report is ready to issue.' }
    : {
        bold,
        rest: `Its report has ${countOf(state.toResolve, 'thing')} to resolve before it can be issued.`,
      }
}

const describeState = (state: MeetingState): string => {
  if (state.kind === 'issued') return `Report ${state.number}, issued ${formatDay(state.on)}`
  if (state.kind === 'none') return 'No report here'
  if (state.kind === 'closed') return 'Not issued'
  return state.toResolve === 0
    ? `Draft ${state.version}, ready to issue`
    : `Draft ${state.version}, ${state.toResolve} to resolve`
}

export const MeetingsPage = ({ frame, lines, mayWrite }: MeetingsProps) => (
  <Page frame={frame} title="Board" section="/board">
    <PageHeading title="Board" sentence={meetingsSentence(lines, frame.today)} />
    {lines.length > 0 ? (
      <Table
        caption="Meetings"
        captionClasses="govuk-visually-hidden"
        head={[{ text: 'Meeting' }, { text: 'Board' }, { text: 'Report' }]}
        rows={lines.map(({ meeting, state }) => [
          { html: <a href={`/board/${meeting.heldOn}`}>{formatWeekday(meeting.heldOn)}</a> },
          { text: meeting.title },
          { text: describeState(state) },
        ])}
      />
    ) : null}
    {mayWrite ? <Button href="/board/new" text="Add a meeting" classes="govuk-button--secondary" /> : null}
  </Page>
)

interface NewMeetingProps {
  frame: FrameProps
  fields: MeetingFields
  errors: FieldErrors
}

const message = (errors: FieldErrors, field: string) => {
  const text = errors[field]
  return text === undefined ? undefined : { text }
}

export const NewMeetingPage = ({ frame, fields, errors }: NewMeetingProps) => (
  <Page
    frame={frame}
    title="Add a meeting"
    section="/board"
    breadcrumbs={[{ text: 'Board', href: '/board' }]}
    error={Object.keys(errors).length > 0}
  >
    {Object.keys(errors).length > 0 ? (
      <ErrorSummary
        errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))}
      />
    ) : null}
    <PageHeading
      title="Add a meeting"
      sentence={{
        bold: 'Its report starts with the six parts that the Board expects.',
        rest: 'You write the text and link its figures to measures.',
      }}
    />
    <MeetingForm frame={frame} fields={fields} errors={errors} />
  </Page>
)

const MeetingForm = ({ frame, fields, errors }: NewMeetingProps) => (
  <form method="post" action="/board/new" class="wm-board-form" novalidate>
    <CsrfField frame={frame} />
    <Input
      name="title"
      label={{ text: 'Name of the Board' }}
      value={fields.title}
      errorMessage={message(errors, 'title')}
    />
    <DateInput
      id="held-on"
      namePrefix="held-on"
      fieldset={{ legend: { text: 'Day of the meeting' } }}
      hint={{ text: 'For example, 10 3 2015' }}
      errorMessage={message(errors, 'held-on-day')}
      values={fields.heldOn}
    />
    <DateInput
      id="previous-on"
      namePrefix="previous-on"
      fieldset={{ legend: { text: 'Day of the meeting before it' } }}
      hint={{ text: 'Leave it empty for the first meeting' }}
      errorMessage={message(errors, 'previous-on-day')}
      values={fields.previousOn}
    />
    <Input
      name="subject"
      label={{ text: 'Subject of its report' }}
      value={fields.subject}
      errorMessage={message(errors, 'subject')}
    />
    <Input
      name="author"
      label={{ text: 'Who the report is from' }}
      hint={{ text: 'A role, not a name' }}
      value={fields.author}
      errorMessage={message(errors, 'author')}
    />
    <Button text="Add the meeting" />
  </form>
)

interface NoReportProps {
  frame: FrameProps
  meeting: Meeting
  /** This person may read the report only once it is issued; otherwise it has not been started. */
  waits: boolean
}

export const NoReportPage = ({ frame, meeting, waits }: NoReportProps) => (
  <Page
    frame={frame}
    title={`Meeting of ${formatDay(meeting.heldOn)}`}
    section="/board"
    breadcrumbs={[{ text: 'Board', href: '/board' }]}
  >
    <PageHeading
      caption={meeting.title}
      title={`Meeting of ${formatDay(meeting.heldOn)}`}
      sentence={
        waits
          ? {
              bold: 'The report has not been issued yet.',
              rest: 'It will be here, with its number, once the programme manager has issued it.',
            }
          : { bold: 'This meeting has no report here.', rest: 'It was written before Waymark, or elsewhere.' }
      }
    />
  </Page>
)
