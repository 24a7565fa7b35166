import { formatDay, type Day } from '../platform/day.ts'
import { Button } from '../ui/components/button.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../ui/page.tsx'
import {
  type LoadQuestion,
  type Problem,
  type UnreadSpelling,
  describeAsAtFrom,
  describeSources,
} from '../intake/index.ts'
import { NotificationBanner } from '../ui/components/notification-banner.tsx'
import { ChangesTable, type LoadChanges } from './load-changes.tsx'
import { DATA_CRUMB, loadTitle, describeLoad, type SnapshotLosses } from '../dataset/index.ts'
import { formatCount } from '../platform/words.ts'
import { describeLosses, goneTables, MAX_NAMED } from './load-losses.ts'
import { measureTitle } from '../measures/index.ts'
import { Details } from '../ui/components/details.tsx'
import { Findings, describeResult } from './load-findings.tsx'
import { LoadQuestionForm } from './load-question.tsx'
import type { LoadView } from './load-view.ts'
import { describeLearned, UnreadSpellings } from './unread-spellings.tsx'
import { RolesSeen } from './worker-roles-form.tsx'

interface WaitingLoadProps {
  frame: FrameProps
  view: LoadView
  answerBy: Day
  /** With values from the files; null for readers who see only counts. */
  problems: readonly Problem[] | null
  /** Values that are no known code, and how many were just said to mean one. */
  unread: readonly UnreadSpelling[]
  learned: number
  /** Against the load in use; null before the first. */
  changes: LoadChanges | null
  mayLoad: boolean
  /** What somebody may answer before it is sealed. */
  question?: LoadQuestion | undefined
}

/** A load that was read and waits for a decision: what it found, what it would change, and the two choices. */
export const WaitingLoadPage = ({
  frame,
  view,
  answerBy,
  changes,
  mayLoad,
  question,
  ...found
}: WaitingLoadProps) => {
  const { problems, unread, learned } = found
  const gone = goneTables(view.losses).length
  return (
    <Page frame={frame} title="Load waiting for your decision" section="/data" breadcrumbs={[DATA_CRUMB]}>
      {learned > 0 ? <NotificationBanner type="success" text={describeLearned(learned)} /> : null}
      <PageHeading
        caption={`${loadTitle(view.loadedOn)}: ${describeSources(view.sources)}${view.asAt ? `, as at ${formatDay(view.asAt)}${view.asAtFrom ? `, by ${describeAsAtFrom(view.asAtFrom)}` : ''}` : ''}, sent by ${view.loadedBy}`}
        title={mayLoad ? 'This load is waiting for your decision' : 'This load is waiting for the data team'}
        sentence={{
          bold:
            gone > 0
              ? `${formatCount(gone, 'table')} would go. This load is not sealed yet.`
              : `${describeResult(view)} It is not sealed yet.`,
          rest: changes
            ? `Until it is, everyone still sees the ${describeLoad(changes.before)}.`
            : 'Figures appear when it is sealed.',
        }}
      />
      <Losses losses={view.losses ?? null} />
      {mayLoad ? <Choices frame={frame} loadId={view.loadId} gone={gone} /> : null}
      {mayLoad && question ? (
        <LoadQuestionForm frame={frame} loadId={view.loadId} question={question} answerBy={answerBy} />
      ) : null}
      <p class="govuk-body">It is kept until {formatDay(answerBy)}, then thrown away.</p>
      {changes === null ? null : (
        <ChangesTable
          loadId={view.loadId}
          title={`What it would change against the ${describeLoad(changes.before)}`}
          changes={changes}
          opensRows={false}
        />
      )}
      <Findings view={view} problems={problems} />
      <UnreadSpellings frame={frame} loadId={view.loadId} unread={unread} canReadAgain />
      <RolesSeen roles={view.roles} mayLoad={mayLoad} />
    </Page>
  )
}

/** Seal it, with the tables that would go or without them, or throw it away. */
const Choices = ({ frame, loadId, gone }: { frame: FrameProps; loadId: string; gone: number }) => (
  <form method="post" action={`/data/loads/${loadId}/seal`}>
    <CsrfField frame={frame} />
    <div class="govuk-button-group">
      {gone > 0 ? (
        <Button
          text="Carry these tables forward"
          preventDoubleClick
          attributes={{ formaction: `/data/loads/${loadId}/carry-forward` }}
        />
      ) : null}
      <Button
        text={gone > 0 ? 'Seal this load without them' : 'Seal this load'}
        classes={gone > 0 ? 'govuk-button--warning' : ''}
        preventDoubleClick
      />
      <Button
        text="Throw it away"
        classes="govuk-button--secondary"
        attributes={{ formaction: `/data/loads/${loadId}/throw-away` }}
      />
    </div>
  </form>
)

/** What everyone sees now and would not any more: before what was found. */
const Losses = ({ losses }: { losses: SnapshotLosses | null }) =>
  losses === null ? null : (
    <>
      <h2 class="govuk-heading-m" id="losses">
        What would go
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {describeLosses(losses).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {losses.measures.length > MAX_NAMED ? (
        <Details summaryText="All of these measures" text={losses.measures.map(measureTitle).join('; ')} />
      ) : null}
      {goneTables(losses).length > 0 ? (
        <p class="govuk-body">
          Carried forward, a table keeps its rows and its own as-at day until a load brings it again.
        </p>
      ) : null}
    </>
  )
