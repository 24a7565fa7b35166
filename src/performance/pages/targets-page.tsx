import type { FieldErrors } from '../../platform/errors.ts'
import { seriesOf } from '../../measures/index.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { errorListOf, ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Input } from '../../ui/components/input.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import type { TrackedMeasure } from '../tracker/tracked-measure.ts'
import { fullTitle } from './figure-view.ts'

/** What was typed, by the name of its field. */
export type TypedTargets = Readonly<Record<string, string>>

interface TargetsPageProps {
  frame: FrameProps
  tracked: readonly TrackedMeasure[]
  typed: TypedTargets
  errors: FieldErrors
}

export const targetField = (seriesId: string): string => `target.${seriesId}`
export const DAY_FIELDS = ['target_by-day', 'target_by-month', 'target_by-year'] as const

const BETTER = {
  higher: 'higher is better',
  lower: 'lower is better',
  neutral: 'no better or worse',
} as const

/** The targets of every measure on the tracker, on one form. */
export const TargetsPage = ({ frame, tracked, typed, errors }: TargetsPageProps) => (
  <Page
    frame={frame}
    title="Targets of the tracker"
    section="/tracker"
    breadcrumbs={[{ text: 'Tracker', href: '/tracker' }]}
    error={Object.keys(errors).length > 0}
  >
    {Object.keys(errors).length > 0 ? <ErrorSummary errorList={errorListOf(errors)} /> : null}
    <PageHeading
      title="Targets of the tracker"
      sentence={{
        bold: `${tracked.filter(({ target }) => target !== null).length} of ${tracked.length} measures have a target.`,
        rest: 'Leave a target empty for none. A path to a target, and another name, are set on the page of the measure.',
      }}
    />
    <form method="post" action="/tracker/targets" novalidate>
      <CsrfField frame={frame} />
      <DateInput
        id="target_by"
        namePrefix="target_by"
        fieldset={{
          legend: {
            text: 'The day by which new targets are to be met',
            classes: 'govuk-fieldset__legend--s',
          },
        }}
        hint={{ text: 'For targets that have no day yet. For example, 31 3 2016. It may be left empty' }}
        errorMessage={errors['target_by'] ? { text: errors['target_by'] } : undefined}
        day={{ name: 'day', value: typed['target_by-day'] }}
        month={{ name: 'month', value: typed['target_by-month'] }}
        year={{ name: 'year', value: typed['target_by-year'] }}
      />
      <ScrollRegion label="Targets">
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-visually-hidden">Measures and their targets</caption>
          <TargetsHead />
          <tbody class="govuk-table__body">
            {tracked.map((measure) => (
              <TargetRow measure={measure} typed={typed} errors={errors} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Button text="Save the targets" />
    </form>
  </Page>
)

const TargetsHead = () => (
  <thead class="govuk-table__head">
    <tr class="govuk-table__row">
      {['Reference', 'Measure', 'Target'].map((text) => (
        <th scope="col" class="govuk-table__header">
          {text}
        </th>
      ))}
    </tr>
  </thead>
)

const TargetRow = ({
  measure,
  typed,
  errors,
}: { measure: TrackedMeasure } & Pick<TargetsPageProps, 'typed' | 'errors'>) => {
  const series = seriesOf(measure.seriesId)
  if (!series) return null
  const field = targetField(series.id)
  const title = measure.title ?? fullTitle(series)
  return (
    <tr class="govuk-table__row">
      <td class="govuk-table__cell">{measure.ref}</td>
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={`/measures/${series.id}`}>
          {title}
        </a>
      </th>
      <td class="govuk-table__cell">
        <Input
          id={field}
          name={field}
          label={{ text: `Target for ${measure.ref}: ${title}`, classes: 'govuk-visually-hidden' }}
          hint={{ text: `${series.unit}, ${BETTER[series.polarity]}` }}
          classes="govuk-input--width-5"
          inputmode="decimal"
          value={typed[field] ?? ''}
          errorMessage={errors[field] ? { text: errors[field] } : undefined}
        />
      </td>
    </tr>
  )
}
