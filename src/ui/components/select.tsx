import { classNames, type Attributes } from './content.ts'
import { Field, fieldDescribedBy, fieldId, type FieldProps } from './form-group.tsx'

interface SelectItem {
  text: string | number
  /** The text, when absent. */
  value?: string | number | undefined
  selected?: boolean | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

interface SelectProps extends FieldProps {
  items: readonly (SelectItem | null | false | undefined)[]
  /** The value of the chosen item, unless an item says `selected` itself. */
  value?: string | number | undefined
  disabled?: boolean | undefined
}

/** https://design-system.service.gov.uk/components/select/ */
export function Select(props: SelectProps) {
  const id = fieldId(props)
  const isSelected = (item: SelectItem) =>
    item.selected ?? (Boolean(props.value) && (item.value ?? item.text) === props.value)
  return (
    <Field {...props}>
      <select
        class={classNames('govuk-select', props.classes, props.errorMessage && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={fieldDescribedBy(id, props)}
        {...props.attributes}
      >
        {props.items.map((item) =>
          item ? (
            <option
              value={item.value}
              selected={isSelected(item)}
              disabled={item.disabled}
              {...item.attributes}
            >
              {item.text}
            </option>
          ) : null,
        )}
      </select>
    </Field>
  )
}
