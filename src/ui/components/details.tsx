import type { Child } from 'hono/jsx'
import { classNames, type Attributes } from './content.ts'

interface DetailsProps {
  summaryText?: string | undefined
  summaryHtml?: Child | undefined
  text?: string | undefined
  children?: Child | undefined
  open?: boolean | undefined
  id?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/details/ */
export const Details = (props: DetailsProps) => (
  <details
    id={props.id}
    class={classNames('govuk-details', props.classes)}
    {...props.attributes}
    open={props.open}
  >
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summaryHtml ?? props.summaryText}</span>
    </summary>
    <div class="govuk-details__text">{props.children ?? props.text}</div>
  </details>
)
