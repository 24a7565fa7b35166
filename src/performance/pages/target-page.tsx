import { formatDayOfYear } from '../../platform/day.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { Button } from '../../ui/components/button.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { Input } from '../../ui/components/input.tsx'
import { Textarea } from '../../ui/components/textarea.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField } from '../../ui/page.tsx'
import { formatLimit, type SeriesDefinition } from '../../measures/index.ts'
import type { TrackedMeasure } from '../tracker/tracked-measure.ts'
import { fullTitle } from './figure-view.ts'
import { fieldMessages, SettingsPage } from './settings-form.tsx'

export type TypedTarget = Readonly<
  Record<'ref' | 'title' | 'target' | 'target_by-day' | 'target_by-month' | 'target_by-year' | 'path', string>
>

interface TargetPageProps {
  frame: FrameProps
  series: SeriesDefinition
  /** What is kept now; null where the tracker does not follow the measure. */
  tracked: TrackedMeasure | null
  typed: TypedTarget
  errors: FieldErrors
}

const FIELDS = [
  { name: 'target' },
  { name: 'targetBy', id: 'target_by-day' },
  { name: 'path' },
  { name: 'ref' },
  { name: 'title' },
]

export function TargetPage({ frame, series, tracked, typed, errors }: TargetPageProps) {
  return (
    <SettingsPage
      frame={frame}
      caption={fullTitle(series)}
      title="Target and path"
      sentence={{ bold: describeTarget(series, tracked) }}
      breadcrumbs={[
        { text: 'Tracker', href: '/tracker' },
        { text: fullTitle(series), href: `/measures/${series.id}` },
      ]}
      errors={errors}
      fields={FIELDS}
    >
      <TargetForm frame={frame} series={series} tracked={tracked} typed={typed} errors={errors} />
    </SettingsPage>
  )
}

function TargetForm({ frame, series, tracked, typed, errors }: TargetPageProps) {
  const unit = series.unit === '%' ? 'per cent' : series.unit === '£' ? 'pounds' : series.unit
  return (
    <form method="post" novalidate>
      <CsrfField frame={frame} />
      <Input
        name="target"
        label={{ text: `Target, in ${unit}` }}
        value={typed.target}
        inputmode="decimal"
        classes="govuk-input--width-5"
        {...fieldMessages('target', errors, 'Leave empty to follow the measure without a target.')}
      />
      <DateInput
        id="target_by"
        namePrefix="target_by"
        values={typed}
        fieldset={{ legend: { text: 'To be met by' } }}
        {...fieldMessages('targetBy', errors, 'For example, 31 3 2015. Leave empty if no day was agreed.')}
      />
      <Textarea
        name="path"
        label={{ text: 'Agreed path to the target' }}
        value={typed.path}
        rows={6}
        {...fieldMessages(
          'path',
          errors,
          'One line for each agreed month, like 2015-02 86. Months between them follow a straight line. Leave empty if no path was agreed.',
        )}
      />
      <Input
        name="ref"
        label={{ text: 'Reference' }}
        value={typed.ref}
        classes="govuk-input--width-5"
        {...fieldMessages('ref', errors, 'The Board’s reference for it, like A2.')}
      />
      <Input
        name="title"
        label={{ text: 'Name on the tracker' }}
        value={typed.title}
        {...fieldMessages('title', errors, `Leave empty to use “${series.title}”.`)}
      />
      <div class="govuk-button-group">
        <Button text="Save" preventDoubleClick />
        {tracked ? (
          <Button text="Remove from the tracker" name="do" value="remove" classes="govuk-button--secondary" />
        ) : null}
        <a href={`/measures/${series.id}`}>Cancel</a>
      </div>
    </form>
  )
}

function describeTarget(series: SeriesDefinition, tracked: TrackedMeasure | null): string {
  if (!tracked) return 'The tracker does not follow this measure yet. Saving adds it.'
  if (tracked.target === null) return 'This measure is followed without a target.'
  const by = tracked.targetBy
    ? ` by ${formatDayOfYear(tracked.targetBy)} ${tracked.targetBy.slice(0, 4)}`
    : ''
  const path = tracked.path ? `, on a path of ${tracked.path.length} agreed months` : ', with no path agreed'
  return `The target is ${formatLimit(tracked.target, series)}${by}${path}.`
}
