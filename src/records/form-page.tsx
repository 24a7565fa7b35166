import type { Child } from 'hono/jsx'
import type { FieldErrors } from '../platform/errors.ts'
import { Button } from '../ui/components/button.tsx'
import { DateInput } from '../ui/components/date-input.tsx'
import { ErrorSummary } from '../ui/components/error-summary.tsx'
import { Input } from '../ui/components/input.tsx'
import { Radios } from '../ui/components/radios.tsx'
import { Textarea } from '../ui/components/textarea.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page } from '../ui/page.tsx'
import { columnOf, type Field, type Fields } from './field.ts'
import { typedLine, type Typed } from './form.ts'

interface FormPageProps {
  frame: FrameProps
  /** The section that the page belongs to, by its address: `/plan`. */
  section: string
  title: string
  caption?: string | undefined
  breadcrumbs: readonly { text: string; href: string }[]
  fields: Fields
  typed: Typed
  errors: FieldErrors
  /** The version that the form was filled from; null for something new. */
  version: number | null
  cancelHref: string
  button?: string | undefined
  /** Somebody saved before this person did: what is saved now, to show with what they typed. */
  conflict?: { saved: Typed } | undefined
  /** What is shown next to the form. */
  children?: Child | undefined
}

/** One form for every kind of record: errors in the form's own order, and nothing typed is lost. */
export function FormPage(props: FormPageProps) {
  const { errors, typed } = props
  const fields = Object.entries(props.fields).map(([property, field]) => ({
    property,
    name: columnOf(property),
    field,
  }))
  const known = fields.filter(({ name }) => errors[name] !== undefined)
  const others = Object.keys(errors).filter((name) => !fields.some((asked) => asked.name === name))
  const errorList = [
    ...known.map(({ name, field }) => ({
      text: errors[name],
      // The link of an error leads to the first control of its field.
      href: field.control === 'day' ? `#${name}-day` : `#${name}`,
    })),
    ...others.map((name) => ({ text: errors[name] })),
  ]
  return (
    <Page
      frame={props.frame}
      title={props.title}
      section={props.section}
      breadcrumbs={props.breadcrumbs}
      error={errorList.length > 0}
    >
      <div class="wm-record-form">
        <div>
          {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
          {props.caption ? <span class="wm-caption">{props.caption}</span> : null}
          <h1 class="wm-title">{props.title}</h1>
          {props.conflict ? (
            <ConflictNotice fields={props.fields} typed={typed} saved={props.conflict.saved} />
          ) : null}
          <form method="post" novalidate>
            <CsrfField frame={props.frame} />
            {props.version === null ? null : <input type="hidden" name="version" value={props.version} />}
            {fields.map(({ name, field }) => (
              <Control name={name} field={field} typed={typed} error={errors[name]} />
            ))}
            <div class="govuk-button-group">
              <Button text={props.conflict ? 'Save mine' : (props.button ?? 'Save')} preventDoubleClick />
              <a href={props.cancelHref}>{props.conflict ? 'Keep what is saved' : 'Cancel'}</a>
            </div>
          </form>
        </div>
        {props.children ? <aside class="wm-record-form__side">{props.children}</aside> : null}
      </div>
    </Page>
  )
}

interface ControlProps {
  name: string
  field: Field
  typed: Typed
  error: string | undefined
}

function Control({ name, field, typed, error }: ControlProps) {
  const { label, hint } = field.words
  const shared = {
    hint: hint ? { text: hint } : undefined,
    errorMessage: error ? { text: error } : undefined,
  }
  const labelled = { ...shared, name, label: { text: label } }
  const fieldset = { legend: { text: label } }
  const value = typed[name] ?? ''
  switch (field.control) {
    case 'day':
      return <DateInput {...shared} id={name} namePrefix={name} values={typed} fieldset={fieldset} />
    case 'paragraph':
      return <Textarea {...labelled} value={value} rows={3} />
    case 'find':
      return <FindControl name={name} field={field} typed={typed} error={error} />
    case 'radios':
      return (
        <Radios
          {...shared}
          name={name}
          value={value}
          classes="govuk-radios--small"
          fieldset={fieldset}
          items={field.choices.map((choice) => ({ value: choice.value, html: choice.html ?? choice.text }))}
        />
      )
    case 'number':
      return <Input {...labelled} value={value} inputmode="decimal" classes="govuk-input--width-5" />
    case 'pounds':
      return (
        <Input
          {...labelled}
          value={value}
          inputmode="decimal"
          classes="govuk-input--width-10"
          prefix={{ text: '£' }}
          spellcheck={false}
        />
      )
    default:
      return <Input {...labelled} value={value} />
  }
}

/**
 * A choice among many, found by typing. The browser offers those that have the words; without that, the form comes back
 * with those that could be meant, and the one that is chosen takes the place of what was typed.
 */
function FindControl({ name, field, typed, error }: ControlProps) {
  const { label, hint } = field.words
  const value = typed[name] ?? ''
  const chosen = field.choices.find((choice) => choice.value === value)
  const candidates = error && value && !chosen ? (field.candidates?.(value) ?? []) : []
  return (
    <>
      <Input
        name={name}
        label={{ text: label }}
        hint={hint ? { text: hint } : undefined}
        errorMessage={error ? { text: error } : undefined}
        value={chosen?.text ?? value}
        autocomplete="off"
        attributes={{ list: `${name}-choices` }}
      />
      <datalist id={`${name}-choices`}>
        {field.choices.map((choice) => (
          <option>{choice.text}</option>
        ))}
      </datalist>
      {candidates.length > 0 ? (
        <Radios
          name={name}
          idPrefix={`${name}-found`}
          classes="govuk-radios--small"
          fieldset={{ legend: { text: `${label}: which do you mean?` } }}
          items={candidates.map((choice) => ({ value: choice.value, html: choice.html ?? choice.text }))}
        />
      ) : null}
    </>
  )
}

function ConflictNotice(props: { fields: Fields; typed: Typed; saved: Typed }) {
  const differing = Object.entries(props.fields).flatMap(([property, field]) => {
    const mine = typedLine(property, field, props.typed)
    const saved = typedLine(property, field, props.saved)
    return field.words.momentary || mine === saved ? [] : [{ label: field.words.label, mine, saved }]
  })
  return (
    <section class="wm-conflict" aria-labelledby="conflict">
      <h2 id="conflict">Somebody else saved first</h2>
      <p>What you typed is below and is not saved yet. Where the two differ:</p>
      <dl>
        {differing.map(({ label, mine, saved }) => (
          <>
            <dt>{label}</dt>
            <dd>
              <b>Saved now:</b> {saved || 'empty'}
            </dd>
            <dd>
              <b>You typed:</b> {mine || 'empty'}
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}
