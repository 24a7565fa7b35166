import { formatDay, formatDayOfYear } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { childHref } from '../../ui/links.ts'
import { Page, PageHeading } from '../../ui/page.tsx'
import { teamsOf } from './clinic.ts'
import { ActionsAgreed, type ActionFormProps } from './clinic-actions-part.tsx'
import { Ending, type EndingProps } from './clinic-ending.tsx'
import { ItemForm, type ItemFormProps } from './clinic-item-form.tsx'
import { clinicPageHref, type ClinicQuery } from './clinic-query.ts'
import type { ClinicView } from './clinic-read.ts'
import { ReasonsForBoard } from './clinic-reasons.tsx'
import { ClinicTable } from './clinic-table.tsx'
import { describeProgress, describePromises } from './clinic-words.ts'

export interface ClinicPageProps {
  frame: FrameProps
  view: ClinicView
  query: ClinicQuery
  /** They see children, in their scope, and not counts alone. */
  seesChildren: boolean
  mayWrite: boolean
  mayPlan: boolean
  form: ItemFormProps | null
  actionForm: ActionFormProps | null
  ending: EndingProps
}

const CONTROLS = {
  reason: 'reason',
  plan: 'plan',
  owner: 'owner',
  check_back_on: 'check_back_on-day',
  action: 'action',
  action_owner: 'action_owner',
  due_on: 'due_on-day',
  why: 'why',
} as const

