import type { Child } from 'hono/jsx'
import { classNames, type Attributes } from './content.ts'

export interface BackLinkProps {
  /** "Back", when absent. */
  text?: string | undefined
  children?: Child | undefined
  href: string
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/back-link/ */
export const BackLink = (props: BackLinkProps) => (
  <a href={props.href || '#'} class={classNames('govuk-back-link', props.classes)} {...props.attributes}>
    {props.children ?? (props.text || 'Back')}
  </a>
)
