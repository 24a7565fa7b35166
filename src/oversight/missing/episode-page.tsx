import type { Child } from 'hono/jsx'
import { formatDay } from '../../platform/day.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { formatCount } from '../../platform/words.ts'
import type { Change, Typed } from '../../records/index.ts'
import { RecordHistory } from '../../records/web.ts'
import { Button } from '../../ui/components/button.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { SummaryList } from '../../ui/components/summary-list.tsx'
import { Textarea } from '../../ui/components/textarea.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { childHref } from '../../ui/links.ts'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { ClockKey, ClockPicture } from './clock-picture.tsx'
import { CARED, INTERVIEWERS, missingEpisode, STEPS, type ReturnStep } from './episode.ts'
import { CRUMBS, MISSING_AT } from './places.ts'
import { TakeUp } from './take-up.tsx'
import type { MissingEntry, MissingView } from './missing-read.ts'
import { describeEntry, describeRepeated } from './missing-words.ts'
import { MomentInput } from './moment-input.tsx'
import { formatMoment } from './moment.ts'
import { STEP_CONTROLS, StepForm } from './step-form.tsx'

/** Which form of the page was sent, with what was typed and what is wrong. */
export interface SentForm {
  form: 'step' | 'return' | 'discussion'
  typed: Typed
  errors: FieldErrors
  isStale?: boolean
}

interface EpisodePageProps {
  frame: FrameProps
  entry: MissingEntry
  view: MissingView
  changes: readonly Change[]
  mayRecord: boolean
  /** Their scope reaches the child's record. */
  mayOpenChild: boolean
  sent: SentForm | null
}

const CONTROLS = { ...STEP_CONTROLS, returned_at: 'returned_at-day', held_on: 'held_on-day' } as const

