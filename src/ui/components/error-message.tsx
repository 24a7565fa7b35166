import { classNames, contentOf, type StyledWords } from './content.ts'

export interface ErrorMessageProps extends StyledWords {
  id?: string | undefined
  /** Said before the message to those who cannot see its colour; empty for nothing. */
  visuallyHiddenText?: string | undefined
}

/** https://design-system.service.gov.uk/components/error-message/ */
export function ErrorMessage(props: ErrorMessageProps) {
  const hidden = props.visuallyHiddenText ?? 'Error'
  return (
    <p id={props.id} class={classNames('govuk-error-message', props.classes)} {...props.attributes}>
      {hidden ? <span class="govuk-visually-hidden">{hidden}:</span> : null} {contentOf(props)}
    </p>
  )
}
