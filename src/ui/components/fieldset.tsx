import type { Child } from 'hono/jsx'
import { classNames, contentOf, hasContent, type Attributes, type StyledWords } from './content.ts'

interface Legend extends StyledWords {
  isPageHeading?: boolean | undefined
}

export interface FieldsetOptions {
  legend?: Legend | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
  describedBy?: string | undefined
}

interface FieldsetProps extends FieldsetOptions {
  role?: string | undefined
  children?: Child | undefined
}

/** https://design-system.service.gov.uk/components/fieldset/ */
export const Fieldset = (props: FieldsetProps) => (
  <fieldset
    class={classNames('govuk-fieldset', props.classes)}
    role={props.role}
    aria-describedby={props.describedBy}
    {...props.attributes}
  >
    {hasContent(props.legend) ? (
      <legend class={classNames('govuk-fieldset__legend', props.legend?.classes)}>
        {props.legend?.isPageHeading ? (
          <h1 class="govuk-fieldset__heading">{contentOf(props.legend)}</h1>
        ) : (
          contentOf(props.legend)
        )}
      </legend>
    ) : null}
    {props.children}
  </fieldset>
)
