import type { FieldErrors } from '../../platform/errors.ts'
import { Button } from '../../ui/components/button.tsx'
import { Checkboxes } from '../../ui/components/checkboxes.tsx'
import { Input } from '../../ui/components/input.tsx'
import { Radios } from '../../ui/components/radios.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Textarea } from '../../ui/components/textarea.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField } from '../../ui/page.tsx'
import { askedFields, readForm, type Typed } from '../../records/index.ts'
import { INTERVIEWERS, returnStep, STEPS } from './episode.ts'
import type { MissingEntry } from './missing-read.ts'
import { MomentInput, typedWithMoments } from './moment-input.tsx'
import { formatMoment } from './moment.ts'

export const STEP_FIELDS = askedFields(returnStep.fields) as Omit<typeof returnStep.fields, 'episodeId'>
const MOMENTS = ['at', 'booked_for'] as const

export const typedStep = (body: Readonly<Record<string, unknown>>): Typed =>
  typedWithMoments(STEP_FIELDS, MOMENTS, body)
export const readStep = (typed: Typed) => readForm(STEP_FIELDS, typed)

/** The control of each field, for the links of the errors. */
export const STEP_CONTROLS = {
  kind: 'kind',
  at: 'at-day',
  booked_for: 'booked_for-day',
  interviewer: 'interviewer',
  interviewer_code: 'interviewer_code',
  independent: 'independent',
  why_independent: 'why_independent',
  themes: 'themes',
  note: 'note',
} as const

interface StepFormProps {
  frame: FrameProps
  action: string
  typed: Typed
  errors: FieldErrors
  /** Other times of the same child that one interview may cover. */
  others: readonly MissingEntry[]
}

const shown = (errors: FieldErrors, name: string) => (errors[name] ? { text: errors[name] } : undefined)
const options = (choices: Readonly<Record<string, string>>) =>
  Object.entries(choices).map(([key, text]) => ({ value: key, text }))

/** What was done after the return: an offer, an answer, an interview or an end without one. */
export function StepForm({ frame, action, typed, errors, others }: StepFormProps) {
  const value = (name: string) => typed[name] ?? ''
  return (
    <form method="post" action={action} novalidate>
      <CsrfField frame={frame} />
      <Radios
        name="kind"
        classes="govuk-radios--small"
        fieldset={{ legend: { text: 'What happened' } }}
        value={value('kind')}
        items={options(STEPS)}
        errorMessage={shown(errors, 'kind')}
      />
      <MomentInput name="at" label="When" typed={typed} errors={errors} />
      <MomentInput
        name="booked_for"
        label="Booked for, where it was accepted"
        typed={typed}
        errors={errors}
      />
      <Interviewer typed={typed} errors={errors} />
      <Input
        name="themes"
        label={{ text: 'Themes' }}
        hint={{ text: 'Such as family contact, exploitation, placement; no names' }}
        value={value('themes')}
      />
      <Textarea name="note" label={{ text: 'Note' }} value={value('note')} rows={2} />
      {others.length === 0 ? null : (
        <Checkboxes
          name="also"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'The same for other times of this child' } }}
          hint={{ text: 'One interview may cover several times missing' }}
          items={others.map(({ key, missingFrom, returnedAt }) => ({
            value: key,
            text: `${formatMoment(missingFrom)} to ${formatMoment(returnedAt)}`,
          }))}
        />
      )}
      <Button text="Save what happened" preventDoubleClick />
    </form>
  )
}

/** Who held it, or is to, and whether they are independent. */
function Interviewer({ typed, errors }: Pick<StepFormProps, 'typed' | 'errors'>) {
  const value = (name: string) => typed[name] ?? ''
  return (
    <>
      <Select
        name="interviewer"
        label={{ text: 'By whom' }}
        value={value('interviewer')}
        items={[
          { value: '', text: 'Choose, where an interview is booked or held' },
          ...options(INTERVIEWERS),
        ]}
        errorMessage={shown(errors, 'interviewer')}
      />
      <Input
        name="interviewer_code"
        label={{ text: 'Their code' }}
        hint={{ text: 'Never a name' }}
        value={value('interviewer_code')}
        classes="govuk-input--width-10"
        autocomplete="off"
      />
      <Radios
        name="independent"
        classes="govuk-radios--small"
        fieldset={{ legend: { text: 'Independent' } }}
        hint={{ text: 'They neither care for the child nor hold the case' }}
        value={value('independent')}
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        errorMessage={shown(errors, 'independent')}
      />
      <Input
        name="why_independent"
        label={{ text: 'Why they count as independent, or why not' }}
        value={value('why_independent')}
        errorMessage={shown(errors, 'why_independent')}
      />
    </>
  )
}
