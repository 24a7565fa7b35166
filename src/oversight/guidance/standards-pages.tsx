import { formatDay, type Day } from '../../platform/day.ts'
import { Button } from '../../ui/components/button.tsx'
import { Details } from '../../ui/components/details.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import type { Fields } from '../../records/index.ts'
import { RecordPage, type ListPageProps, type RecordPageProps } from '../../records/web.ts'
import { listOfId } from '../lists/lists.ts'
import {
  CLOCK_NAMES,
  clockOf,
  describeStandard,
  FIRST_STANDARDS,
  isAsCounted,
  practiceStandard,
  standardHref,
  standardOn,
  STANDARDS_AT,
  type ClockName,
  type PracticeStandard,
} from './practice-standard.ts'

type Listed = ListPageProps<typeof practiceStandard.fields> & { mayOpenLists: boolean }

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Each standard: what holds today, the list that it rules, and every version, those to come and earlier ones as well. */
export function StandardsPage({ frame, place, records, withdrawn, mayWrite, mayOpenLists }: Listed) {
  const { today } = frame
  const to = records.filter(({ fromOn }) => fromOn > today).length
  return (
    <Page
      frame={frame}
      title={practiceStandard.words.title}
      section={place.section}
      breadcrumbs={place.breadcrumbs}
    >
      <PageHeading
        caption="Visiting and planning, as dated versions: each holds from its day until the next one"
        title={practiceStandard.words.title}
        sentence={{
          bold:
            records.length === 0
              ? 'The council has set no version yet.'
              : `${records.length} ${records.length === 1 ? 'version' : 'versions'} of ${CLOCK_NAMES.length} standards.`,
          rest:
            to === 0
              ? 'None is to come.'
              : `${to} ${to === 1 ? 'is' : 'are'} to come after ${formatDay(today)}.`,
        }}
      />
      {mayWrite ? (
        <div class="govuk-button-group">
          <Button
            href={`${STANDARDS_AT}/new`}
            classes="govuk-button--secondary"
            text="Add a version of a standard"
          />
          <a class="govuk-link" href={`${STANDARDS_AT}/import`}>
            Bring in from a file
          </a>
        </div>
      ) : null}
      <p class="wm-links">
        <a href="/guidance">Guidance</a> <a href={`${STANDARDS_AT}/records.xlsx`}>Excel</a>{' '}
        <a href={`${STANDARDS_AT}/records.csv`}>CSV</a>
      </p>
      {CLOCK_NAMES.map((clock) => (
        <OneStandard clock={clock} versions={records} today={today} mayOpenLists={mayOpenLists} />
      ))}
      {withdrawn.length > 0 ? (
        <Details summaryText={`${withdrawn.length} withdrawn`}>
          <ul class="govuk-list">
            {withdrawn.map(({ record, withdrawal }) => (
              <li>
                <a href={standardHref(record.id)}>{practiceStandard.nameOf(record)}</a>: {withdrawal.reason}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Page>
  )
}

interface OneStandardProps {
  today: Day
  mayOpenLists: boolean
  clock: ClockName
  versions: readonly PracticeStandard[]
}

function OneStandard({ today, clock, versions, mayOpenLists }: OneStandardProps) {
  const { title, list } = clockOf(clock)
  const own = versions.filter((version) => version.clock === clock)
  const ruling = standardOn(own, clock, today)
  const first = FIRST_STANDARDS.find((standard) => standard.clock === clock)!
  return (
    <section class="wm-part">
      <h2>{title}</h2>
      <p>
        <b>
          {ruling
            ? `Since ${formatDay(ruling.fromOn)}: ${describeStandard(ruling)}.`
            : `No version holds yet. The list counts ${describeStandard(first)}.`}
        </b>{' '}
        <Rules clock={clock} list={list} ruling={ruling} mayOpenLists={mayOpenLists} />
      </p>
      {own.length === 0 ? null : (
        <RecordTable
          caption={`Versions: ${title}`}
          captionClasses="govuk-visually-hidden"
          head={['Version', 'What it asks', 'State', 'Agreed by'].map((text) => ({ text }))}
          rows={own.map((version) => [
            { html: <a href={standardHref(version.id)}>From {formatDay(version.fromOn)}</a> },
            { text: capital(describeStandard(version)) },
            {
              text: version.id === ruling?.id ? 'Holds now' : version.fromOn > today ? 'To come' : 'Earlier',
            },
            { text: version.agreedBy },
          ])}
        />
      )}
    </section>
  )
}

interface RulesProps {
  mayOpenLists: boolean
  clock: ClockName
  list: string
  ruling: PracticeStandard | null
}

/** The list that a standard rules, with a link for those who may open lists, and where the list and its measure count by other intervals. */
function Rules({ mayOpenLists, clock, list, ruling }: RulesProps) {
  const first = FIRST_STANDARDS.find((standard) => standard.clock === clock)!
  const title = listOfId(list)?.title ?? list
  return (
    <>
      It rules the list {mayOpenLists ? <a href={`/lists/${list}`}>{title}</a> : title}.
      {ruling && !isAsCounted(ruling)
        ? ` The list and its measure count otherwise: ${describeStandard(first)}. The list says so, and how many of its rows are late by the standard.`
        : ''}
    </>
  )
}

/** One version, which never changes: what it asks, and until when. */
export function StandardPage(
  props: RecordPageProps<typeof practiceStandard.fields> & {
    versions: readonly PracticeStandard[]
    mayOpenLists: boolean
  },
) {
  const { record, versions, mayWrite, withdrawal, mayOpenLists } = props
  const { title, list } = clockOf(record.clock)
  const next = versions
    .filter(({ clock, fromOn }) => clock === record.clock && fromOn > record.fromOn)
    .toSorted((left, right) => (left.fromOn < right.fromOn ? -1 : 1))[0]
  const until = next
    ? ` until the version from ${formatDay(next.fromOn)}`
    : ', and no later version is there yet'
  return (
    <FixedPage {...props} mayWrite={mayWrite && !withdrawal}>
      <p>
        <b>{capital(describeStandard(record))}.</b>{' '}
        {withdrawal ? 'It counts no more.' : `It holds from ${formatDay(record.fromOn)}${until}.`}{' '}
        <Rules
          clock={record.clock}
          list={list}
          ruling={withdrawal ? null : record}
          mayOpenLists={mayOpenLists}
        />
      </p>
      <p class="wm-links">
        {next ? <a href={standardHref(next.id)}>The next version</a> : null}{' '}
        {mayWrite ? <a href={`${STANDARDS_AT}/new`}>Add a version</a> : null}{' '}
        <a href={STANDARDS_AT}>All versions of {title.toLowerCase()}</a>
      </p>
    </FixedPage>
  )
}

/** The page of a record that never changes and may be withdrawn. */
export function FixedPage<Shape extends Fields>(props: RecordPageProps<Shape>) {
  const { place, record, mayWrite } = props
  return (
    <RecordPage {...props} mayWrite={false}>
      {props.children}
      {mayWrite ? (
        <p class="wm-links">
          <a href={`${place.at}/${record.id}/withdraw`}>Withdraw</a>
        </p>
      ) : null}
    </RecordPage>
  )
}
