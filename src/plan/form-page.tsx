import type { Child } from 'hono/jsx'
import type { FieldErrors } from '../platform/errors.ts'
import { BragMark } from '../ui/charts/marks.tsx'
import { Button } from '../ui/components/button.tsx'
import { DateInput } from '../ui/components/date-input.tsx'
import { ErrorSummary } from '../ui/components/error-summary.tsx'
import { Input } from '../ui/components/input.tsx'
import { Radios } from '../ui/components/radios.tsx'
import { Select } from '../ui/components/select.tsx'
import { Textarea } from '../ui/components/textarea.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page } from '../ui/page.tsx'
import { typedLine, type Field, type Typed } from './form-field.ts'
import { BRAGS } from './rating.ts'

/** Somebody saved before this person did: what is saved now, to set beside what they typed. */
export interface Conflict {
  saved: Typed
}

export interface FormPageProps {
  frame: FrameProps
  title: string
  caption: string
  breadcrumbs: readonly { text: string; href: string }[]
  fields: readonly Field[]
  typed: Typed
  errors: FieldErrors
  /** The version that the form was filled from; null for something new. */
  version: number | null
  cancelHref: string
  button?: string | undefined
  conflict?: Conflict | undefined
  /** What stands beside the form. */
  children?: Child | undefined
}

/** Where the link of an error leads: the first control of its field. */
const hrefOf = (field: Field | undefined, name: string) => (field?.as === 'day' ? `#${name}-day` : `#${name}`)

/** One form for everything in the plan: errors in the form's own order, nothing typed is lost. */
export function FormPage(props: FormPageProps) {
  const { fields, errors, typed } = props
  const known = fields.filter(({ name }) => errors[name] !== undefined)
  const others = Object.keys(errors).filter((name) => !fields.some((field) => field.name === name))
  const errorList = [
    ...known.map((field) => ({ text: errors[field.name], href: hrefOf(field, field.name) })),
    ...others.map((name) => ({ text: errors[name] })),
  ]
  return (
    <Page
      frame={props.frame}
      title={props.title}
      section="/plan"
      breadcrumbs={props.breadcrumbs}
      error={errorList.length > 0}
    >
      <div class="wm-record-form">
        <div>
          {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
          <span class="wm-caption">{props.caption}</span>
          <h1 class="wm-title">{props.title}</h1>
          {props.conflict ? (
            <ConflictNotice fields={fields} typed={typed} saved={props.conflict.saved} />
          ) : null}
          <form method="post" novalidate>
            <CsrfField frame={props.frame} />
            {props.version === null ? null : <input type="hidden" name="version" value={props.version} />}
            {fields.map((field) => (
              <Control field={field} typed={typed} error={errors[field.name]} />
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

function Control({ field, typed, error }: { field: Field; typed: Typed; error: string | undefined }) {
  const shared = {
    hint: field.hint ? { text: field.hint } : undefined,
    errorMessage: error ? { text: error } : undefined,
  }
  const labelled = { ...shared, name: field.name, label: { text: field.label } }
  const value = typed[field.name] ?? ''
  const fieldset = { legend: { text: field.label } }
  if (field.as === 'day') {
    return (
      <DateInput {...shared} id={field.name} namePrefix={field.name} values={typed} fieldset={fieldset} />
    )
  }
  if (field.as === 'text') return <Textarea {...labelled} value={value} rows={3} />
  if (field.as === 'list') {
    return (
      <Select
        {...labelled}
        value={value}
        items={[{ value: '', text: 'Choose one' }, ...(field.choices ?? [])]}
      />
    )
  }
  if (field.as === 'choice') {
    return (
      <Radios
        {...shared}
        name={field.name}
        value={value}
        classes="govuk-radios--small"
        fieldset={fieldset}
        items={(field.choices ?? []).map((choice) => ({
          value: choice.value,
          html: <ChoiceWord {...choice} />,
        }))}
      />
    )
  }
  const number = field.as === 'number'
  return (
    <Input
      {...labelled}
      value={value}
      inputmode={number ? 'decimal' : undefined}
      classes={number ? 'govuk-input--width-5' : undefined}
    />
  )
}

/** A rating is offered with its mark, anything else as its words. */
const ChoiceWord = ({ value, text }: { value: string; text: string }) => {
  const brag = BRAGS.find((word) => word === value)
  return brag ? (
    <span class="wm-brag">
      <BragMark rating={brag} /> {text}
    </span>
  ) : (
    text
  )
}

function ConflictNotice(props: { fields: readonly Field[]; typed: Typed; saved: Typed }) {
  const differing = props.fields.filter(
    (field) =>
      !(field.name in FIELDS_OF_THE_MOMENT) &&
      typedLine(field, props.typed) !== typedLine(field, props.saved),
  )
  return (
    <section class="wm-conflict" aria-labelledby="conflict">
      <h2 id="conflict">Somebody else saved first</h2>
      <p>What you typed is below and is not saved yet. Where the two differ:</p>
      <dl>
        {differing.map((field) => (
          <>
            <dt>{field.label}</dt>
            <dd>
              <b>Saved now:</b> {typedLine(field, props.saved) || 'empty'}
            </dd>
            <dd>
              <b>You typed:</b> {typedLine(field, props.typed) || 'empty'}
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}

/** Reasons and a proposed rating belong to one saving and are never what is saved. */
const FIELDS_OF_THE_MOMENT: Readonly<Record<string, true>> = {
  reason: true,
  rating: true,
  rating_reason: true,
}
