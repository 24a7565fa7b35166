import { formatDay, type Day } from '../../platform/day.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import type { Typed } from '../../records/index.ts'
import { Button } from '../../ui/components/button.tsx'
import { ErrorMessage } from '../../ui/components/error-message.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { AnswerFields } from '../answers/answer-fields.tsx'
import type { ListAnswer } from '../answers/answer.ts'
import { describeOver } from './days-over.ts'
import type { ListFile } from './list-file.ts'
import { namedRules, subjectOf, workerOf } from './list-rows.ts'
import { rowKey, type ShownRow } from './list-view.ts'

interface TogetherPageProps {
  frame: FrameProps
  list: ListFile
  asAt: Day
  action: string
  closeHref: string
  /** Overdue and unanswered, one for each child. */
  rows: readonly ShownRow[]
  /** Those that may be given to many children at once. */
  reasons: readonly { title: string; meaning: string }[]
  owners: readonly string[]
  typed: Typed
  ticked: ReadonlySet<string>
  errors: FieldErrors
  theirs: ReadonlyMap<string, ListAnswer>
}

/** The name of a child's box in the form. */
export const tickName = (key: string): string => `row.${key}`

const CONTROLS = {
  rows: 'rows',
  reason: 'reason',
  plan: 'plan',
  owner: 'owner',
  check_back_on: 'check_back_on-day',
} as const

const LABELS = {
  reason: 'Reason, for every one you choose',
  plan: 'What will change, and what keeps each child safe until then',
  checkBackOn: 'Check back',
}

/** One reason for many children, on a list whose rule allows it (child-level). */
export function TogetherPage(props: TogetherPageProps) {
  const { frame, list, rows, errors } = props
  const summary = Object.entries(CONTROLS).flatMap(([name, control]) =>
    errors[name] ? [{ text: errors[name], href: `#${control}` }] : [],
  )
  const { one, many } = list.counted
  return (
    <Page
      frame={frame}
      title={`One reason for many: ${list.title}`}
      section="/lists"
      breadcrumbs={[
        { text: 'Lists', href: '/lists' },
        { text: list.title, href: props.closeHref },
      ]}
      error={summary.length > 0}
      wide
    >
      {summary.length > 0 ? <ErrorSummary errorList={summary} /> : null}
      <PageHeading
        caption={`${list.rule} · as at ${formatDay(props.asAt)}`}
        title={`One reason for many: ${list.title}`}
        sentence={{
          bold:
            rows.length === 0
              ? 'Every one has an answer already.'
              : `${formatCount(rows.length, one, many)} ${rows.length === 1 ? 'has' : 'have'} no answer.`,
          rest:
            rows.length === 0
              ? ''
              : 'Choose those who have the same reason, and say once what will change. Each keeps the answer in its own history.',
        }}
      />
      {rows.length === 0 ? (
        <p>
          <a href={props.closeHref}>Back to the list</a>
        </p>
      ) : (
        <Form {...props} />
      )}
    </Page>
  )
}

const Form = (props: TogetherPageProps) => (
  <form method="post" action={props.action} class="wm-answer" novalidate>
    <CsrfField frame={props.frame} />
    <Theirs {...props} />
    <Ticks {...props} />
    {props.reasons.length === 0 ? (
      <p>
        <b>The council has no reason that may be given to many children at once.</b>{' '}
        <a href="/reasons">Reasons for answers</a>
      </p>
    ) : null}
    <AnswerFields
      reasons={props.reasons}
      owners={props.owners}
      typed={props.typed}
      errors={props.errors}
      labels={LABELS}
    />
    <div class="govuk-button-group">
      <Button text="Save for those chosen" preventDoubleClick />
      <a href={props.closeHref}>Close</a>
    </div>
    <p class="wm-note">
      Only reasons that may be given to many children are offered here. For any other reason, answer for the
      child on the list. The rule still holds after an answer: a child leaves only when it clears.
    </p>
  </form>
)

/** Somebody answered first for some of those who were chosen: nothing was kept for any. */
const Theirs = ({ theirs, rows }: TogetherPageProps) =>
  theirs.size === 0 ? null : (
    <div class="govuk-inset-text">
      <p>
        <b>
          {formatNumber(theirs.size)} of those you chose {theirs.size === 1 ? 'was' : 'were'} answered for
          while you wrote. Nothing of yours is saved yet.
        </b>{' '}
        They are no longer chosen below. Save again for the others.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {rows.flatMap(({ row }) => {
          const answer = theirs.get(subjectOf(row))
          return answer
            ? [
                <li>
                  {row.childId ?? row.caseId}: {answer.answeredBy} answered: {answer.reason}. {answer.plan}
                </li>,
              ]
            : []
        })}
      </ul>
    </div>
  )

function Ticks({ list, rows, ticked, theirs, errors }: TogetherPageProps) {
  return (
    <fieldset
      class={`govuk-fieldset govuk-form-group${errors['rows'] ? ' govuk-form-group--error' : ''}`}
      aria-describedby={errors['rows'] ? 'rows-error' : undefined}
    >
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Who has the same reason?</legend>
      {errors['rows'] ? <ErrorMessage id="rows-error" text={errors['rows']} /> : null}
      <div class="govuk-checkboxes govuk-checkboxes--small">
        {rows
          .filter(({ row }) => !theirs.has(subjectOf(row)))
          .map(({ row }, index) => {
            const key = rowKey(row)
            const id = index === 0 ? 'rows' : `rows-${index + 1}`
            return (
              <div class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  type="checkbox"
                  id={id}
                  name={tickName(key)}
                  value="yes"
                  checked={ticked.has(key)}
                />
                <label class="govuk-label govuk-checkboxes__label" for={id}>
                  <b>{row.childId ?? row.caseId}</b>, {row.team ?? 'no team recorded'}, {workerOf(row)}:{' '}
                  {namedRules(list, row).join(', ')}
                  {row.daysOver === null ? '' : `, over by ${describeOver(list, row.daysOver)}`}
                  {row.rules[0]?.detail ? ` (${row.rules[0].detail})` : ''}
                </label>
              </div>
            )
          })}
      </div>
    </fieldset>
  )
}
