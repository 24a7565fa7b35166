import { Input } from '../../ui/components/input.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { dayFrom } from '../../platform/day.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { typedIn, type Fields, type Typed } from '../../records/index.ts'
import { hasHour, type Moment } from './moment.ts'

const PARTS = ['day', 'month', 'year', 'time'] as const

/** What was typed for a moment, by its controls. */
export const typedMoment = (name: string, body: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    PARTS.map((part) => {
      const value = body[`${name}-${part}`]
      return [`${name}-${part}`, typeof value === 'string' ? value.trim() : '']
    }),
  )

/** The controls' values of a moment that is saved or proposed. */
export function momentTyped(name: string, moment: Moment): Typed {
  const [year = '', month = '', day = ''] = moment.slice(0, 10).split('-')
  return {
    [`${name}-day`]: day.replace(/^0/, ''),
    [`${name}-month`]: month.replace(/^0/, ''),
    [`${name}-year`]: year,
    [`${name}-time`]: moment !== '' && hasHour(moment) ? moment.slice(11) : '',
  }
}

/** The moment that was typed, '' where nothing was; what cannot be read stays as typed, and its field refuses it. */
export function readMoment(name: string, typed: Typed): string {
  const [day, month, year, time] = PARTS.map((part) => typed[`${name}-${part}`]?.trim() ?? '')
  if ([day, month, year, time].every((part) => part === '')) return ''
  const on = dayFrom(Number(year), Number(month), Number(day))
  const hour = /^(\d{1,2})[:.](\d{2})$/.exec(time!)
  if (on === null || (time !== '' && !hour)) return `${year}-${month}-${day} ${time}`
  return hour ? `${on}T${hour[1]!.padStart(2, '0')}:${hour[2]}` : on
}

/** A form's answers with each of these moments put together from its controls. */
export function typedWithMoments(
  fields: Fields,
  moments: readonly string[],
  body: Readonly<Record<string, unknown>>,
): Typed {
  const parts = Object.assign({}, ...moments.map((name) => typedMoment(name, body))) as Typed
  return {
    ...typedIn(fields, body),
    ...parts,
    ...Object.fromEntries(moments.map((name) => [name, readMoment(name, parts)])),
  }
}

/** A day and, where it is known, the time. */
export const MomentInput = (props: { name: string; label: string; typed: Typed; errors: FieldErrors }) => {
  const { name, label, typed, errors } = props
  return (
    <div class="wm-moment">
      <DateInput
        id={name}
        namePrefix={name}
        values={typed}
        fieldset={{ legend: { text: label } }}
        errorMessage={errors[name] ? { text: errors[name] } : undefined}
      />
      <Input
        name={`${name}-time`}
        label={{
          html: (
            <>
              Time<span class="govuk-visually-hidden">: {label.toLowerCase()}</span>
            </>
          ),
        }}
        hint={{ text: 'Like 21:30; leave it empty where nobody knows' }}
        value={typed[`${name}-time`] ?? ''}
        classes="govuk-input--width-5"
        autocomplete="off"
      />
    </div>
  )
}
