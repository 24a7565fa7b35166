import { describeScope, type Scope } from '../../access/index.ts'
import { formatDay } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import { Select } from '../../ui/components/select.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { PrintedBy } from '../../ui/printed-by.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { heaviest, type Diary, type DiaryGroup } from './diary.ts'
import { DiaryAxis, DiaryKey, DiaryPicture } from './diary-picture.tsx'
import { describeDiffering } from './counted-standards.ts'
import { diaryHref, shifted, type DiaryQuery } from './diary-query.ts'
import type { DiaryView } from './diary-read.ts'
import { Clashes, EveryMeeting, Reports, ToRecord } from './diary-tables.tsx'
import { MEETING_KINDS } from './meeting.ts'

interface DiaryPageProps {
  frame: FrameProps
  scope: Scope
  view: DiaryView
  mayBook: boolean
  mayHaveCalendar: boolean
}

/** Six weeks of conferences and reviews: who has what, clashes, reports due and attendance to record (child-level). */
export function DiaryPage({ frame, scope, view, mayBook, mayHaveCalendar }: DiaryPageProps) {
  const { query, diary, hasFile } = view
  return (
    <Page
      frame={frame}
      title="Diary of conferences and reviews"
      section="/lists"
      breadcrumbs={[{ text: 'Lists', href: '/lists' }]}
      wide
    >
      <PageHeading
        caption={`${formatDay(diary.days[0]!)} to ${formatDay(diary.days.at(-1)!)}: ${describeScope(scope)}`}
        title="Diary of conferences and reviews"
        sentence={sentenceOf(diary)}
      />
      <PrintedBy frame={frame} />
      {hasFile ? null : (
        <p class="govuk-inset-text">
          No file of conferences has been loaded, so only what is booked in Waymark is here. Send the file of
          conferences with the next load.
        </p>
      )}
      {mayBook ? <Button href="/diary/new" text="Book a meeting" classes="govuk-button--secondary" /> : null}
      <Filters view={view} mayHaveCalendar={mayHaveCalendar} />
      {diary.clashes.length === 0 ? null : <Clashes diary={diary} />}
      {diary.groups.map((group) => (
        <Group group={group} diary={diary} query={query} />
      ))}
      {diary.groups.length > 0 ? <DiaryKey /> : <p>Nothing is booked in these six weeks.</p>}
      <Reports diary={diary} />
      {view.differing.length === 0 ? null : (
        <p class="govuk-inset-text">
          The diary follows the standards that are set. The figures of {formatDay(view.asAt)} were worked out
          before: {view.differing.map(describeDiffering).join('; ')}. The next load brings them together.
        </p>
      )}
      <ToRecord diary={diary} />
      <EveryMeeting diary={diary} />
      <p class="wm-note">
        The day of a meeting is day 0 when a report’s day is counted back; weekends and bank holidays are
        skipped. <a href="/report-standards">By when reports must reach families</a>. A clash is two meetings
        in one half-day, or a meeting while away. Opening this page was recorded, with the children on it.
      </p>
    </Page>
  )
}

function sentenceOf(diary: Diary): { bold: string; rest: string } {
  const { clashes, reports, booked, toRecord } = diary
  const late = reports.filter(({ daysLate }) => daysLate > 0).length
  const clash = clashes.length === 0 ? 'Nothing clashes' : formatCount(clashes.length, 'clash', 'clashes')
  const most = heaviest(diary)
  return {
    bold: `${clash}, and ${late === 0 ? 'no report is' : `${formatCount(late, 'report')} ${late === 1 ? 'is' : 'are'}`} late for the family.`,
    rest: [
      `${formatCount(booked.length, 'meeting')} in six weeks.`,
      most ? `${most.who} has most in one week: ${most.meetings}.` : '',
      toRecord.length === 0 ? '' : `Who came is still to be recorded for ${formatNumber(toRecord.length)}.`,
    ]
      .filter(Boolean)
      .join(' '),
  }
}

/** What the diary is narrowed by besides the kind of meeting. */
const NARROWED = [
  { name: 'team', label: 'Team', all: 'All teams', among: 'teams' },
  { name: 'worker', label: 'Worker', all: 'All workers', among: 'workers' },
  { name: 'chair', label: 'Chair', all: 'All chairs', among: 'chairs' },
  { name: 'place', label: 'Place', all: 'All places', among: 'places' },
] as const

function Filters({
  view: { query, names },
  mayHaveCalendar,
}: Pick<DiaryPageProps, 'view' | 'mayHaveCalendar'>) {
  return (
    <div class="wm-list-filters">
      <form method="get" action="/diary" class="wm-list-filters__form">
        <input type="hidden" name="from" value={query.from} />
        <Choice
          name="kind"
          label="Meetings"
          all="All three kinds"
          value={query.kind}
          items={Object.entries(MEETING_KINDS).map(([value, { words: text }]) => ({ value, text }))}
        />
        {NARROWED.map(({ name, label, all, among }) => (
          <Choice name={name} label={label} all={all} value={query[name]} items={itemsOf(names[among])} />
        ))}
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
          Show
        </button>
      </form>
      <p class="wm-list-filters__links">
        <a href={diaryHref(shifted(query, -6))}>Earlier</a> · <a href={diaryHref(shifted(query, 6))}>Later</a>
      </p>
      <p class="wm-list-filters__files">
        <a href="/diary/not-attended">Not attended</a>{' '}
        {mayHaveCalendar ? <a href="/calendar">Your calendar</a> : null}{' '}
        <a href={diaryHref(query, '.xlsx')}>Excel</a> <a href={diaryHref(query, '.csv')}>CSV</a>
      </p>
    </div>
  )
}

const itemsOf = (names: readonly string[]) => names.map((text) => ({ text, value: text }))

export const Choice = (props: {
  name: string
  label: string
  all: string
  items: readonly { text: string; value: string }[]
  value: string | null
}) =>
  props.items.length < 2 && props.value === null ? null : (
    <Select
      name={props.name}
      label={{ text: props.label }}
      value={props.value ?? ''}
      items={[{ value: '', text: props.all }, ...props.items]}
    />
  )

const Group = ({ group, diary, query }: { group: DiaryGroup; diary: Diary; query: DiaryQuery }) => (
  <>
    <h2 class="wm-section">
      {group.title} <span class="wm-secondary">{formatCount(group.rows.length, group.what)}</span>
    </h2>
    <ScrollRegion label={`Six weeks: ${group.title}`}>
      <RecordTable
        caption={`Six weeks: ${group.title}`}
        captionClasses="govuk-visually-hidden"
        head={[
          { text: 'Who' },
          { text: 'Six weeks', html: <DiaryAxis span={diary} /> },
          { text: 'Meetings', format: 'numeric' },
          { text: 'Most in a week', format: 'numeric' },
        ]}
        rows={group.rows.map((row) => [
          {
            html: (
              <a href={diaryHref({ from: query.from, kind: query.kind, [group.what]: row.who })}>{row.who}</a>
            ),
            classes: group.what === 'place' ? undefined : 'wm-nowrap',
          },
          { html: <DiaryPicture row={row} span={diary} />, classes: 'wm-diary-cell' },
          { text: formatNumber(row.booked.length), format: 'numeric' },
          { text: formatNumber(row.mostInWeek), format: 'numeric' },
        ])}
      />
    </ScrollRegion>
  </>
)
