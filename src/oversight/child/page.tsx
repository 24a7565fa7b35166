import { formatDay, type Instant } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { SummaryList } from '../../ui/components/summary-list.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { listHref } from '../lists/list-query.ts'
import { Events, StandsOut } from './events-part.tsx'
import { ChildLanes } from './lanes.tsx'
import { shownEvents, shownHref, yearsOf, type ShownQuery } from './shown.ts'
import { standsOut, type Finding } from './stands-out.ts'
import type { PlaceOnList } from './place-on-list.ts'
import { nameOfDue, nextDue, openNow, formatAgeAndSex, describeOverdue, type ChildRecord } from './record.ts'
import { wordsOf } from './code-words.ts'

interface ChildPageProps {
  frame: FrameProps
  record: ChildRecord
  /** Null where they came from no list. */
  place: PlaceOnList | null
  /** What is drawn and listed, and the address that asked for it. */
  query: ShownQuery
  opened: Readonly<Record<string, string>>
  /** Where the case system shows the child; null where the council has set no address. */
  caseSystem: string | null
  /** "this child is allocated to your team" */
  why: string
  recordedAt: Instant
}

/** Child-level. The address and the title do not identify the child. */
export const ChildPage = (props: ChildPageProps) => {
  const { frame, record, place, query, opened, caseSystem, why, recordedAt } = props
  return (
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
      <Drawing {...props} />
      {record.notInSource.length > 0 ? (
        <p class="govuk-body-s">
          Not in these files, so unknown: {record.notInSource.join(', ').toLowerCase()}.
        </p>
      ) : null}
      <Events events={record.events} query={query} opened={opened} />
      <p class="govuk-body-s">
        You may see this child because {why}. Opening this page was recorded at {timeOf(recordedAt)}. The
        number is from the case system; Waymark has no names.
      </p>
    </Page>
  )
}

/** The drawing of the last twelve months or of a year, its sentence, and what stands out at the end of the data. */
const Drawing = ({ record, query, opened }: ChildPageProps) => {
  const { year } = query
  const findings = year === null ? standsOut(record) : []
  const title = year === null ? 'The last twelve months' : `The year ${year}`
  return (
    <>
      <h2 class="govuk-heading-m" id="drawing">
        {title}
      </h2>
      <Years record={record} query={query} opened={opened} />
      <p class="govuk-body">{year === null ? describeFindings(findings) : describeYear(record, year)}</p>
      <ScrollRegion label={title}>
        <ChildLanes record={record} year={year} findings={findings} />
      </ScrollRegion>
      <p class="govuk-body-s">
        Filled dot: done. Hollow dot: a contact, or the child was not seen. Diamond: due, orange when overdue.
        Bar: work under way, orange past its limit.
        {year === null ? ` Shaded: after the data, which end on ${formatDay(record.asAt)}.` : null}
      </p>
      {year === null ? <StandsOut findings={findings} /> : null}
    </>
  )
}

const describeFindings = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? 'The rules that Waymark looks at pick nothing out.'
    : `${formatCount(findings.length, 'thing')} to look at, each by a rule that is named below the picture. No rule weighs anything, and there is no score.`

function describeYear({ events }: ChildRecord, year: number): string {
  const { all, counts } = shownEvents(events, { year, kind: null })
  const late = counts.find(([kind]) => kind === 'late')?.[1] ?? 0
  return `${formatCount(all, 'event')} in ${year}, ${late === 0 ? 'none' : late} of them late. The table below has each.`
}

/** The last twelve months, then each year in which there is something. */
const Years = ({ record, query, opened }: Pick<ChildPageProps, 'record' | 'query' | 'opened'>) => (
  <p class="govuk-body">
    {query.year === null ? (
      <b>The last twelve months</b>
    ) : (
      <a href={shownHref(opened, { year: null, kind: null }, '#drawing')}>The last twelve months</a>
    )}
    {yearsOf(record).map((year) => (
      <>
        {' · '}
        {year === query.year ? (
          <b>{year}</b>
        ) : (
          <a href={shownHref(opened, { year, kind: null }, '#drawing')}>{year}</a>
        )}
      </>
    ))}
  </p>
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

const timeOf = (instant: Instant): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/London')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
