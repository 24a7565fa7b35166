import { classNames, contentOf, described, type Attributes, type Words } from './content.ts'
import { Fieldset, type FieldsetOptions } from './fieldset.tsx'
import { FormGroup, HintAndError, type FieldProps } from './form-group.tsx'
import { Input, type InputProps } from './input.tsx'

interface DateInputItem {
  name?: string | undefined
  id?: string | undefined
  label?: string | undefined
  value?: string | number | undefined
  classes?: string | undefined
  error?: boolean | undefined
  inputmode?: InputProps['inputmode']
  autocomplete?: string | undefined
  pattern?: string | undefined
  attributes?: Attributes | undefined
}

interface DateInputProps {
  id: string
  /** Put before each field's name, with a hyphen: `due_on` gives `due_on-day`. */
  namePrefix?: string | undefined
  /** What was typed, by field name without the prefix, or with it. */
  values?: Readonly<Record<string, string | number | undefined>> | undefined
  day?: DateInputItem | undefined
  month?: DateInputItem | undefined
  year?: DateInputItem | undefined
  /** In place of day, month and year. */
  items?: readonly (DateInputItem | null)[] | undefined
  fieldset?: FieldsetOptions | undefined
  hint?: FieldProps['hint']
  errorMessage?: FieldProps['errorMessage']
  formGroup?:
    | {
        classes?: string | undefined
        attributes?: Attributes | undefined
        beforeInputs?: Words | undefined
        afterInputs?: Words | undefined
      }
    | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

const PARTS = ['day', 'month', 'year'] as const
const hasError = (item: DateInputItem) => item.error || item.classes?.includes('govuk-input--error') || false
const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()

/** https://design-system.service.gov.uk/components/date-input/ */
export function DateInput(props: DateInputProps) {
  const parts = PARTS.map((part): DateInputItem => props[part] ?? { name: part, value: props.values?.[part] })
  const items = props.items?.length ? props.items : parts
  const anyHasError = items.some((item) => item !== null && hasError(item))
  const describedBy = described(
    props.fieldset?.describedBy,
    props.hint && `${props.id}-hint`,
    props.errorMessage && `${props.id}-error`,
  )
  const inside = (
    <>
      <HintAndError id={props.id} hint={props.hint} errorMessage={props.errorMessage} />
      <div class={classNames('govuk-date-input', props.classes)} {...props.attributes} id={props.id}>
        {contentOf(props.formGroup?.beforeInputs)}
        {items.map((item) =>
          item ? <DatePart props={props} item={item} parts={parts} anyHasError={anyHasError} /> : null,
        )}
        {contentOf(props.formGroup?.afterInputs)}
      </div>
    </>
  )
  return (
    <FormGroup error={Boolean(props.errorMessage)} options={props.formGroup}>
      {props.fieldset ? (
        // Without this role JAWS leaves out the description of a fieldset of text inputs.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is a fieldset
        <Fieldset {...props.fieldset} describedBy={describedBy} role="group">
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  )
}

interface DatePartProps {
  props: DateInputProps
  item: DateInputItem
  parts: readonly DateInputItem[]
  anyHasError: boolean
}

function DatePart({ props, item, parts, anyHasError }: DatePartProps) {
  const place = PARTS.findIndex(
    (part, index) => item === parts[index] || (item.name && [part, parts[index]?.name].includes(item.name)),
  )
  const [part, partItem] = [PARTS[place], parts[place]]
  const name = item.name ?? part ?? ''
  const fullName = props.namePrefix ? `${props.namePrefix}-${name}` : name
  const inError = hasError(item) || (item.error !== false && Boolean(props.errorMessage) && !anyHasError)
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: item.label || capitalized(name), classes: 'govuk-date-input__label' }}
        id={item.id || `${props.id}-${name}`}
        name={fullName}
        classes={classNames(
          'govuk-date-input__input',
          inError && !item.classes?.includes('govuk-input--error') && 'govuk-input--error',
          !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${part === 'year' ? 4 : 2}`,
          item.classes,
        )}
        value={item.value ?? props.values?.[fullName] ?? (part && (partItem?.value ?? props.values?.[part]))}
        inputmode={item.inputmode ?? 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  )
}
