import type { FieldErrors } from '../../platform/errors.ts'
import type { Typed } from '../../records/index.ts'
import { Button } from '../../ui/components/button.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Textarea } from '../../ui/components/textarea.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page } from '../../ui/page.tsx'
import { NEW_MEETING } from './meeting-form.ts'
import { FieldInputs } from './meeting-page.tsx'
import { MEETING_KINDS } from './meeting.ts'

interface NewMeetingPageProps {
  frame: FrameProps
  typed: Typed
  errors: FieldErrors
}

/** Books a meeting about one child, or about brothers and sisters. */
export function NewMeetingPage({ frame, typed, errors }: NewMeetingPageProps) {
  const errorOf = (name: string) => (errors[name] ? { text: errors[name] } : undefined)
  const errorList = Object.entries(errors).map(([name, text]) => ({
    text,
    href: `#${name === 'booked_on' ? 'booked_on-day' : name}`,
  }))
  const { kind: _kind, ...fields } = NEW_MEETING
  return (
    <Page
      frame={frame}
      title="Book a meeting"
      section="/lists"
      breadcrumbs={[
        { text: 'Lists', href: '/lists' },
        { text: 'Diary', href: '/diary' },
      ]}
      error={errorList.length > 0}
    >
      {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
      <h1 class="wm-title">Book a meeting</h1>
      <p>
        For a meeting that the case system does not send. Once the council’s file has one for the same child
        and day, it is there once.
      </p>
      <form method="post" action="/diary/new" novalidate class="wm-record-form">
        <div>
          <CsrfField frame={frame} />
          <Select
            name="kind"
            label={{ text: 'Meeting' }}
            value={typed['kind']}
            items={[
              { value: '', text: 'Choose the kind of meeting' },
              ...Object.entries(MEETING_KINDS).map(([value, { words: text }]) => ({ value, text })),
            ]}
            errorMessage={errorOf('kind')}
          />
          <Textarea
            name="children"
            label={{ text: 'Children' }}
            hint={{
              text: 'The number of each, as the case system writes it: brothers and sisters share a meeting',
            }}
            rows={3}
            value={typed['children']}
            errorMessage={errorOf('children')}
          />
          <FieldInputs fields={fields} typed={typed} errorOf={errorOf} />
          <div class="govuk-button-group">
            <Button text="Book the meeting" preventDoubleClick />
            <a href="/diary">Cancel</a>
          </div>
        </div>
      </form>
    </Page>
  )
}
