import { formatDay, type Instant } from '../../platform/day.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { SummaryList } from '../../ui/components/summary-list.tsx'
import { Table } from '../../ui/components/table.tsx'
import { Tag } from '../../ui/components/tag.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import type { ChildEvent, EventState, Source } from './event.ts'
import { ChildLanes } from './lanes.tsx'
import { nameOfDue, nextDue, openNow, formatAgeAndSex, describeOverdue, type ChildRecord } from './record.ts'
import { wordsOf } from './code-words.ts'

interface ChildPageProps {
  frame: FrameProps
  record: ChildRecord
  /** "this child is allocated to your team" */
  why: string
  recordedAt: Instant
}

const STATES: Readonly<Record<EventState, { text: string; classes: string }>> = {
  late: { text: 'Late', classes: 'govuk-tag--yellow' },
  overdue: { text: 'Overdue', classes: 'govuk-tag--orange' },
  due: { text: 'Due', classes: 'govuk-tag--grey' },
  error: { text: 'Check the days', classes: 'govuk-tag--red' },
}

/** Child-level. The address and the title do not identify the child. */
export const ChildPage = ({ frame, record, why, recordedAt }: ChildPageProps) => (
  <Page frame={frame} title="A child’s record" wide>
    <PageHeading
      caption="A child’s record"
      title={`Child ${record.personId}`}
      sentence={describeOverdue(record)}
    />
    <Facts record={record} />
    <h2 class="govuk-heading-m">The last twelve months</h2>
    <ScrollRegion label="The last twelve months">
      <ChildLanes record={record} />
    </ScrollRegion>
    <p class="govuk-body-s">
      Filled dot: done. Hollow dot: a contact, or the child was not seen. Diamond: due, orange when overdue.
      Bar: work under way, orange past its limit. Shaded: after the data, which end on{' '}
      {formatDay(record.asAt)}.
    </p>
    {record.notInSource.length > 0 ? (
      <p class="govuk-body-s">
        Not in these files, so unknown: {record.notInSource.join(', ').toLowerCase()}.
      </p>
    ) : null}
    <Events events={record.events} />
    <p class="govuk-body-s">
      You may see this child because {why}. Opening this page was recorded at {timeOf(recordedAt)}. The number
      is from the case system; Waymark has no names.
    </p>
  </Page>
)

const Facts = ({ record }: { record: ChildRecord }) => {
  const { allocation, ethnicity } = record
  const due = nextDue(record).map((event) => `${nameOfDue(event)} by ${formatDay(event.on)}`)
  const rows: [string, string][] = [
    ['Age and sex', formatAgeAndSex(record)],
    ['Ethnicity', ethnicity === null ? 'Not recorded' : wordsOf('ethnicity', ethnicity)],
    ['Disability', describeDisability(record.disability)],
    ['Now', openNow(record).join('. ') || 'Nothing is open at the end of the data'],
    [
      'Worker and team',
      allocation
        ? [allocation.worker, allocation.team].filter(Boolean).join(', ')
        : 'Nobody is named at the end of the data',
    ],
    ['Next', due.join('. ') || 'Nothing in these data'],
  ]
  return <SummaryList rows={rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))} />
}

const describeDisability = (disability: string | null): string =>
  disability === null ? 'Not recorded' : disability === 'yes' ? 'Disabled' : 'Not disabled'

const Events = ({ events }: { events: readonly ChildEvent[] }) => (
  <ScrollRegion label="Events and due dates">
    <Table
      caption={`Events and due dates, newest first: ${events.length}`}
      captionClasses="govuk-table__caption--m"
      head={[
        { text: 'Day' },
        { text: 'Event' },
        { text: 'State' },
        { text: 'Clock or note' },
        { text: 'Where it comes from' },
      ]}
      rows={events.map((event) => [
        { text: formatDay(event.on), classes: 'wm-nowrap' },
        event.state === 'overdue' ? { html: <b>{event.what}</b> } : { text: event.what },
        event.state ? { html: <Tag {...STATES[event.state]} /> } : {},
        { text: event.note },
        { text: describeSource(event.source) },
      ])}
    />
  </ScrollRegion>
)

const describeSource = (source: Source | null): string =>
  source
    ? [source.file, source.sheet, `row\u00a0${source.row.toLocaleString('en-GB')}`].filter(Boolean).join(', ')
    : 'Calculated'

const timeOf = (instant: Instant): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/London')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
