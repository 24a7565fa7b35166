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
import { saidOf, SettingsPage } from './settings-form.tsx'

/** What was typed, by the names of the form's controls. */
export type TypedAim = Readonly<
  Record<'ref' | 'title' | 'target' | 'target_by-day' | 'target_by-month' | 'target_by-year' | 'path', string>
>

interface AimPageProps {
  frame: FrameProps
  series: SeriesDefinition
  /** What is kept now; null where the tracker does not follow the measure. */
  tracked: TrackedMeasure | null
  typed: TypedAim
  errors: FieldErrors
}

const FIELDS = [
  { name: 'target' },
  { name: 'targetBy', at: 'target_by-day' },
  { name: 'path' },
  { name: 'ref' },
  { name: 'title' },
]

/** The target of a measure, the day it is to be met by, and the agreed path there. */
export function AimPage({ frame, series, tracked, typed, errors }: AimPageProps) {
  const unit = series.unit === '%' ? 'per cent' : series.unit === '£' ? 'pounds' : series.unit
  return (
    <SettingsPage
      frame={frame}
      caption={fullTitle(series)}
      title="Target and path"
      sentence={{ bold: formatAim(series, tracked) }}
      breadcrumbs={[
        { text: 'Tracker', href: '/tracker' },
        { text: fullTitle(series), href: `/measures/${series.id}` },
      ]}
      errors={errors}
      fields={FIELDS}
    >
      <form method="post" novalidate>
        <CsrfField frame={frame} />
        <Input
          name="target"
          label={{ text: `Target, in ${unit}` }}
          value={typed.target}
          inputmode="decimal"
          classes="govuk-input--width-5"
          {...saidOf('target', errors, 'Leave it empty to watch the measure without a target.')}
        />
        <DateInput
          id="target_by"
          namePrefix="target_by"
          values={typed}
          fieldset={{ legend: { text: 'To be met by' } }}
          {...saidOf('targetBy', errors, 'For example, 31 3 2015. Leave it empty where no day was agreed.')}
        />
        <Textarea
          name="path"
          label={{ text: 'Agreed path to the target' }}
          value={typed.path}
          rows={6}
          {...saidOf(
            'path',
            errors,
            'A line for each month that was agreed, like 2015-02 86. Months between are on the straight line. Leave it empty where none was agreed.',
          )}
        />
        <Input
          name="ref"
          label={{ text: 'Reference' }}
          value={typed.ref}
          classes="govuk-input--width-5"
          {...saidOf('ref', errors, 'As the Board calls it, like A2.')}
        />
        <Input
          name="title"
          label={{ text: 'Name on the tracker' }}
          value={typed.title}
          {...saidOf('title', errors, `Leave it empty for “${series.title}”.`)}
        />
        <div class="govuk-button-group">
          <Button text="Save" preventDoubleClick />
          {tracked ? (
            <Button
              text="Take it off the tracker"
              name="do"
              value="remove"
              classes="govuk-button--secondary"
            />
          ) : null}
          <a href={`/measures/${series.id}`}>Cancel</a>
        </div>
      </form>
    </SettingsPage>
  )
}

function formatAim(series: SeriesDefinition, tracked: TrackedMeasure | null): string {
  if (!tracked) return 'The tracker does not follow this measure yet. Saving puts it on.'
  if (tracked.target === null) return 'This measure is watched without a target.'
  const by = tracked.targetBy
    ? ` by ${formatDayOfYear(tracked.targetBy)} ${tracked.targetBy.slice(0, 4)}`
    : ''
  const path = tracked.path ? `, on a path of ${tracked.path.length} agreed months` : ', with no path agreed'
  return `The target is ${formatLimit(tracked.target, series)}${by}${path}.`
}
