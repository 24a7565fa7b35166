import type { Child } from 'hono/jsx'
import { classNames, type Attributes } from './content.ts'

interface InsetTextProps {
  text?: string | undefined
  children?: Child | undefined
  id?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/inset-text/ */
export const InsetText = (props: InsetTextProps) => (
  <div id={props.id} class={classNames('govuk-inset-text', props.classes)} {...props.attributes}>
    {props.children ?? props.text}
  </div>
)
