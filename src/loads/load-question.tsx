import { describeAsAtFrom, type LoadQuestion } from '../intake/index.ts'
import { dayFrom, formatDay, isDay, type Day } from '../platform/day.ts'
import type { Checked } from '../platform/errors.ts'
import { capital } from '../platform/words.ts'
import { Button } from '../ui/components/button.tsx'
import { DateInput } from '../ui/components/date-input.tsx'
import { Radios } from '../ui/components/radios.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField } from '../ui/page.tsx'

interface LoadQuestionProps {
  frame: FrameProps
  loadId: string
  question: LoadQuestion
  /** The last day on which the files are kept. */
  answerBy: Day
}

/** What only a person can say of files that were refused: they are read again with the answer, and need not be sent again. */
export const LoadQuestionForm = ({ frame, loadId, question, answerBy }: LoadQuestionProps) => (
  <form method="post" action={`/data/loads/${loadId}/answer`} novalidate>
    <CsrfField frame={frame} />
    {question.days ? <DayChoice days={question.days} /> : null}
    {question.authorities ? (
      <Radios
        name="authority"
        idPrefix="authority"
        fieldset={{
          legend: { text: 'Whose rows are to be read?', classes: 'govuk-fieldset__legend--m' },
        }}
        hint={{
          text: 'Rows of the others are left out, and counted. Two authorities are never put together.',
        }}
        items={question.authorities.map((name) => ({ value: name, text: name }))}
      />
    ) : null}
    <Button text="Read the same files again" preventDoubleClick />
    <p class="govuk-body">The files are kept for this until {formatDay(answerBy)}.</p>
  </form>
)

const DayChoice = ({ days }: { days: NonNullable<LoadQuestion['days']> }) => (
  <>
    {days.length === 0 ? null : (
      <Radios
        name="as_at_day"
        idPrefix="as_at_day"
        fieldset={{
          legend: { text: 'Which day are the files as at?', classes: 'govuk-fieldset__legend--m' },
        }}
        items={days.map(({ day, from }) => ({
          value: day,
          text: formatDay(day),
          hint: { text: `${capital(describeAsAtFrom(from))} says so` },
        }))}
      />
    )}
    <DateInput
      id="as_at"
      namePrefix="as_at"
      fieldset={{
        legend: {
          text: days.length === 0 ? 'Which day are the files as at?' : 'Or another day',
          classes: 'govuk-fieldset__legend--s',
        },
      }}
      hint={{ text: 'Such as 31 1 2015' }}
    />
  </>
)

interface LoadAnswer {
  asAt: Day | null
  authority: string | undefined
}

/** What was answered: a day that was typed comes before one that was chosen. */
export function readAnswer(
  body: Readonly<Record<string, unknown>>,
  question: LoadQuestion,
  today: Day,
): Checked<LoadAnswer> {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '')
  const parts = ['year', 'month', 'day'].map((part) => text(`as_at-${part}`))
  const [year, month, day] = parts.map(Number)
  const typed = parts.some((part) => part !== '') ? (dayFrom(year!, month!, day!) ?? 'unreal') : null
  const chosen = text('as_at_day')
  const asAt = typed ?? (isDay(chosen) ? chosen : null)
  const authority = question.authorities?.find((name) => name === text('authority'))
  const errors: Record<string, string> = {}
  if (question.days && (asAt === null || asAt === 'unreal'))
    errors['as_at'] = 'Choose or enter the day the files are as at, such as 31 1 2015'
  else if (asAt !== null && asAt > today)
    errors['as_at'] = 'The day the files are as at must be today or in the past'
  if (question.authorities && authority === undefined)
    errors['authority'] = 'Choose the authority whose rows are to be read'
  if (Object.keys(errors).length > 0 || asAt === 'unreal') return { ok: false, errors }
  return { ok: true, value: { asAt, authority } }
}
