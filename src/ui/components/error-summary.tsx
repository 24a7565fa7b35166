import type { Child } from 'hono/jsx'
import { classNames, contentOf, type Attributes, type Words } from './content.ts'

interface ErrorSummaryItem extends Words {
  href?: string | undefined
  attributes?: Attributes | undefined
}

interface ErrorSummaryProps {
  /** "There is a problem", when absent. */
  titleText?: string | undefined
  titleHtml?: Child | undefined
  descriptionText?: string | undefined
  children?: Child | undefined
  errorList?: readonly ErrorSummaryItem[] | undefined
  disableAutoFocus?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/error-summary/ */
export const ErrorSummary = (props: ErrorSummaryProps) => (
  <div
    class={classNames('govuk-error-summary', props.classes)}
    data-disable-auto-focus={props.disableAutoFocus}
    {...props.attributes}
    data-module="govuk-error-summary"
  >
    {/* The role is on an inner element, so that moving the focus does not cut the announcement short. */}
    <div role="alert">
      <h2 class="govuk-error-summary__title">{props.titleHtml ?? props.titleText ?? 'There is a problem'}</h2>
      <div class="govuk-error-summary__body">
        {(props.children ?? props.descriptionText) ? <p>{props.children ?? props.descriptionText}</p> : null}
        {props.errorList?.length ? (
          <ul class="govuk-list govuk-error-summary__list">
            {props.errorList.map((item) => (
              <li>
                {item.href ? (
                  <a href={item.href} {...item.attributes}>
                    {contentOf(item)}
                  </a>
                ) : (
                  contentOf(item)
                )}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  </div>
)

/** The list of an Error summary from what a form's check found, each line linking to the field of the same name. */
export const errorListOf = (errors: Readonly<Record<string, string>>): ErrorSummaryItem[] =>
  Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))
