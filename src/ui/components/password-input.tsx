import { Button } from './button.tsx'
import { classNames } from './content.ts'
import { fieldId, type FieldProps } from './form-group.tsx'
import { Input } from './input.tsx'

interface PasswordInputProps extends FieldProps {
  value?: string | undefined
  autocomplete?: 'current-password' | 'new-password' | undefined
  disabled?: boolean | undefined
}

/** https://design-system.service.gov.uk/components/password-input/ */
export function PasswordInput(props: PasswordInputProps) {
  const id = fieldId(props)
  return (
    <Input
      {...props}
      id={id}
      type="password"
      classes={classNames('govuk-password-input__input govuk-js-password-input-input', props.classes)}
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      formGroup={{
        classes: classNames('govuk-password-input', props.formGroup?.classes),
        attributes: { 'data-module': 'govuk-password-input', ...props.formGroup?.attributes },
        beforeInput: props.formGroup?.beforeInput,
        afterInput: {
          html: (
            <Button
              type="button"
              classes="govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
              text="Show"
              attributes={{ 'aria-controls': id, 'aria-label': 'Show password', hidden: true }}
            />
          ),
        },
      }}
    />
  )
}
