import {
  classNames,
  contentOf,
  described,
  hasContent,
  type Attributes,
  type StyledWords,
  type Words,
} from './content.ts'
import { Fieldset, type FieldsetOptions } from './fieldset.tsx'
import { FormGroup, HintAndError, type FieldProps } from './form-group.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** One choice of Radios or Checkboxes, or the word that divides two. */
export interface Choice extends Words {
  value?: string | number | undefined
  checked?: boolean | undefined
  disabled?: boolean | undefined
  id?: string | undefined
  hint?: StyledWords | undefined
  label?: { classes?: string | undefined; attributes?: Attributes | undefined } | undefined
  /** Shown while this choice is made; always shown without JavaScript. */
  conditional?: Pick<Words, 'html'> | undefined
  divider?: string | undefined
  attributes?: Attributes | undefined
}

export interface ChoiceGroupProps<Item extends Choice> {
  name: string
  idPrefix?: string | undefined
  items: readonly (Item | null | false | undefined)[]
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

interface Kind<Item extends Choice> {
  kind: 'radios' | 'checkboxes'
  group: ChoiceGroupProps<Item>
  isChecked: (item: Item) => boolean
  nameOf: (item: Item) => string
  behaviourOf: (item: Item) => string | undefined
  /** What describes the whole group, before its hint and error. */
  describedBy: string | undefined
  /** Checkboxes outside a fieldset each carry the description of their group. */
  describeItems: boolean
}

/** Radios and Checkboxes differ in a few words alone: this is what they share. */
export function ChoiceGroup<Item extends Choice>(props: Kind<Item>) {
  const { group } = props
  const prefix = group.idPrefix || group.name
  const describedBy = described(
    props.describedBy,
    group.hint && `${prefix}-hint`,
    group.errorMessage && `${prefix}-error`,
  )
  const inside = (
    <>
      <HintAndError id={prefix} hint={group.hint} errorMessage={group.errorMessage} />
      <div
        class={classNames(`govuk-${props.kind}`, group.classes)}
        {...group.attributes}
        data-module={`govuk-${props.kind}`}
      >
        {contentOf(group.formGroup?.beforeInputs)}
        {group.items.map((item, index) =>
          item ? (
            <ChoiceItem
              {...props}
              item={item}
              id={item.id || (index === 0 ? prefix : `${prefix}-${index + 1}`)}
              groupDescribedBy={props.describeItems ? describedBy : undefined}
            />
          ) : null,
        )}
        {contentOf(group.formGroup?.afterInputs)}
      </div>
    </>
  )
  return (
    <FormGroup error={Boolean(group.errorMessage)} options={group.formGroup}>
      {group.fieldset ? (
        <Fieldset {...group.fieldset} describedBy={describedBy}>
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  )
}

function ChoiceItem<Item extends Choice>(
  props: Kind<Item> & { item: Item; id: string; groupDescribedBy: string | undefined },
) {
  const { kind, item, id } = props
  if (item.divider) return <div class={`govuk-${kind}__divider`}>{item.divider}</div>
  const checked = props.isChecked(item)
  const hint = hasContent(item.hint) ? item.hint : undefined
  const conditionalId = `conditional-${id}`
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={props.nameOf(item)}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional?.html ? conditionalId : undefined}
          data-behaviour={props.behaviourOf(item)}
          aria-describedby={described(props.groupDescribedBy, hint && `${id}-item-hint`)}
          {...item.attributes}
        />
        <Label
          text={item.text}
          html={item.html}
          classes={classNames(`govuk-${kind}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
          for={id}
        />
        {hint ? (
          <Hint {...hint} id={`${id}-item-hint`} classes={classNames(`govuk-${kind}__hint`, hint.classes)} />
        ) : null}
      </div>
      {item.conditional?.html ? (
        <div
          class={classNames(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}
          id={conditionalId}
        >
          {item.conditional.html}
        </div>
      ) : null}
    </>
  )
}
