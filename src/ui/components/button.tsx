import type { Child } from 'hono/jsx'
import { classNames, type Attributes } from './content.ts'

interface ButtonProps {
  text?: string | undefined
  children?: Child | undefined
  /** With one, the button is a link that looks like a button. */
  href?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  id?: string | undefined
  disabled?: boolean | undefined
  preventDoubleClick?: boolean | undefined
  isStartButton?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

/** https://design-system.service.gov.uk/components/button/ */
export function Button(props: ButtonProps) {
  const shared = {
    class: classNames('govuk-button', props.classes, props.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...props.attributes,
    ...(props.id ? { id: props.id } : {}),
  }
  // A start button is a flex box, which would drop the spaces between the elements inside it.
  const words =
    props.children && props.isStartButton ? <span>{props.children}</span> : (props.children ?? props.text)
  const inside = (
    <>
      {words}
      {props.isStartButton ? <StartIcon /> : null}
    </>
  )
  if (props.href) {
    return (
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as published: a link that starts something
      <a href={props.href} role="button" draggable="false" {...shared}>
        {inside}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...shared}
    >
      {inside}
    </button>
  )
}
