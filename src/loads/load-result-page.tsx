import { formatDay, type Day } from '../platform/day.ts'
import { Button } from '../ui/components/button.tsx'
import { ErrorSummary, errorListOf } from '../ui/components/error-summary.tsx'
import { InsetText } from '../ui/components/inset-text.tsx'
import { NotificationBanner } from '../ui/components/notification-banner.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import {
  type LoadQuestion,
  type Problem,
  type UnreadSpelling,
  describeAsAtFrom,
  describeSources,
} from '../intake/index.ts'
import { ExportLinks } from './export-routes.tsx'
import { ChangesTable, type LoadChanges } from './load-changes.tsx'
import { DATA_CRUMB, loadTitle, describeLoad } from '../dataset/index.ts'
import { Findings, describeResult, KeptRecords, TableByTable } from './load-findings.tsx'
import { SealedSteps } from './load-steps.tsx'
import { formatCount } from '../platform/words.ts'
import { LoadQuestionForm } from './load-question.tsx'
import type { FieldErrors } from '../platform/errors.ts'
import type { LoadView } from './load-view.ts'
import { describeLearned, UnreadSpellings } from './unread-spellings.tsx'
import { RolesSeen } from './worker-roles-form.tsx'

interface LoadResultProps {
  frame: FrameProps
  view: LoadView
  /** With values from the files; null for readers who see only counts. */
  problems: readonly Problem[] | null
  /** Values that are no known code, and how many were just said to mean one. */
  unread: readonly UnreadSpelling[]
  learned?: number
  /** The load that everyone sees now; null before the first. */
  inUse: { snapshot: string; loadedOn: Day } | null
  /** The reader has just sent the files of this load again. */
  again: boolean
  /** Since the load before it; null when there is none on record, and for a load that was refused. */
  changes: LoadChanges | null
  /** Of refused files that are kept: what is asked, and until when. */
  question?: { asked: LoadQuestion; answerBy: Day } | undefined
  /** What was wrong with the answer. */
  answerErrors?: FieldErrors | undefined
  /** The reader may load files: they see rows, and choose which load is in use. */
  mayLoad: boolean
}

export const LoadResultPage = (props: LoadResultProps) =>
  props.view.state === 'refused' ? <RefusedPage {...props} /> : <SealedPage {...props} />

const RefusedPage = ({
  frame,
  view,
  problems,
  inUse,
  mayLoad,
  question,
  answerErrors = {},
}: LoadResultProps) => (
  <Page frame={frame} title="Load refused" section="/data" breadcrumbs={[DATA_CRUMB]} error>
    <ErrorSummary
      titleText="This load was refused"
      descriptionText="Nothing has changed."
      errorList={
        problems === null
          ? [
              {
                text: `${formatCount(view.errors.length, 'problem')} stopped it. The data team can see each of them.`,
              },
            ]
          : [...view.errors.map(({ message }) => ({ text: message })), ...errorListOf(answerErrors)]
      }
    />
    <PageHeading
      caption={view.files.map(({ file }) => file).join(', ')}
      title={loadTitle(view.loadedOn)}
      sentence={{
        bold: 'This load was refused, and nothing has changed.',
        rest: inUse
          ? `Everyone still sees the load of ${formatDay(inUse.loadedOn)}.`
          : 'There are no figures until files have been loaded.',
      }}
    />
    {question && mayLoad ? (
      <LoadQuestionForm
        frame={frame}
        loadId={view.loadId}
        question={question.asked}
        answerBy={question.answerBy}
      />
    ) : null}
    <p class="govuk-body">
      <a href="/data/upload">Load the files again</a> when they have been put right.
    </p>
    {view.files.length > 0 ? <TableByTable view={view} /> : null}
  </Page>
)

function SealedPage({
  frame,
  view,
  problems,
  inUse,
  again,
  changes,
  mayLoad,
  unread,
  learned = 0,
}: LoadResultProps) {
  const isInUse = inUse === null || inUse.snapshot === view.snapshot
  return (
    <Page frame={frame} title={loadTitle(view.loadedOn)} section="/data" breadcrumbs={[DATA_CRUMB]}>
      {again ? (
        <NotificationBanner text="These files had been loaded before. Nothing has changed: this is the load that they made." />
      ) : null}
      {learned > 0 ? <NotificationBanner type="success" text={describeLearned(learned)} /> : null}
      <PageHeading
        caption={`${describeSources(view.sources)}${view.asAt ? `, as at ${formatDay(view.asAt)}${view.asAtFrom ? `, by ${describeAsAtFrom(view.asAtFrom)}` : ''}` : ''}, loaded by ${view.loadedBy}`}
        title={loadTitle(view.loadedOn)}
        sentence={{ bold: describeResult(view), rest: formatUse(view, inUse) }}
      />
      <SealedSteps view={view} />
      <Keeping view={view} mayLoad={mayLoad} isInUse={isInUse} />
      <KeptRecords view={view} />
      <Findings view={view} problems={problems} />
      <UnreadSpellings frame={frame} loadId={view.loadId} unread={unread} canReadAgain={false} />
      <RolesSeen roles={view.roles} mayLoad={mayLoad} />
      {view.deleted === null ? (
        <p class="govuk-body">
          <a href={`/data/loads/${view.loadId}/sources`}>Where each table comes from</a>, and which source is
          used when they differ. <a href={`/data/quality?load=${view.loadId}`}>Data quality</a>: what is wrong
          with the rows, and which measures it harms.
        </p>
      ) : null}
      {problems === null || view.deleted !== null ? null : <ExportLinks loadId={view.loadId} />}
      {changes === null ? null : (
        <ChangesTable
          loadId={view.loadId}
          title={`What changed since the ${describeLoad(changes.before)}`}
          changes={changes}
          opensRows={mayLoad}
        />
      )}
    </Page>
  )
}

interface KeepingProps {
  view: LoadView
  mayLoad: boolean
  isInUse: boolean
}

/** For how long a load is kept, and the way to put it in use or delete it. */
const Keeping = ({ view, mayLoad, isInUse }: KeepingProps) => (
  <>
    {view.deleted === null ? null : (
      <InsetText>{view.deleted} This page still shows what was found, as counts.</InsetText>
    )}
    {view.deleted === null && view.keptUntil ? (
      <p class="govuk-body">
        Kept until {formatDay(view.keptUntil)}.
        {mayLoad && !isInUse ? (
          <>
            {' '}
            <a href={`/data/loads/${view.loadId}/delete`}>Delete it now</a>
          </>
        ) : null}
      </p>
    ) : null}
    {mayLoad && view.deleted === null && !isInUse ? (
      <Button
        text="Put this load in use"
        href={`/data/loads/${view.loadId}/use`}
        classes="govuk-button--secondary"
      />
    ) : null}
  </>
)

const formatUse = (view: LoadView, inUse: LoadResultProps['inUse']): string => {
  if (inUse === null || inUse.snapshot === view.snapshot) {
    const window = view.windowFrom ? ` The files have every event from ${formatDay(view.windowFrom)} on.` : ''
    return `Everyone now sees it.${window}`
  }
  return `Everyone sees the load of ${formatDay(inUse.loadedOn)}, which has a later date, was loaded later or was chosen instead.`
}
