import { classNames, contentOf, hasContent, type Attributes, type StyledWords } from './content.ts'
import { Field, fieldDescribedBy, fieldId, type FieldProps } from './form-group.tsx'

export interface InputProps extends FieldProps {
  type?: string | undefined
  value?: string | number | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'url' | undefined
  autocomplete?: string | undefined
  autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined
  pattern?: string | undefined
  spellcheck?: boolean | undefined
  disabled?: boolean | undefined
  prefix?: StyledWords | undefined
  suffix?: StyledWords | undefined
  inputWrapper?: { classes?: string | undefined; attributes?: Attributes | undefined } | undefined
}

const Affix = ({ kind, words }: { kind: 'prefix' | 'suffix'; words: StyledWords | undefined }) =>
  hasContent(words) ? (
    <div class={classNames(`govuk-input__${kind}`, words?.classes)} aria-hidden="true" {...words?.attributes}>
      {contentOf(words)}
    </div>
  ) : null

/** https://design-system.service.gov.uk/components/text-input/ */
export function Input(props: InputProps) {
  const id = fieldId(props)
  const input = (
    <input
      class={classNames('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
      id={id}
      name={props.name}
      type={props.type ?? 'text'}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={fieldDescribedBy(id, props)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  )
  const { beforeInput, afterInput, ...group } = props.formGroup ?? {}
  const wrapped = [props.prefix, props.suffix, beforeInput, afterInput].some(hasContent)
  return (
    <Field {...props} formGroup={group}>
      {wrapped ? (
        <div
          class={classNames('govuk-input__wrapper', props.inputWrapper?.classes)}
          {...props.inputWrapper?.attributes}
        >
          {contentOf(beforeInput)}
          <Affix kind="prefix" words={props.prefix} />
          {input}
          <Affix kind="suffix" words={props.suffix} />
          {contentOf(afterInput)}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}
