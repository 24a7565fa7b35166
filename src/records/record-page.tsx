import type { Child } from 'hono/jsx'
import { dayInEngland, formatDay } from '../platform/day.ts'
import { InsetText } from '../ui/components/inset-text.tsx'
import { SummaryList } from '../ui/components/summary-list.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import type { Fields } from './field.ts'
import { describeChange, type Change } from './history.ts'
import { HistoryList } from './history-view.tsx'
import { formatField, type RecordPlace } from './list-page.tsx'
import type { RecordKind, RecordOf } from './record.ts'
import type { Withdrawal } from './record-store.ts'

export interface RecordPageProps<Shape extends Fields = Fields> {
  frame: FrameProps
  place: RecordPlace
  kind: RecordKind<string, Shape>
  record: RecordOf<Shape>
  withdrawal: Withdrawal | null
  /** Oldest first. */
  changes: readonly Change[]
  mayWrite: boolean
  /** Between the facts and the history. */
  children?: Child | undefined
}

/** From the section down to the list, for the pages under it. */
export const listCrumbs = (place: RecordPlace, kind: Pick<RecordKind, 'words'>) => [
  ...place.breadcrumbs,
  { text: kind.words.title, href: place.at },
]

/** What happened to a record, newest first. */
export const RecordHistory = (props: {
  kind: Pick<RecordKind, 'words' | 'fields'>
  changes: readonly Change[]
}) => (
  <HistoryList
    events={props.changes.map((change, order) => ({
      ...change,
      order,
      what: describeChange(props.kind, change),
    }))}
  />
)

/** One record: what it holds, and what has happened to it. */
export function RecordPage<Shape extends Fields>(props: RecordPageProps<Shape>) {
  const { kind, record, withdrawal, place } = props
  const here = `${place.at}/${record.id}`
  const title = kind.nameOf(record) || kind.words.title
  return (
    <Page frame={props.frame} title={title} section={place.section} breadcrumbs={listCrumbs(place, kind)}>
      <PageHeading caption={kind.words.title} title={title} />
      {withdrawal ? (
        <InsetText>
          Withdrawn on {formatDay(dayInEngland(withdrawal.at))}: {withdrawal.reason}
        </InsetText>
      ) : null}
      {props.mayWrite && !withdrawal ? (
        <p class="wm-links">
          <a href={`${here}/change`}>Change</a>{' '}
          {kind.withdrawable ? <a href={`${here}/withdraw`}>Withdraw</a> : null}
        </p>
      ) : null}
      <SummaryList
        rows={Object.entries(kind.fields)
          .filter(([, field]) => !field.parent)
          .map(([property, field]) => ({
            key: { text: field.words.label },
            value: { text: formatField(field, property, record) || 'Not given' },
          }))}
      />
      {props.children}
      <section class="wm-part">
        <h2>What has happened to it</h2>
        <RecordHistory kind={kind} changes={props.changes} />
      </section>
    </Page>
  )
}
