import { formatDay, type Instant } from '../../platform/day.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { SummaryList } from '../../ui/components/summary-list.tsx'
import { Table } from '../../ui/components/table.tsx'
import { Tag } from '../../ui/components/tag.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { listHref } from '../lists/list-query.ts'
import type { ChildEvent, EventState } from './event.ts'
import { ChildLanes } from './lanes.tsx'
import type { PlaceOnList } from './place-on-list.ts'
import { nameOfDue, nextDue, openNow, formatAgeAndSex, describeOverdue, type ChildRecord } from './record.ts'
import { wordsOf } from './code-words.ts'

interface ChildPageProps {
  frame: FrameProps
  record: ChildRecord
  /** Null where they came from no list. */
  place: PlaceOnList | null
  /** Where the case system shows the child; null where the council has set no address. */
  caseSystem: string | null
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
export const ChildPage = ({ frame, record, place, caseSystem, why, recordedAt }: ChildPageProps) => (
  <Page frame={frame} title="A child’s record" section="/lists" wide>
    {place ? <Place place={place} /> : null}
    <PageHeading
      caption="A child’s record"
      title={`Child ${record.personId}`}
      sentence={describeOverdue(record)}
    />
    {caseSystem ? (
      <p class="govuk-body">
        <a href={caseSystem} rel="noreferrer">
          Open in the case system
        </a>
      </p>
    ) : null}
    <Facts record={record} />
    <Lists record={record} />
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

/** Back to the list, and to the children before and after on it. */
const Place = ({ place: { title, href, place, count, previous, next } }: { place: PlaceOnList }) => (
  <nav class="wm-place" aria-label="The list you came from">
    <span>
      <a href={href}>{title}</a>: {place} of {count}
    </span>
    {previous ? <a href={previous}>Previous child</a> : null}
    {next ? <a href={next}>Next child</a> : null}
  </nav>
)

/** The lists that the child is on, with each rule that holds. */
const Lists = ({ record: { lists, asAt } }: { record: ChildRecord }) => {
  const byList = [...Map.groupBy(lists, ({ list }) => list).values()]
  return (
    <>
      <h2 class="govuk-heading-m">
        {byList.length === 0 ? 'On no list' : `On ${byList.length} ${byList.length === 1 ? 'list' : 'lists'}`}
      </h2>
      {byList.length === 0 ? (
        <p class="govuk-body">No rule of a list holds as at {formatDay(asAt)}.</p>
      ) : (
        <ul class="govuk-list">
          {byList.map((rules) => (
            <li>
              <a href={listHref(rules[0]!.list)}>{rules[0]!.title}</a>:{' '}
              {rules.map((rule, index) => (
                <>
                  {index > 0 ? '; ' : ''}
                  {rule.isOverdue ? <b>{rule.rule}</b> : rule.rule}
                  {rule.dueOn === null
                    ? ''
                    : `, ${rule.isOverdue ? 'was due' : 'due'} ${formatDay(rule.dueOn)}`}
                </>
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

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
        { text: describeSource(event) },
      ])}
    />
  </ScrollRegion>
)

const describeSource = ({ source, lane }: Pick<ChildEvent, 'source' | 'lane'>): string =>
  source
    ? [source.file, source.sheet, `row\u00a0${source.row.toLocaleString('en-GB')}`].filter(Boolean).join(', ')
    : lane === 'Kept in Waymark'
      ? 'Recorded in Waymark'
      : 'Calculated'

const timeOf = (instant: Instant): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/London')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
