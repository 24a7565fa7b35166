import type { Child } from 'hono/jsx'
import { classNames, contentOf, type Attributes, type StyledWords } from './content.ts'
import { Tag } from './tag.tsx'

export interface PhaseBannerProps {
  tag: Omit<StyledWords, 'attributes'>
  text?: string | undefined
  children?: Child | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/phase-banner/ */
export const PhaseBanner = (props: PhaseBannerProps) => (
  <div class={classNames('govuk-phase-banner govuk-width-container', props.classes)} {...props.attributes}>
    <p class="govuk-phase-banner__content">
      <Tag classes={classNames('govuk-phase-banner__content__tag', props.tag.classes)}>
        {contentOf(props.tag)}
      </Tag>{' '}
      <span class="govuk-phase-banner__text">{props.children ?? props.text}</span>
    </p>
  </div>
)