/** A clinic as it is held: every child in pack order, what was promised, what the figures say, what is agreed. */
export function ClinicPage(props: ClinicPageProps) {
  const { frame, view, query, form } = props
  const { clinic, asAt, counts } = view
  const errors = { ...form?.errors, ...props.actionForm?.errors, ...props.ending.errors }
  const errorList = Object.entries(CONTROLS).flatMap(([name, control]) =>
    errors[name] ? [{ text: errors[name], href: `#${control}` }] : [],
  )
  return (
    <Page
      frame={frame}
      title={`Performance clinic: ${clinic.title}`}
      section="/lists"
      breadcrumbs={[
        { text: 'Lists', href: '/lists' },
        { text: 'Performance clinics', href: '/clinics' },
      ]}
      error={errorList.length > 0}
      wide
    >
      <div class={query.projector ? 'wm-projector' : undefined}>
        {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
        <PageHeading
          caption={captionOf(view)}
          title={`Performance clinic: ${clinic.title}`}
          sentence={{
            bold: describePromises(counts, view.since),
            rest: describeProgress(clinic, counts, view.agreed, frame.today),
          }}
        />
        <Progress {...counts} />
        <Views {...props} />
        <PackPart {...props} />
        <Left view={view} />
        {view.untold === 0 ? null : (
          <p>
            <b>
              {formatCount(view.untold, 'promise')} of children who are on the list no longer cannot be told:
            </b>{' '}
            the figures do not hold what {view.untold === 1 ? 'it is' : 'they are'} judged by.
          </p>
        )}
        <div class="wm-clinic-halves">
          <ReasonsForBoard view={view} />
          <ActionsAgreed view={view} form={props.actionForm} />
        </div>
        <Ending {...props.ending} />
        <p class="wm-note">
          Kept: the rule has cleared. Not kept: its day lies inside the figures and the rule still holds.
          Cannot tell: its day is after {asAt === null ? 'the figures end' : formatDay(asAt)}, or the figures
          do not hold it. What somebody says is written next to the verdict and never changes it.{' '}
          {props.seesChildren
            ? 'You see the children in your scope; the numbers are those of the whole pack. Opening this page was recorded, with the children on it.'
            : 'You see counts, not children.'}
        </p>
      </div>
    </Page>
  )
}

/** The children, for those who see them; counts by team for others. */
const PackPart = (props: ClinicPageProps) => {
  const { view, query, form } = props
  return view.asAt === null || !props.seesChildren ? (
    <TeamCounts {...props} />
  ) : (
    <ScrollRegion label="The pack">
      <ClinicTable
        view={view}
        query={query}
        asAt={view.asAt}
        mayWrite={props.mayWrite}
        form={form && query.open ? { key: query.open, content: <ItemForm {...form} /> } : null}
      />
    </ScrollRegion>
  )
}

function captionOf({ clinic, asAt }: ClinicView): string {
  const parts = [
    formatDay(clinic.heldOn) + (clinic.startsAt ? `, ${clinic.startsAt}` : ''),
    `chair: ${clinic.chair}`,
    clinic.attending && `with ${clinic.attending}`,
    asAt && `figures as at ${formatDay(asAt)}`,
  ]
  return parts.filter(Boolean).join(' · ')
}

const MOST_SQUARES = 40

/** A square for each child, filled when it has been discussed. */
const Progress = ({ children, discussed }: { children: number; discussed: number }) => (
  <p class="wm-clinic-progress">
    <b>
      {discussed} of {formatCount(children, 'child', 'children')} discussed
    </b>
    {children === 0 || children > MOST_SQUARES ? null : (
      <svg
        width={children * 12}
        height="12"
        viewBox={`0 0 ${children * 12} 12`}
        aria-hidden="true"
        focusable="false"
      >
        {Array.from({ length: children }, (_, index) => (
          <rect
            x={index * 12 + 1}
            y="1"
            width="9"
            height="9"
            fill={index < discussed ? '#12436D' : '#ffffff'}
            stroke="#0b0c0c"
          />
        ))}
      </svg>
    )}
  </p>
)

/** Each view is an address. */
function Views({ view, query, seesChildren, mayPlan }: ClinicPageProps) {
  const { clinic, counts } = view
  const at = (change: Partial<ClinicQuery>) => clinicPageHref(clinic.id, { ...query, open: null, ...change })
  const show = (value: ClinicQuery['show'], words: string) =>
    query.show === value ? <b>{words}</b> : <a href={at({ show: value })}>{words}</a>
  return (
    <div class="wm-views">
      <p>
        {seesChildren ? (
          <>
            {show('pack', 'Pack order')} · {show('broken', 'Not kept first')} ·{' '}
            {show('open', `Not yet discussed (${counts.children - counts.discussed})`)}
          </>
        ) : (
          <b>Counts</b>
        )}
      </p>
      <p>
        {seesChildren ? (
          <>
            <a href={`/clinics/${clinic.id}/print`}>Print the pack</a>{' '}
            <a href={at({ projector: !query.projector })}>
              {query.projector ? 'View with ages and forms' : 'Projector view: numbers, no ages'}
            </a>{' '}
          </>
        ) : null}
        {mayPlan && clinic.state === 'planned' ? (
          <a href={`/clinics/${clinic.id}/change`}>Change or cancel</a>
        ) : null}
      </p>
    </div>
  )
}

const TeamCounts = ({ view }: ClinicPageProps) =>
  view.teams.length === 0 ? (
    <p>
      The figures that this clinic was held on have been deleted. {teamsOf(view.clinic).join(', ')}:{' '}
      {view.counts.discussed} of {formatCount(view.counts.children, 'child', 'children')} discussed,{' '}
      {view.counts.silent} without an answer.
    </p>
  ) : (
    <ul class="govuk-list">
      {view.teams.map(({ team, total, discussed }) => (
        <li>
          {team}: {discussed} of {formatCount(total, 'child', 'children')} discussed
        </li>
      ))}
    </ul>
  )

function Left({ view: { left, leftTotal, since } }: { view: ClinicView }) {
  if (leftTotal === 0) return null
  const others = leftTotal - left.length
  return (
    <p>
      <b>
        Left the list{since ? ` since ${formatDayOfYear(since)}` : ''}: {leftTotal}.
      </b>{' '}
      {leftTotal === 1 ? 'One promise' : `${leftTotal} promises`} kept, because the rule cleared
      {left.length === 0 ? '.' : ': '}
      {left.map(({ promise, ref }, index) => (
        <>
          {index > 0 ? ', ' : null}
          {ref ? <a href={childHref(ref)}>{promise.subject}</a> : promise.subject}
        </>
      ))}
      {left.length > 0 && others > 0 ? `, and ${others} you do not see.` : left.length > 0 ? '.' : null}
    </p>
  )
}
