import { ChoiceGroup, type Choice, type ChoiceGroupProps } from './choice-group.tsx'

interface CheckboxItem extends Choice {
  /** The group's name, when absent. */
  name?: string | undefined
  behaviour?: 'exclusive' | undefined
}

interface CheckboxesProps extends ChoiceGroupProps<CheckboxItem> {
  /** The values of the ticked items, unless an item says `checked` itself. */
  values?: readonly (string | number)[] | undefined
  describedBy?: string | undefined
}

/** https://design-system.service.gov.uk/components/checkboxes/ */
export const Checkboxes = (props: CheckboxesProps) => (
  <ChoiceGroup<CheckboxItem>
    kind="checkboxes"
    group={props}
    isChecked={(item) =>
      item.checked ?? (item.value !== undefined && (props.values ?? []).includes(item.value))
    }
    nameOf={(item) => item.name ?? props.name}
    behaviourOf={(item) => item.behaviour}
    describedBy={props.fieldset?.describedBy ?? props.describedBy}
    describeItems={!props.fieldset}
  />
)
