import type { Child } from 'hono/jsx'
import type { FieldErrors } from '../platform/errors.ts'
import { formatDay, type Day } from '../platform/day.ts'
import { Button } from '../ui/components/button.tsx'
import { Details } from '../ui/components/details.tsx'
import { errorListOf, ErrorSummary } from '../ui/components/error-summary.tsx'
import { Input } from '../ui/components/input.tsx'
import { Textarea } from '../ui/components/textarea.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../ui/page.tsx'
import type { Meeting } from './meeting.ts'

interface FormProps {
  frame: FrameProps
  meeting: Meeting
  /** The path of the form, which it is also sent to. */
  action: string
  errors: FieldErrors
}

const message = (errors: FieldErrors, field: string) => {
  const text = errors[field]
  return text === undefined ? undefined : { text }
}

const Frame = (props: FormProps & { title: string; caption: string; children: Child }) => (
  <Page
    frame={props.frame}
    title={props.title}
    section="/board"
    breadcrumbs={[
      { text: 'Board', href: '/board' },
      { text: `Meeting of ${formatDay(props.meeting.heldOn)}`, href: `/board/${props.meeting.heldOn}` },
    ]}
    error={Object.keys(props.errors).length > 0}
  >
    {Object.keys(props.errors).length > 0 ? <ErrorSummary errorList={errorListOf(props.errors)} /> : null}
    <PageHeading caption={props.caption} title={props.title} />
    <div class="wm-board-form">{props.children}</div>
  </Page>
)

interface BlockText {
  version: number
  text: string
  by: string
  at: string
}

export interface EditBlockProps extends FormProps {
  /** "3.1.3 Management oversight" */
  where: string
  text: string
  /** Null for a new block. */
  version: number | null
  history: readonly BlockText[]
  /** The text that somebody else saved since the form was opened. */
  theirs?: string | undefined
}

export const EditBlockPage = (props: EditBlockProps) => (
  <Frame
    {...props}
    title={props.version === null ? 'Add to the report' : 'Edit this part'}
    caption={props.where}
  >
    {props.theirs === undefined ? null : (
      <section class="wm-theirs" aria-labelledby="theirs">
        <h2 id="theirs">Saved while you were writing</h2>
        <p class="wm-prose">{props.theirs}</p>
        <p>Your text is below; nothing is lost. If you save now, your text replaces this one.</p>
      </section>
    )}
    <form method="post" action={props.action} novalidate>
      <CsrfField frame={props.frame} />
      {props.version === null ? null : <input type="hidden" name="version" value={String(props.version)} />}
      <Textarea
        name="text"
        label={{ text: 'Text' }}
        hint={{
          text: 'Plain words; **bold**; - before each line of a list. A figure in double braces comes from its measure.',
        }}
        rows={12}
        value={props.text}
        errorMessage={message(props.errors, 'text')}
      />
      <Button text="Save" />{' '}
      {props.version === null ? null : (
        <Button text="Remove this part" name="take-out" value="yes" classes="govuk-button--secondary" />
      )}
    </form>
    <LinkHelp />
    {props.history.length > 1 ? <EarlierTexts history={props.history} /> : null}
  </Frame>
)

const LinkHelp = () => (
  <Details summaryText="How to link a figure to a measure">
    <ul>
      <li>
        <code>{'{{as-completed-45wd@2015-01}}'}</code> the figure of January 2015, as it is shown
      </li>
      <li>
        <code>{'{{as-completed-45wd@2015-01|numerator}}'}</code> the count; also <code>denominator</code>,{' '}
        <code>change</code> from the month before, <code>lower</code>, <code>upper</code> and{' '}
        <code>average</code> of its usual range, <code>run</code>, <code>target</code>, <code>england</code>
      </li>
      <li>
        <code>{'{{action:3.2|due_on}}'}</code> from the plan; also <code>title</code>, <code>owner</code>,{' '}
        <code>rating</code>, <code>progress</code>
      </li>
      <li>
        <code>{'{{chart:as-completed-45wd@2015-01}}'}</code>, <code>{'{{table:actions R3}}'}</code> or{' '}
        <code>{'{{table:fd-referrals, cin-open@2015-01}}'}</code> as the whole text: a picture or a table
      </li>
    </ul>
    <p>
      Each measure’s id is on <a href="/measures">its page</a>.
    </p>
  </Details>
)

const EarlierTexts = ({ history }: { history: readonly BlockText[] }) => (
  <Details summaryText={`Earlier texts: ${history.length - 1}`}>
    <ul class="wm-plain-list">
      {history.slice(1).map(({ text, by, at }) => (
        <li>
          <b>
            {by}, {formatDay(at.slice(0, 10) as Day)}
          </b>
          <br />
          {text || 'Removed'}
        </li>
      ))}
    </ul>
  </Details>
)

interface StateSourceProps extends FormProps {
  figure: string
  sentence: string
  source: string
}

export const StateSourcePage = (props: StateSourceProps) => (
  <Frame {...props} title={`Where does “${props.figure}” come from?`} caption="A figure typed by hand">
    <blockquote class="wm-prose wm-quoted">{props.sentence}</blockquote>
    <form method="post" action={props.action} novalidate>
      <CsrfField frame={props.frame} />
      <input type="hidden" name="figure" value={props.figure} />
      <Input
        name="source"
        label={{ text: 'Source' }}
        hint={{
          text: 'The record it comes from and its date, like HR partner, establishment list of 30 January 2015',
        }}
        value={props.source}
        errorMessage={message(props.errors, 'source')}
      />
      <Button text="State the source" />
    </form>
  </Frame>
)

interface KeepWordProps extends FormProps {
  word: string
  text: string
  sentence: string
  beyond: string
  reason: string
}

export const KeepWordPage = (props: KeepWordProps) => (
  <Frame {...props} title={`Why does “${props.text}” stay?`} caption="A word that goes beyond the data">
    <blockquote class="wm-prose wm-quoted">{props.sentence}</blockquote>
    <p>{props.beyond}</p>
    <form method="post" action={props.action} novalidate>
      <CsrfField frame={props.frame} />
      <input type="hidden" name="word" value={props.word} />
      <Textarea
        name="reason"
        label={{ text: 'Reason' }}
        hint={{ text: 'It is kept with your role and the day' }}
        rows={3}
        value={props.reason}
        errorMessage={message(props.errors, 'reason')}
      />
      <Button text="Keep the word" />
    </form>
  </Frame>
)
