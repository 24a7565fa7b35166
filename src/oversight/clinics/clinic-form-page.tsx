import type { FieldErrors } from '../../platform/errors.ts'
import { columnOf } from '../../records/index.ts'
import { Button } from '../../ui/components/button.tsx'
import { Checkboxes } from '../../ui/components/checkboxes.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Input } from '../../ui/components/input.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page } from '../../ui/page.tsx'
import { LISTS } from '../lists/lists.ts'
import { CLINIC_FIELDS, type TypedClinic } from './clinic-form.ts'

interface ClinicFormPageProps {
  frame: FrameProps
  title: string
  sent: TypedClinic
  errors: FieldErrors
  teams: readonly string[]
  /** The version that the form was filled from; null for a new clinic. */
  version: number | null
  cancelHref: string
  /** Where the clinic itself is cancelled; null for a new one. */
  cancelClinicHref: string | null
  /** Somebody changed it while this person wrote: what they saved. */
  saved: string | null
}

const CONTROLS = ['title', 'held_on', 'starts_at', 'chair', 'attending', 'teams', 'lists'] as const

/** Plans a clinic, or changes one that has not closed. */
export function ClinicFormPage(props: ClinicFormPageProps) {
  const { frame, errors, title } = props
  const errorList = CONTROLS.flatMap((name) =>
    errors[name] ? [{ text: errors[name], href: name === 'held_on' ? '#held_on-day' : `#${name}` }] : [],
  )
  return (
    <Page
      frame={frame}
      title={title}
      section="/lists"
      breadcrumbs={[
        { text: 'Lists', href: '/lists' },
        { text: 'Performance clinics', href: '/clinics' },
      ]}
      error={errorList.length > 0}
    >
      {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
      <h1 class="wm-title">{title}</h1>
      {props.saved ? (
        <div class="govuk-inset-text">
          Somebody else saved first. Saved now: {props.saved}. What you typed is below: save to put it in
          place of theirs.
        </div>
      ) : null}
      <form method="post" novalidate class="wm-record-form">
        <div>
          <CsrfField frame={frame} />
          {props.version === null ? null : <input type="hidden" name="version" value={props.version} />}
          <Fields {...props} />
          <div class="govuk-button-group">
            <Button text="Save" preventDoubleClick />
            <a href={props.cancelHref}>{props.version === null ? 'Cancel' : 'Leave it as it is'}</a>
            {props.cancelClinicHref ? <a href={props.cancelClinicHref}>Cancel this clinic</a> : null}
          </div>
        </div>
      </form>
    </Page>
  )
}

function Fields({ sent, errors, teams }: Pick<ClinicFormPageProps, 'sent' | 'errors' | 'teams'>) {
  const shown = (name: string) => (errors[name] ? { text: errors[name] } : undefined)
  return (
    <>
      {Object.entries(CLINIC_FIELDS).map(([property, field]) => {
        const name = columnOf(property)
        const hint = field.words.hint ? { text: field.words.hint } : undefined
        return field.control === 'day' ? (
          <DateInput
            id={name}
            namePrefix={name}
            values={sent.typed}
            fieldset={{ legend: { text: field.words.label } }}
            errorMessage={shown(name)}
          />
        ) : (
          <Input
            name={name}
            label={{ text: field.words.label }}
            hint={hint}
            value={sent.typed[name]}
            errorMessage={shown(name)}
          />
        )
      })}
      <Checkboxes
        name="teams"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: { text: 'Teams, in the order of the pack' } }}
        values={sent.teams}
        items={teams.map((team) => ({ value: team, text: team }))}
        errorMessage={shown('teams')}
      />
      <Checkboxes
        name="lists"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: { text: 'Lists that it goes through' } }}
        hint={{ text: 'Every child overdue on them is in the pack' }}
        values={sent.lists}
        items={LISTS.map(({ id, title: text }) => ({ value: id, text }))}
        errorMessage={shown('lists')}
      />
    </>
  )
}
