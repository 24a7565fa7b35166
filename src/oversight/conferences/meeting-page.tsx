import type { Child } from 'hono/jsx'
import { formatDay, formatWeekday, type Day } from '../../platform/day.ts'
import { Button } from '../../ui/components/button.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Input } from '../../ui/components/input.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Textarea } from '../../ui/components/textarea.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { childHref } from '../../ui/links.ts'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { columnOf, type Fields } from '../../records/index.ts'
import { timeAndPlace } from './diary-tables.tsx'
import { meetingHref } from './diary-query.ts'
import { cameControl, FORMS, openedWith, seenText, type SentForm } from './meeting-form.ts'
import { versionsOf } from './meeting-store.ts'
import { CAME, heldOn, MEETING_KINDS, ownWorkerCame, whoCame, type Meeting } from './meeting.ts'

interface MeetingPageProps {
  frame: FrameProps
  meeting: Meeting
  reportDueOn: Day
  reasons: readonly string[]
  /** What the reader may write. */
  may: { keep: boolean; attend: boolean }
  sent: SentForm | null
}

/** One meeting: its children, and the forms for what happened (child-level). */
export function MeetingPage(props: MeetingPageProps) {
  const { frame, meeting, reportDueOn, may, sent } = props
  const held = heldOn(meeting)
  const errors = Object.entries(sent?.errors ?? {}).map(([name, text]) => ({
    text,
    href: `#${['booked_on', 'held_on', 'shared_on', 'chair_had_on'].includes(name) ? `${name}-day` : name}`,
  }))
  const isMissed = held !== null && meeting.children.some((child) => !ownWorkerCame(child))
  return (
    <Page
      frame={frame}
      title={MEETING_KINDS[meeting.kind].words}
      section="/lists"
      breadcrumbs={[
        { text: 'Lists', href: '/lists' },
        { text: 'Diary', href: '/diary' },
      ]}
      error={errors.length > 0}
    >
      {errors.length > 0 ? <ErrorSummary errorList={errors} /> : null}
      <PageHeading
        caption={meeting.keptHere ? 'Booked in Waymark' : 'From the council’s file of conferences'}
        title={`${MEETING_KINDS[meeting.kind].words}, ${formatWeekday(meeting.bookedOn)}`}
        sentence={{
          bold: held === null ? 'Not recorded as held.' : `Held on ${formatDay(held)}.`,
          rest: `The report must reach the family by ${formatDay(reportDueOn)}. Time and place: ${timeAndPlace(meeting).toLowerCase()}. Chair: ${meeting.chair ?? 'not known'}.`,
        }}
      />
      {sent?.isStale ? (
        <div class="govuk-inset-text">
          Somebody else recorded something about this meeting first. What they saved is in the table; what you
          typed is in the form: save to put it in place of theirs.
        </div>
      ) : null}
      <ChildrenTable meeting={meeting} />
      {may.attend && meeting.bookedOn <= frame.today ? <Attendance {...props} /> : null}
      {may.keep && isMissed ? <Why {...props} /> : null}
      {may.keep ? <Report {...props} /> : null}
      {may.keep && held === null ? <Booking {...props} /> : null}
      {may.keep && held === null && meeting.keptHere ? <Cancel {...props} /> : null}
      <p class="wm-note">
        A blank counts as not attended. Who came to a looked-after review counts when it is recorded within
        five working days. Opening this page was recorded, with the children on it.
      </p>
    </Page>
  )
}

const shown = (day: Day | null): string => (day === null ? 'Not recorded' : formatDay(day))

const ChildrenTable = ({ meeting }: { meeting: Meeting }) => (
  <RecordTable
    caption="Children"
    head={['Child', 'Team', 'Allocated worker', 'Report reached the family', 'Who came', 'Reason'].map(
      (text) => ({
        text,
      }),
    )}
    rows={meeting.children.map((child) => [
      { html: <a href={childHref(child.ref)}>{child.childId}</a> },
      { text: child.team ?? 'Not known' },
      { text: child.worker ?? 'Nobody' },
      { text: shown(child.sharedOn) },
      {
        text:
          child.heldOn === null
            ? 'Not held yet'
            : `${whoCame(child)}${child.recordedOn === null ? '' : `; recorded ${formatDay(child.recordedOn)}`}`,
      },
      {
        text:
          child.heldOn === null || ownWorkerCame(child)
            ? ''
            : child.missed === null
              ? 'No answer'
              : `${child.missed}. ${child.missedWords}`,
      },
    ])}
  />
)

interface MeetingFormProps extends MeetingPageProps {
  form: SentForm['form']
  title: string
  button: string
  children: Child
}

