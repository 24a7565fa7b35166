import type { Child } from 'hono/jsx'
import { classNames, type Attributes } from './content.ts'

interface TagProps {
  text?: string | undefined
  children?: Child | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/tag/ */
export const Tag = (props: TagProps) => (
  <strong class={classNames('govuk-tag', props.classes)} {...props.attributes}>
    {props.children ?? props.text}
  </strong>
)
