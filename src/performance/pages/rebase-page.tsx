import { dayInEngland, formatDay, formatMonth } from '../../platform/day.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { Button } from '../../ui/components/button.tsx'
import { Input } from '../../ui/components/input.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField } from '../../ui/page.tsx'
import type { Rebase } from '../spc/rebase.ts'
import type { SeriesDefinition } from '../../measures/index.ts'
import { fullTitle } from './figure-view.ts'
import { fieldMessages, SettingsPage } from './settings-form.tsx'

interface RebasePageProps {
  frame: FrameProps
  series: SeriesDefinition
  rebases: readonly Rebase[]
  typed: { month: string; cause: string }
  errors: FieldErrors
}

/** Where limits start anew, and why: never without a cause and somebody who named it. */
export function RebasePage({ frame, series, rebases, typed, errors }: RebasePageProps) {
  const home = `/measures/${series.id}`
  return (
    <SettingsPage
      frame={frame}
      caption={fullTitle(series)}
      title="Start new limits"
      sentence={{
        bold: describeStarts(rebases),
        rest: 'Do this only for a known change: a new process, a new form, a new definition. A run of better months is not a reason: the chart shows it already.',
      }}
      breadcrumbs={[
        { text: 'Tracker', href: '/tracker' },
        { text: fullTitle(series), href: home },
      ]}
      errors={errors}
      fields={[{ name: 'month' }, { name: 'cause' }]}
    >
      <Starts frame={frame} home={home} rebases={rebases} />
      <form method="post" action={`${home}/limits`} novalidate>
        <CsrfField frame={frame} />
        <Input
          name="month"
          label={{ text: 'First month of the new limits' }}
          value={typed.month}
          classes="govuk-input--width-10"
          {...fieldMessages(
            'month',
            errors,
            'For example, 2014-11. Limits are worked out on each side of it.',
          )}
        />
        <Input
          name="cause"
          label={{ text: 'What changed' }}
          value={typed.cause}
          {...fieldMessages('cause', errors, 'It is printed on the chart. Your name is kept in the record.')}
        />
        <div class="govuk-button-group">
          <Button text="Start new limits" preventDoubleClick />
          <a href={home}>Cancel</a>
        </div>
      </form>
    </SettingsPage>
  )
}

const describeStarts = (rebases: readonly Rebase[]): string => {
  const last = rebases.at(-1)
  if (!last) return 'The limits cover all months of this measure.'
  return rebases.length === 1
    ? `New limits start in ${formatMonth(last.month)}.`
    : `New limits start ${rebases.length} times, last in ${formatMonth(last.month)}.`
}

type StartsProps = Pick<RebasePageProps, 'frame' | 'rebases'> & { home: string }

const Starts = ({ frame, home, rebases }: StartsProps) =>
  rebases.length === 0 ? null : (
    <ul class="wm-starts">
      {rebases.map((rebase) => (
        <li>
          <p>
            <b>
              {formatMonth(rebase.month)}: {rebase.cause}
            </b>
            <span class="wm-secondary">
              {rebase.madeBy}, {formatDay(dayInEngland(rebase.madeAt))}
            </span>
          </p>
          <form method="post" action={`${home}/limits/${rebase.id}/withdraw`}>
            <CsrfField frame={frame} />
            <Button classes="govuk-button--secondary">
              Withdraw<span class="govuk-visually-hidden"> {rebase.cause}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
