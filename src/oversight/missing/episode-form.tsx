import type { FieldErrors } from '../../platform/errors.ts'
import { Button } from '../../ui/components/button.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Input } from '../../ui/components/input.tsx'
import { Radios } from '../../ui/components/radios.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page } from '../../ui/page.tsx'
import { askedFields, columnOf, readForm, typedFrom, type Typed } from '../../records/index.ts'
import { missingEpisode } from './episode.ts'
import { CRUMBS, MISSING_AT } from './places.ts'
import { MomentInput, momentTyped, typedWithMoments } from './moment-input.tsx'

export const EPISODE_FIELDS = askedFields(missingEpisode.fields) as Omit<
  typeof missingEpisode.fields,
  'episode' | 'team' | 'worker'
>
const MOMENTS = ['missing_from', 'reported_at', 'recorded_at', 'returned_at'] as const
const isMomentField = (name: string): name is (typeof MOMENTS)[number] =>
  MOMENTS.some((moment) => moment === name)

export const typedEpisode = (body: Readonly<Record<string, unknown>>): Typed =>
  typedWithMoments(EPISODE_FIELDS, MOMENTS, body)

export const typedFromEpisode = (values: Parameters<typeof typedFrom>[1]): Typed => {
  const typed = typedFrom(EPISODE_FIELDS, values)
  return Object.assign({ ...typed }, ...MOMENTS.map((name) => momentTyped(name, typed[name] ?? ''))) as Typed
}

export const readEpisode = (typed: Typed) => readForm(EPISODE_FIELDS, typed)

interface EpisodeFormProps {
  frame: FrameProps
  title: string
  typed: Typed
  errors: FieldErrors
  version: number | null
  cancelHref: string
  /** Somebody saved before this person did. */
  isStale: boolean
}

/** A time missing, as it is written down or put right. */
export function EpisodeFormPage(props: EpisodeFormProps) {
  const { frame, title, typed, errors } = props
  const fields = Object.entries(EPISODE_FIELDS)
  const errorList = fields.flatMap(([property]) => {
    const name = columnOf(property)
    return errors[name]
      ? [{ text: errors[name], href: isMomentField(name) ? `#${name}-day` : `#${name}` }]
      : []
  })
  return (
    <Page
      frame={frame}
      title={title}
      section="/lists"
      breadcrumbs={[...CRUMBS, { text: 'Missing and return interviews', href: MISSING_AT }]}
      error={errorList.length > 0}
    >
      {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
      <h1 class="wm-title">{title}</h1>
      {props.isStale ? (
        <div class="govuk-inset-text">
          Somebody else changed this while you wrote. What you typed is below and is not saved yet: save it
          again to put it in place of theirs.
        </div>
      ) : null}
      <form method="post" novalidate>
        <CsrfField frame={frame} />
        {props.version === null ? null : <input type="hidden" name="version" value={props.version} />}
        <EpisodeFields typed={typed} errors={errors} />
        <div class="govuk-button-group">
          <Button text="Save" preventDoubleClick />
          <a href={props.cancelHref}>Cancel</a>
        </div>
      </form>
    </Page>
  )
}

const EpisodeFields = ({ typed, errors }: Pick<EpisodeFormProps, 'typed' | 'errors'>) => (
  <>
    {Object.entries(EPISODE_FIELDS).map(([property, field]) => {
      const name = columnOf(property)
      const { label, hint } = field.words
      const shared = {
        name,
        hint: hint ? { text: hint } : undefined,
        errorMessage: errors[name] ? { text: errors[name] } : undefined,
      }
      if (isMomentField(name)) return <MomentInput name={name} label={label} typed={typed} errors={errors} />
      if (field.choices.length > 0)
        return (
          <Radios
            {...shared}
            value={typed[name] ?? ''}
            classes="govuk-radios--small"
            fieldset={{ legend: { text: label } }}
            items={field.choices.map(({ value, text }) => ({ value, text }))}
          />
        )
      return (
        <Input
          {...shared}
          label={{ text: label }}
          value={typed[name] ?? ''}
          classes={field.control === 'number' ? 'govuk-input--width-5' : 'govuk-input--width-20'}
          autocomplete="off"
        />
      )
    })}
  </>
)