/** One time missing: its hours, what was done after the return, and what has happened to the record. */
export function EpisodePage(props: EpisodePageProps) {
  const { frame, entry, mayRecord, sent } = props
  const said = describeEntry(entry)
  const errorList = Object.entries(CONTROLS).flatMap(([name, control]) =>
    sent?.errors[name] ? [{ text: sent.errors[name], href: `#${control}` }] : [],
  )
  const isWritable = mayRecord && entry.record !== null
  return (
    <Page
      frame={frame}
      title="One time missing"
      section="/lists"
      breadcrumbs={[...CRUMBS, { text: 'Missing and return interviews', href: MISSING_AT }]}
      error={errorList.length > 0}
    >
      {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
      <PageHeading
        caption={`Child ${entry.childId}`}
        title="One time missing"
        sentence={{ bold: said.bold, rest: said.rest.map((line) => `${line}.`).join(' ') }}
      />
      {sent?.isStale ? (
        <div class="govuk-inset-text">
          Somebody else changed this while you wrote: what is below is theirs.
        </div>
      ) : null}
      <div class="wm-scroll">
        <ClockPicture entry={entry} />
      </div>
      <ClockKey />
      <Facts {...props} />
      {entry.record === null && mayRecord ? (
        <>
          <p>Only the files have this time. Take it up to record what is done.</p>
          <TakeUp frame={frame} entry={entry} />
        </>
      ) : null}
      {isWritable && entry.returnedAt === '' ? <ReturnForm {...props} /> : null}
      <Steps steps={entry.steps} />
      {isWritable && entry.returnedAt !== '' ? <StepPart {...props} /> : null}
      <Discussions {...props} />
      {entry.record === null ? null : (
        <>
          <h2 class="wm-section">What has happened to it</h2>
          <RecordHistory kind={missingEpisode} changes={props.changes} />
        </>
      )}
    </Page>
  )
}

const StepPart = ({ frame, entry, view, sent }: EpisodePageProps) => (
  <>
    <h2 class="wm-section">Record what happened</h2>
    <StepForm
      frame={frame}
      action={`${MISSING_AT}/${entry.key}/steps`}
      typed={sent?.form === 'step' ? sent.typed : {}}
      errors={sent?.form === 'step' ? sent.errors : {}}
      others={view.entries.filter(
        ({ key, record, returnedAt, clock }) =>
          key !== entry.key && record !== null && returnedAt !== '' && clock.state !== 'finished',
      )}
    />
  </>
)

function Facts({ entry, mayRecord, mayOpenChild }: EpisodePageProps) {
  const { child, record, sourced } = entry
  const row = (key: string, html: Child) => ({ key: { text: key }, value: { html } })
  const time = (moment: string) => (moment === '' ? 'Not known' : formatMoment(moment))
  return (
    <>
      <SummaryList
        rows={[
          row(
            'Child',
            child && mayOpenChild ? <a href={childHref(child.ref)}>{entry.childId}</a> : entry.childId,
          ),
          row('Who looks after them', CARED[entry.cared]),
          row(
            'Where they live',
            `${entry.livesAt || 'Not recorded'}${entry.milesAway === null ? '' : `, ${formatCount(entry.milesAway, 'mile')} outside the area`}`,
          ),
          row('Missing from', time(entry.missingFrom)),
          row('Reported', `${time(entry.reportedAt)}${entry.reportedBy ? `, by ${entry.reportedBy}` : ''}`),
          row('Entered in the case system', time(entry.recordedAt)),
          row('Back', entry.returnedAt === '' ? 'Not back yet' : time(entry.returnedAt)),
          row(
            'Team and worker',
            [child?.team || record?.team, child?.worker || record?.worker].filter(Boolean).join(', ') ||
              'Nobody is named',
          ),
          row(
            'Known from',
            [...(record ? ['written down in Waymark'] : []), ...(sourced?.sources ?? [])].join(', '),
          ),
        ]}
      />
      {mayRecord && record ? (
        <p class="wm-links">
          <a href={`${MISSING_AT}/${entry.key}/change`}>Put right</a>
        </p>
      ) : null}
    </>
  )
}

const ReturnForm = ({ frame, entry, sent }: EpisodePageProps) => (
  <form method="post" action={`${MISSING_AT}/${entry.key}/return`} novalidate>
    <h2 class="wm-section">Record the return</h2>
    <CsrfField frame={frame} />
    <input type="hidden" name="version" value={entry.record?.version ?? ''} />
    <MomentInput
      name="returned_at"
      label="Back"
      typed={sent?.form === 'return' ? sent.typed : {}}
      errors={sent?.form === 'return' ? sent.errors : {}}
    />
    <Button text="Save the return" preventDoubleClick />
  </form>
)

const Steps = ({ steps }: { steps: readonly ReturnStep[] }) =>
  steps.length === 0 ? null : (
    <>
      <h2 class="wm-section">After the return</h2>
      <ul class="govuk-list">
        {steps
          .toSorted((left, right) => (left.at < right.at ? -1 : 1))
          .map((step) => (
            <li>
              <b>{formatMoment(step.at)}:</b> {describeStep(step)}
            </li>
          ))}
      </ul>
    </>
  )

const describeStep = (step: ReturnStep): string =>
  [
    STEPS[step.kind] + (step.bookedFor ? ` for ${formatMoment(step.bookedFor)}` : ''),
    [step.interviewer ? INTERVIEWERS[step.interviewer] : '', step.interviewerCode].filter(Boolean).join(' '),
    step.independent === 'yes' ? 'independent' : step.independent === 'no' ? 'not independent' : '',
    step.whyIndependent,
    step.themes && `themes: ${step.themes}`,
    step.note,
  ]
    .filter(Boolean)
    .join('; ')

function Discussions({ frame, entry, view, mayRecord, sent }: EpisodePageProps) {
  const repeated = view.repeated.find(({ childId }) => childId === entry.childId)
  const typed = sent?.form === 'discussion' ? sent.typed : {}
  const errors = sent?.form === 'discussion' ? sent.errors : {}
  return (
    <section id="discussion">
      <h2 class="wm-section">Strategy discussion</h2>
      <p>
        {repeated
          ? `Missing ${repeated.began.length} times in ${view.rule.withinDays} days. ${describeRepeated(repeated, view.rule.discussWithin)}.`
          : `Missing fewer than ${view.rule.times} times in ${view.rule.withinDays} days: none is asked for.`}
      </p>
      {view.discussions.length === 0 ? null : (
        <ul class="govuk-list">
          {view.discussions.map(({ heldOn, note }) => (
            <li>
              <b>{formatDay(heldOn)}:</b> {note || 'Held'}
            </li>
          ))}
        </ul>
      )}
      {mayRecord && repeated && entry.record ? (
        <form method="post" action={`${MISSING_AT}/${entry.key}/discussion`} novalidate>
          <CsrfField frame={frame} />
          <DateInput
            id="held_on"
            namePrefix="held_on"
            values={typed}
            fieldset={{ legend: { text: 'Held on' } }}
            errorMessage={errors['held_on'] ? { text: errors['held_on'] } : undefined}
          />
          <Textarea
            name="agreed"
            label={{ text: 'What was agreed' }}
            value={typed['agreed'] ?? ''}
            rows={3}
          />
          <Button text="Save the discussion" classes="govuk-button--secondary" preventDoubleClick />
        </form>
      ) : null}
    </section>
  )
}
