import type { Child } from 'hono/jsx'
import { may, type AssignmentKind, type Person } from '../../access/index.ts'
import type { Day } from '../../platform/day.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import type { Typed } from '../../records/index.ts'
import { Button } from '../../ui/components/button.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { Input } from '../../ui/components/input.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Textarea } from '../../ui/components/textarea.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField } from '../../ui/page.tsx'
import type { FormName } from './assignment-form.ts'
import type { AssignedPerson } from './assignment-read.ts'

export interface AssignmentPageProps {
  frame: FrameProps
  reader: Person
  shown: AssignedPerson
  /** Others of the same role, to whom all can be handed over. */
  others: readonly Person[]
  /** Children, by number, whom the reader may open: others are counted. */
  seen: ReadonlySet<string>
  today: Day
  form: FormName | null
  typed: Typed
  errors: FieldErrors
}

type Props = AssignmentPageProps & { kinds: readonly AssignmentKind[] }

/** The forms that suit the role: each kind that it is given, a draw for audits, and handing over. */
export const AssignmentForms = (props: Props) => {
  const { kinds, shown, reader, others } = props
  return (
    <>
      {kinds.includes('chair') ? (
        <GiveForm {...props} name="chair" title="By who chairs" button="Give the children they chair for">
          <Input
            {...controlOf(props, 'chair', 'subjects')}
            label={{ text: 'Code of the chair' }}
            hint={{
              text: 'As the file of conferences and reviews names them, like IRO-12. Children come and go with the file',
            }}
            classes="govuk-input--width-10"
          />
        </GiveForm>
      ) : null}
      {kinds.includes('missing') ? (
        <GiveForm
          {...props}
          name="missing"
          title="Children who go missing"
          button="Give the children who go missing"
        >
          <p class="govuk-body">Those with a missing episode in the year before the day of the figures.</p>
        </GiveForm>
      ) : null}
      {shown.person.role === 'auditor' && may(reader, 'cases:read') ? (
        <GiveForm {...props} name="draw" title="By draw" button="Draw">
          <Input
            {...controlOf(props, 'draw', 'count')}
            label={{ text: 'How many children' }}
            hint={{ text: 'Drawn by lot from the children whom you may open; nobody chooses' }}
            classes="govuk-input--width-3"
            inputmode="numeric"
          />
        </GiveForm>
      ) : null}
      {kinds.includes('child') ? (
        <GiveForm {...props} name="child" title="By number" button="Give these children">
          <Textarea
            {...controlOf(props, 'child', 'subjects')}
            label={{ text: 'Numbers of children' }}
            hint={{ text: 'As the case system writes them, one a line' }}
            rows={3}
          />
        </GiveForm>
      ) : null}
      {others.length > 0 ? <HandOver {...props} /> : null}
    </>
  )
}

const HandOver = (props: Props) => (
  <GiveForm {...props} name="hand-over" title="Hand over" button="Hand everything over">
    <Select
      {...controlOf(props, 'hand-over', 'person')}
      label={{ text: 'To whom' }}
      items={[
        { value: '', text: 'Choose a person' },
        ...props.others.map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
  </GiveForm>
)

/** Names are the same in every form; ids are not. */
const controlOf = ({ form, typed, errors }: Props, name: FormName, field: string) => ({
  id: form === name || form === null ? idOf(form, name, field) : `${name}-${field}`,
  name: field,
  value: form === name ? (typed[field] ?? '') : '',
  errorMessage: form === name && errors[field] ? { text: errors[field] } : undefined,
})

/** That of the form which was sent is what the summary of errors links to. */
const idOf = (form: FormName | null, name: FormName, field: string): string =>
  form === name ? field : `${name}-${field}`

const GiveForm = (props: Props & { name: FormName; title: string; button: string; children: Child }) => {
  const { frame, shown, name, title, button, form, typed, errors, children } = props
  const day = (field: 'from' | 'to', label: string, hint: string) => (
    <DateInput
      id={idOf(form, name, field)}
      namePrefix={field}
      values={form === name ? typed : {}}
      fieldset={{ legend: { text: label, classes: 'govuk-fieldset__legend--s' } }}
      hint={{ text: hint }}
      errorMessage={form === name && errors[field] ? { text: errors[field] } : undefined}
    />
  )
  return (
    <form method="post" action={`/assignments/${shown.person.id}`} novalidate>
      <h2 class="govuk-heading-m">{title}</h2>
      <CsrfField frame={frame} />
      <input type="hidden" name="form" value={name} />
      {children}
      {day('from', 'First day', 'For example, 2 2 2015')}
      {name === 'hand-over' ? null : day('to', 'Last day', 'Leave empty while none is set')}
      <Button text={button} classes="govuk-button--secondary" />
    </form>
  )
}
