import type { Child } from 'hono/jsx'
import { classNames, type Attributes } from './content.ts'

interface SkipLinkProps {
  text?: string | undefined
  children?: Child | undefined
  href?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/skip-link/ */
export const SkipLink = (props: SkipLinkProps) => (
  <a
    href={props.href || '#content'}
    class={classNames('govuk-skip-link', props.classes)}
    {...props.attributes}
    data-module="govuk-skip-link"
  >
    {props.children ?? props.text}
  </a>
)
