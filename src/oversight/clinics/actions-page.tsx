import type { Child } from 'hono/jsx'
import { formatDay } from '../../platform/day.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { formatCount } from '../../platform/words.ts'
import { RecordHistory } from '../../records/web.ts'
import type { Change, Typed } from '../../records/index.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { SummaryList } from '../../ui/components/summary-list.tsx'
import { Textarea } from '../../ui/components/textarea.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { childHref } from '../../ui/links.ts'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { listOfId } from '../lists/lists.ts'
import { clinic as clinicKind, clinicHref } from './clinic.ts'
import type { ActionsView, ListedAction } from './action-read.ts'
import { clinicAction } from './clinic-action.ts'
import { ActionTable } from './clinic-actions-part.tsx'

const CRUMBS = [
  { text: 'Lists', href: '/lists' },
  { text: 'Performance clinics', href: '/clinics' },
]

interface ActionsPageProps {
  frame: FrameProps
  view: ActionsView
  /** Only what is for the reader to do. */
  mineOnly: boolean
}

/** What clinics have asked of whom, in the reader's scope: overdue, open and done. */
export function ActionsPage({ frame, view, mineOnly }: ActionsPageProps) {
  const shown = view.actions.filter(({ isMine }) => isMine || !mineOnly)
  const open = shown.filter(({ action }) => action.closedOn === null)
  const overdue = open.filter(({ action }) => action.dueOn < frame.today)
  const toCome = open.filter(({ action }) => action.dueOn >= frame.today)
  const done = shown.filter(({ action }) => action.closedOn !== null)
  const mine = view.actions.filter(({ isMine, action }) => isMine && action.closedOn === null).length
  return (
    <Page frame={frame} title="Actions of clinics" section="/lists" breadcrumbs={CRUMBS}>
      <PageHeading
        caption={`Records to ${formatDay(frame.today)}`}
        title="Actions of clinics"
        sentence={{
          bold:
            open.length === 0
              ? 'No action is open.'
              : `${formatCount(open.length, 'action')} ${open.length === 1 ? 'is' : 'are'} open, ${overdue.length} past ${overdue.length === 1 ? 'its' : 'their'} day.`,
          rest: mine === 0 ? 'None is yours.' : `${mine} ${mine === 1 ? 'is' : 'are'} yours.`,
        }}
      />
      <div class="wm-views">
        <p>
          {mineOnly ? <a href="/clinics/actions">All that you may see</a> : <b>All that you may see</b>} ·{' '}
          {mineOnly ? <b>Mine ({mine})</b> : <a href="/clinics/actions?whose=mine">Mine ({mine})</a>}
        </p>
        <p>
          <a href="/clinics/actions.xlsx">Excel</a> <a href="/clinics/actions.csv">CSV</a>
        </p>
      </div>
      <Group title="Past their day" actions={overdue} />
      <Group title="Open" actions={toCome} />
      <Group title="Done" actions={done} />
      {view.hidden > 0 ? (
        <p class="wm-note">
          {formatCount(view.hidden, 'open action')} {view.hidden === 1 ? 'is' : 'are'} about children you do
          not see.
        </p>
      ) : null}
    </Page>
  )
}

const Group = ({ title, actions }: { title: string; actions: readonly ListedAction[] }) =>
  actions.length === 0 ? null : (
    <>
      <h2 class="wm-section">
        {title}: {actions.length}
      </h2>
      <ScrollRegion label={title}>
        <ActionTable actions={actions} caption={title} />
      </ScrollRegion>
    </>
  )

interface ActionPageProps {
  frame: FrameProps
  found: ListedAction
  changes: readonly Change[]
  mayClose: boolean
  typed: Typed
  errors: FieldErrors
  /** Somebody closed it while this person wrote. */
  isStale: boolean
}

/** One action: what was asked, and what came of it. */
export function ActionPage(props: ActionPageProps) {
  const { frame, found, changes, mayClose, typed, errors, isStale } = props
  const { action } = found
  const errorList = [
    ...(errors['closed_on'] ? [{ text: errors['closed_on'], href: '#closed_on-day' }] : []),
    ...(errors['outcome'] ? [{ text: errors['outcome'], href: '#outcome' }] : []),
  ]
  return (
    <Page
      frame={frame}
      title="An action of a clinic"
      section="/lists"
      breadcrumbs={[...CRUMBS, { text: 'Actions of clinics', href: '/clinics/actions' }]}
      error={errorList.length > 0}
    >
      {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
      <PageHeading
        title="An action of a clinic"
        sentence={{
          bold: action.action,
          rest:
            action.closedOn === null
              ? `${action.owner}, by ${formatDay(action.dueOn)}.`
              : `Done on ${formatDay(action.closedOn)}.`,
        }}
      />
      <Facts found={found} />
      {isStale ? (
        <div class="govuk-inset-text">
          Somebody else closed this while you wrote: what they said is above and is kept. What you typed:{' '}
          {typed['outcome']}
        </div>
      ) : null}
      {mayClose && action.closedOn === null ? <ClosingForm {...props} /> : null}
      <h2 class="wm-section">What has happened to it</h2>
      <RecordHistory kind={clinicAction} changes={changes} />
    </Page>
  )
}

function Facts({ found }: Pick<ActionPageProps, 'found'>) {
  const { action, child, clinic } = found
  const row = (key: string, html: Child) => ({ key: { text: key }, value: { html } })
  return (
    <SummaryList
      rows={[
        row('Clinic', clinic ? <a href={clinicHref(clinic.id)}>{clinicKind.nameOf(clinic)}</a> : 'Cancelled'),
        ...(child
          ? [
              row('Child', child.ref ? <a href={childHref(child.ref)}>{child.id}</a> : child.id),
              row(
                'List',
                <>
                  {listOfId(action.list)?.title ?? action.list}
                  {found.hasCleared ? ': on it no longer, by the figures' : ''}
                </>,
              ),
            ]
          : []),
        row('Owner', action.owner),
        row('By', formatDay(action.dueOn)),
        ...(action.closedOn === null
          ? []
          : [
              row('Done on', `${formatDay(action.closedOn)}, said by ${action.closedBy}`),
              row('What came of it', action.outcome),
            ]),
      ]}
    />
  )
}

const ClosingForm = ({ frame, found: { action }, typed, errors }: ActionPageProps) => (
  <form method="post" novalidate>
    <CsrfField frame={frame} />
    <input type="hidden" name="version" value={action.version} />
    <Textarea
      name="outcome"
      label={{ text: 'What came of it?' }}
      value={typed['outcome']}
      rows={3}
      errorMessage={errors['outcome'] ? { text: errors['outcome'] } : undefined}
    />
    <DateInput
      id="closed_on"
      namePrefix="closed_on"
      values={typed}
      fieldset={{ legend: { text: 'Done on' } }}
      errorMessage={errors['closed_on'] ? { text: errors['closed_on'] } : undefined}
    />
    <Button text="Close the action" preventDoubleClick />
  </form>
)