const MeetingForm = ({ frame, meeting, form, title, button, children }: MeetingFormProps) => (
  <section id={form === 'reason' ? 'reason' : undefined}>
    <h2 class="wm-section">{title}</h2>
    <form method="post" action={`${meetingHref(meeting.ref)}/${form}`} novalidate class="wm-record-form">
      <div>
        <CsrfField frame={frame} />
        <input type="hidden" name="seen" value={seenText(versionsOf(meeting))} />
        {children}
        <Button text={button} preventDoubleClick />
      </div>
    </form>
  </section>
)

const typedFor = ({ meeting, frame, sent }: MeetingPageProps, form: SentForm['form']) =>
  sent?.form === form ? sent.typed : openedWith(meeting, frame.today)
const errorFor = ({ sent }: MeetingPageProps, form: SentForm['form'], name: string) =>
  sent?.form === form && sent.errors[name] ? { text: sent.errors[name] } : undefined

/** The days and lines of a form, drawn as their fields say. */
export const FieldInputs = (props: {
  fields: Fields
  typed: Readonly<Record<string, string>>
  errorOf: (name: string) => { text: string } | undefined
}) => (
  <>
    {Object.entries(props.fields).map(([property, field]) => {
      const name = columnOf(property)
      const hint = field.words.hint ? { text: field.words.hint } : undefined
      return field.control === 'day' ? (
        <DateInput
          id={name}
          namePrefix={name}
          values={Object.fromEntries(
            ['day', 'month', 'year'].map((part) => [part, props.typed[`${name}-${part}`]]),
          )}
          fieldset={{ legend: { text: field.words.label } }}
          hint={hint}
          errorMessage={props.errorOf(name)}
        />
      ) : (
        <Input
          name={name}
          label={{ text: field.words.label }}
          hint={hint}
          value={props.typed[name]}
          errorMessage={props.errorOf(name)}
        />
      )
    })}
  </>
)

const Attendance = (props: MeetingPageProps) => {
  const typed = typedFor(props, 'attendance')
  return (
    <MeetingForm {...props} form="attendance" title="Who came" button="Record who came">
      <FieldInputs
        fields={FORMS.attendance}
        typed={typed}
        errorOf={(name) => errorFor(props, 'attendance', name)}
      />
      {props.meeting.children.map((child, index) => (
        <Select
          name={cameControl(index)}
          label={{ text: `For child ${child.childId}` }}
          value={typed[cameControl(index)] ?? (child.came === 'unsaid' ? '' : (child.came ?? ''))}
          items={[
            { value: '', text: 'Leave as it is' },
            ...Object.entries(CAME).map(([value, { words: text }]) => ({ value, text })),
          ]}
          errorMessage={errorFor(props, 'attendance', cameControl(index))}
        />
      ))}
    </MeetingForm>
  )
}

const Why = (props: MeetingPageProps) => {
  const typed = typedFor(props, 'reason')
  return (
    <MeetingForm
      {...props}
      form="reason"
      title="Why the allocated worker did not come"
      button="Save the reason"
    >
      <Select
        name="missed"
        label={{ text: 'Reason' }}
        value={typed['missed']}
        items={[
          { value: '', text: 'Choose a reason' },
          ...props.reasons.map((text) => ({ text, value: text })),
        ]}
        errorMessage={errorFor(props, 'reason', 'missed')}
      />
      <Textarea
        name="missed_words"
        label={{ text: 'In a sentence' }}
        hint={{ text: 'What happened, and what is done so that it does not happen again. Name no one.' }}
        rows={3}
        value={typed['missed_words']}
        errorMessage={errorFor(props, 'reason', 'missed_words')}
      />
    </MeetingForm>
  )
}

const Report = (props: MeetingPageProps) => (
  <MeetingForm {...props} form="report" title="The report" button="Save the days">
    <FieldInputs
      fields={FORMS.report}
      typed={typedFor(props, 'report')}
      errorOf={(name) => errorFor(props, 'report', name)}
    />
  </MeetingForm>
)

const Booking = (props: MeetingPageProps) => {
  const { startsAt, place } = FORMS.booking
  return (
    <MeetingForm {...props} form="booking" title="Time and place" button="Save time and place">
      <FieldInputs
        fields={props.meeting.keptHere ? FORMS.booking : { startsAt, place }}
        typed={typedFor(props, 'booking')}
        errorOf={(name) => errorFor(props, 'booking', name)}
      />
      {props.meeting.keptHere ? null : (
        <p class="wm-note">
          The day and the chair are those of the council’s file: change them in the case system.
        </p>
      )}
    </MeetingForm>
  )
}

const Cancel = (props: MeetingPageProps) => (
  <MeetingForm {...props} form="cancel" title="Cancel this meeting" button="Cancel the meeting">
    <Input
      name="why"
      label={{ text: 'Why it is cancelled' }}
      errorMessage={errorFor(props, 'cancel', 'why')}
    />
  </MeetingForm>
)
