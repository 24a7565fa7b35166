import { classNames, type Attributes } from './content.ts'
import { Field, fieldDescribedBy, fieldId, type FieldProps } from './form-group.tsx'

interface FileUploadProps extends FieldProps {
  multiple?: boolean | undefined
  disabled?: boolean | undefined
  /** With JavaScript, files can be dropped on it. */
  javascript?: boolean | undefined
  wrapperClasses?: string | undefined
  wrapperAttributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/file-upload/ */
export function FileUpload(props: FileUploadProps) {
  const id = fieldId(props)
  const input = (
    <input
      class={classNames('govuk-file-upload', props.classes, props.errorMessage && 'govuk-file-upload--error')}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={fieldDescribedBy(id, props)}
      {...props.attributes}
    />
  )
  return (
    <Field {...props}>
      {props.javascript ? (
        <div
          class={classNames('govuk-file-upload-wrapper', props.wrapperClasses)}
          data-module="govuk-file-upload"
          {...props.wrapperAttributes}
        >
          {input}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}
