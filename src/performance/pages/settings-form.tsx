import type { Child } from 'hono/jsx'
import type { FieldErrors } from '../../platform/errors.ts'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page } from '../../ui/page.tsx'

interface SettingsPageProps {
  frame: FrameProps
  caption: string
  title: string
  sentence: { bold: string; rest?: string | undefined }
  breadcrumbs: readonly { text: string; href: string }[]
  errors: FieldErrors
  /** The fields in the order of the form, each with the id of its first control where that is not its name. */
  fields: readonly { name: string; at?: string | undefined }[]
  children: Child
}

/** A page where a manager settles something about a measure: what is so now, the errors in the form's order, the form. */
export function SettingsPage({
  frame,
  caption,
  title,
  sentence,
  breadcrumbs,
  errors,
  fields,
  children,
}: SettingsPageProps) {
  const errorList = fields.flatMap(({ name, at }) => {
    const text = errors[name]
    return text ? [{ text, href: `#${at ?? name}` }] : []
  })
  return (
    <Page
      frame={frame}
      title={title}
      section="/tracker"
      breadcrumbs={breadcrumbs}
      error={errorList.length > 0}
    >
      <div class="wm-settings">
        {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
        <span class="wm-caption">{caption}</span>
        <h1 class="wm-title">{title}</h1>
        <p class="wm-sentence">
          <b>{sentence.bold}</b>
          {sentence.rest ? ` ${sentence.rest}` : ''}
        </p>
        {children}
      </div>
    </Page>
  )
}

/** A field's hint and its error, where there is one. */
export const saidOf = (name: string, errors: FieldErrors, hint?: string) => ({
  ...(hint !== undefined && { hint: { text: hint } }),
  ...(errors[name] !== undefined && { errorMessage: { text: errors[name] } }),
})
