import type { Child } from 'hono/jsx'
import { classNames, type Attributes } from './content.ts'

interface WarningTextProps {
  text?: string | undefined
  children?: Child | undefined
  /** "Warning", when absent. */
  iconFallbackText?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/warning-text/ */
export const WarningText = (props: WarningTextProps) => (
  <div class={classNames('govuk-warning-text', props.classes)} {...props.attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{props.iconFallbackText || 'Warning'}</span>{' '}
      {props.children ?? props.text}
    </strong>
  </div>
)
