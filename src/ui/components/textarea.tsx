import { classNames } from './content.ts'
import { Field, fieldDescribedBy, fieldId, type FieldProps } from './form-group.tsx'

interface TextareaProps extends FieldProps {
  value?: string | undefined
  /** 5, when absent. */
  rows?: number | undefined
  spellcheck?: boolean | undefined
  disabled?: boolean | undefined
  autocomplete?: string | undefined
}

/** https://design-system.service.gov.uk/components/textarea/ */
export function Textarea(props: TextareaProps) {
  const id = fieldId(props)
  return (
    <Field {...props}>
      <textarea
        class={classNames('govuk-textarea', props.errorMessage && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={fieldDescribedBy(id, props)}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {props.value}
      </textarea>
    </Field>
  )
}
