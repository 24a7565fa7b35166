import type { Child } from 'hono/jsx'
import { classNames, type Attributes } from './content.ts'

interface NotificationBannerProps {
  text?: string | undefined
  children?: Child | undefined
  /** "Success" or "Important", when absent. */
  titleText?: string | undefined
  titleHtml?: Child | undefined
  titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | '1' | '2' | '3' | '4' | '5' | '6' | undefined
  titleId?: string | undefined
  type?: 'success' | undefined
  role?: string | undefined
  disableAutoFocus?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/notification-banner/ */
export function NotificationBanner(props: NotificationBannerProps) {
  const success = props.type === 'success'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const Heading = `h${props.titleHeadingLevel || 2}` as 'h2'
  return (
    <div
      class={classNames(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        props.classes,
      )}
      // What has just happened is announced; other news is a region that can be found.
      role={props.role || (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.titleHtml || props.titleText || (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ??
          (props.text ? <p class="govuk-notification-banner__heading">{props.text}</p> : null)}
      </div>
    </div>
  )
}
