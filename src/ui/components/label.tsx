import { classNames, contentOf, hasContent, type StyledWords } from './content.ts'

export interface LabelProps extends StyledWords {
  for?: string | undefined
  isPageHeading?: boolean | undefined
}

/** https://design-system.service.gov.uk/components/text-input/#label */
export function Label(props: LabelProps) {
  if (!hasContent(props)) return null
  const label = (
    <label class={classNames('govuk-label', props.classes)} {...props.attributes} for={props.for}>
      {contentOf(props)}
    </label>
  )
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
