import type { Child } from 'hono/jsx'
import { classNames, contentOf, described, type Attributes, type StyledWords, type Words } from './content.ts'
import { ErrorMessage, type ErrorMessageProps } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label, type LabelProps } from './label.tsx'

/** What every field has: a label, and perhaps a hint, an error and something next to it. */
export interface FieldProps {
  name: string
  /** The name, when absent. */
  id?: string | undefined
  label: Omit<LabelProps, 'for'>
  hint?: StyledWords | undefined
  errorMessage?: Omit<ErrorMessageProps, 'id'> | undefined
  /** Ids of other elements that describe the field. */
  describedBy?: string | undefined
  formGroup?: FormGroupOptions | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

interface FormGroupOptions {
  classes?: string | undefined
  attributes?: Attributes | undefined
  beforeInput?: Words | undefined
  afterInput?: Words | undefined
}

export const fieldId = (props: Pick<FieldProps, 'id' | 'name'>): string => props.id ?? props.name

/** What `aria-describedby` names for a field: whatever the caller said, then its hint, then its error. */
export const fieldDescribedBy = (
  id: string,
  props: Pick<FieldProps, 'describedBy' | 'hint' | 'errorMessage'>,
) => described(props.describedBy, props.hint && `${id}-hint`, props.errorMessage && `${id}-error`)

/** The box around any field. */
export const FormGroup = (props: {
  error: boolean
  options?: Pick<FormGroupOptions, 'classes' | 'attributes'> | undefined
  children: Child
}) => (
  <div
    class={classNames('govuk-form-group', props.error && 'govuk-form-group--error', props.options?.classes)}
    {...props.options?.attributes}
  >
    {props.children}
  </div>
)

/** The hint and the error of a field or of a group of fields. */
export const HintAndError = ({
  id,
  ...props
}: { id: string } & Pick<FieldProps, 'hint' | 'errorMessage'>) => (
  <>
    {props.hint ? <Hint {...props.hint} id={`${id}-hint`} /> : null}
    {props.errorMessage ? <ErrorMessage {...props.errorMessage} id={`${id}-error`} /> : null}
  </>
)

/** A labelled field: group, label, hint, error, then the control itself. */
export function Field(props: FieldProps & { children: Child }) {
  const id = fieldId(props)
  return (
    <FormGroup error={Boolean(props.errorMessage)} options={props.formGroup}>
      <Label {...props.label} for={id} />
      <HintAndError id={id} hint={props.hint} errorMessage={props.errorMessage} />
      {contentOf(props.formGroup?.beforeInput)}
      {props.children}
      {contentOf(props.formGroup?.afterInput)}
    </FormGroup>
  )
}
