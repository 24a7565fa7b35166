import { dayInEngland, formatDay } from '../../platform/day.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { Button } from '../../ui/components/button.tsx'
import { Input } from '../../ui/components/input.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField } from '../../ui/page.tsx'
import type { RunLengthDraft, RunLengthSetting } from '../spc/chart-rules.ts'
import { fieldMessages, SettingsPage } from './settings-form.tsx'

interface ChartRulesPageProps {
  frame: FrameProps
  setting: RunLengthSetting
  typed: RunLengthDraft
  errors: FieldErrors
}

export function ChartRulesPage({ frame, setting, typed, errors }: ChartRulesPageProps) {
  const { shift, trend } = setting.runLengths
  const set = setting.set
    ? `Set by ${setting.set.by}, ${formatDay(dayInEngland(setting.set.at))}.`
    : 'This is the usual setting. 7 and 7 are in the code of NHS England’s “Making Data Count”; its slides say 6 for a trend, and others use 8 for a shift.'
  return (
    <SettingsPage
      frame={frame}
      caption="Every chart"
      title="How charts are read"
      sentence={{
        bold: `${shift} months on one side of the average, or ${trend} running up or down, count as a change.`,
        rest: set,
      }}
      breadcrumbs={[{ text: 'Tracker', href: '/tracker' }]}
      errors={errors}
      fields={[{ name: 'shift' }, { name: 'trend' }]}
    >
      <form method="post" novalidate>
        <CsrfField frame={frame} />
        <Input
          name="shift"
          label={{ text: 'Points on one side of the average' }}
          value={typed.shift}
          inputmode="numeric"
          classes="govuk-input--width-2"
          {...fieldMessages('shift', errors, 'A shift. It is printed under every chart.')}
        />
        <Input
          name="trend"
          label={{ text: 'Points running up or down' }}
          value={typed.trend}
          inputmode="numeric"
          classes="govuk-input--width-2"
          {...fieldMessages('trend', errors, 'A trend.')}
        />
        <div class="govuk-button-group">
          <Button text="Save" preventDoubleClick />
          <a href="/tracker">Cancel</a>
        </div>
      </form>
      <section class="wm-section">
        <h2>Which chart a measure has</h2>
        <p>
          A share whose months rest on fewer than 50 cases on average, or whose largest month rests on over
          twice the smallest, has a p-chart: its limits follow each month’s number of cases. Where months
          differ by more than chance alone would make them, the limits are that much wider, and the chart says
          by how much. Everything else has an XmR chart: its limits follow how much one month differs from the
          next.
        </p>
        <p>
          A measure has no limits where it counts fewer than 5 a month, where a share stays next to 0% or
          100%, and where its definition says so, as for a figure over a rolling year. The page then says only
          whether the target is met now.
        </p>
      </section>
    </SettingsPage>
  )
}
