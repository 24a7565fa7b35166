import { ChoiceGroup, type Choice, type ChoiceGroupProps } from './choice-group.tsx'

interface RadiosProps extends ChoiceGroupProps<Choice> {
  /** The value of the chosen item, unless an item says `checked` itself. */
  value?: string | number | undefined
}

/** https://design-system.service.gov.uk/components/radios/ */
export const Radios = (props: RadiosProps) => (
  <ChoiceGroup<Choice>
    kind="radios"
    group={props}
    isChecked={(item) => item.checked ?? (Boolean(props.value) && item.value === props.value)}
    nameOf={() => props.name}
    behaviourOf={() => undefined}
    describedBy={props.fieldset?.describedBy}
    describeItems={false}
  />
)
