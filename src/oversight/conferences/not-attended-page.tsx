import { describeScope, type Scope } from '../../access/index.ts'
import { formatDayOfYear, formatMonth, shiftMonth } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { measureHref } from '../../ui/links.ts'
import { Page, PageHeading } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { Choice } from './diary-page.tsx'
import { Children, dayCell } from './diary-tables.tsx'
import { meetingHref, missedHref } from './diary-query.ts'
import type { MissedView } from './diary-read.ts'
import { MEETING_KINDS, teamsOf, whoCame, workersOf } from './meeting.ts'
import type { AttendanceCounts, Missing } from './not-attended.ts'

interface NotAttendedPageProps {
  frame: FrameProps
  scope: Scope
  view: MissedView
  mayAnswer: boolean
}

/** Conferences and reviews of a month that children's own workers did not attend, and why (child-level). */
export function NotAttendedPage({ frame, scope, view, mayAnswer }: NotAttendedPageProps) {
  const { query, found } = view
  const { counts, unanswered, answered } = found
  return (
    <Page
      frame={frame}
      title="Meetings the allocated worker did not attend"
      section="/lists"
      breadcrumbs={[
        { text: 'Lists', href: '/lists' },
        { text: 'Diary', href: '/diary' },
      ]}
      wide
    >
      <PageHeading
        caption={`${formatMonth(query.month)}: ${describeScope(scope)}`}
        title="Meetings the allocated worker did not attend"
        sentence={sentenceOf(view)}
      />
      <Filters view={view} />
      <h2 class="wm-section">No reason yet: {describe(unanswered)}</h2>
      {unanswered.length === 0 ? (
        <p>Every one has a reason.</p>
      ) : (
        <Rows rows={unanswered} mayAnswer={mayAnswer} />
      )}
      {query.only === 'unanswered' ? null : (
        <>
          <h2 class="wm-section">Reason given: {describe(answered)}</h2>
          {answered.length === 0 ? <p>None.</p> : <Rows rows={answered} mayAnswer={mayAnswer} />}
        </>
      )}
      <Reasons counts={counts} />
      <p class="wm-note">
        Counted per child. The worker is the one allocated on the day. A duty worker or a manager is someone
        else, never the allocated worker. Blank attendance counts as not attended until the chair confirms it.
        Managers have five working days to give a reason; then the head of service is asked. The same are
        counted by <a href={measureHref('cp-sw-attended.icpc')}>cp-sw-attended</a> and{' '}
        <a href={measureHref('lac-review-sw.attended')}>lac-review-sw</a>, once a load has taken in what was
        recorded here. <a href="/absence-reasons">The reasons</a> are the council’s own. Opening this page was
        recorded, with the children on it.
      </p>
    </Page>
  )
}

const childrenOf = (rows: readonly Missing[]): number =>
  rows.reduce((sum, { children }) => sum + children.length, 0)
const describe = (rows: readonly Missing[]): string =>
  `${formatCount(childrenOf(rows), 'child', 'children')}, ${formatCount(new Set(rows.map(({ meeting }) => meeting.ref)).size, 'meeting')}`

function sentenceOf({ query, found: { counts, answered } }: MissedView): { bold: string; rest: string } {
  const { children, came, nobody } = counts
  if (children === 0)
    return { bold: `No meeting of ${formatMonth(query.month)} is known to have been held.`, rest: '' }
  return {
    bold: `${formatNumber(children - came)} of ${formatCount(children, 'child', 'children')} in ${formatMonth(query.month)} had a meeting without their allocated worker; ${formatNumber(childrenOf(answered))} ${childrenOf(answered) === 1 ? 'has' : 'have'} a reason.`,
    rest: nobody === 0 ? '' : `For ${formatCount(nobody, 'child', 'children')} nobody came.`,
  }
}

const Filters = ({ view: { query, teams, found } }: Pick<NotAttendedPageProps, 'view'>) => (
  <div class="wm-list-filters">
    <form method="get" action="/diary/not-attended" class="wm-list-filters__form">
      <input type="hidden" name="month" value={query.month} />
      <Choice
        name="kind"
        label="Meetings"
        all="All three kinds"
        value={query.kind}
        items={Object.entries(MEETING_KINDS).map(([value, { words: text }]) => ({ value, text }))}
      />
      <Choice
        name="team"
        label="Team"
        all="All teams"
        value={query.team}
        items={teams.map((text) => ({ text, value: text }))}
      />
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
        Show
      </button>
    </form>
    <p class="wm-list-filters__links">
      <a href={missedHref({ ...query, month: shiftMonth(query.month, -1) })}>
        {formatMonth(shiftMonth(query.month, -1))}
      </a>{' '}
      · <b>{formatMonth(query.month)}</b> ·{' '}
      <a href={missedHref({ ...query, month: shiftMonth(query.month, 1) })}>
        {formatMonth(shiftMonth(query.month, 1))}
      </a>{' '}
      ·{' '}
      {query.only === null ? (
        <a href={missedHref({ ...query, only: 'unanswered' })}>
          Only without a reason ({childrenOf(found.unanswered)})
        </a>
      ) : (
        <a href={missedHref({ ...query, only: null })}>All</a>
      )}
    </p>
    <p class="wm-list-filters__files">
      <a href={missedHref(query, '.xlsx')}>Excel</a> <a href={missedHref(query, '.csv')}>CSV</a>
    </p>
  </div>
)

const HEAD = [
  'Held',
  'Meeting',
  'Children',
  'Team',
  'Allocated that day',
  'Who came',
  'Asked',
  'Reason given',
]

const Rows = ({ rows, mayAnswer }: { rows: readonly Missing[]; mayAnswer: boolean }) => (
  <ScrollRegion label="Meetings not attended">
    <RecordTable
      caption="Meetings not attended"
      head={HEAD.map((text) => ({ text }))}
      rows={rows.map((row) => [
        dayCell(row.heldOn),
        {
          html: (
            <>
              <a href={meetingHref(row.meeting.ref)}>{MEETING_KINDS[row.meeting.kind].words}</a>
              {row.meeting.chair ? <span class="wm-list-rule">chair {row.meeting.chair}</span> : null}
            </>
          ),
        },
        { html: <Children meeting={row} /> },
        { text: teamsOf(row).join(', ') || 'Not known' },
        { text: workersOf(row).join(', ') || 'Nobody' },
        { text: [...new Set(row.children.map(whoCame))].join('; ') },
        { text: formatDayOfYear(row.askedOn) },
        { html: <Reason row={row} mayAnswer={mayAnswer} /> },
      ])}
    />
  </ScrollRegion>
)

function Reason({ row, mayAnswer }: { row: Missing; mayAnswer: boolean }) {
  const link = (text: string) =>
    mayAnswer ? (
      <a href={`${meetingHref(row.meeting.ref)}#reason`}>
        {text}
        <span class="govuk-visually-hidden">
          : {MEETING_KINDS[row.meeting.kind].words}, {formatDayOfYear(row.heldOn)}
        </span>
      </a>
    ) : null
  const { reason } = row
  if (!reason)
    return (
      <>
        <b class="wm-no-answer">No answer</b> {row.isPassedOn ? 'was due' : 'due'}{' '}
        {formatDayOfYear(row.answerDueOn)}
        {row.isPassedOn ? ': the head of service is asked' : ''}. {link('Give the reason')}
      </>
    )
  return (
    <>
      <b>{reason.missed}.</b> {reason.words}
      <span class="wm-list-rule">
        {reason.answeredOn === null
          ? 'From the council’s file.'
          : `Answered ${formatDayOfYear(reason.answeredOn)}, ${formatCount(reason.days ?? 0, 'working day')} after asking, by ${reason.answeredBy}.`}{' '}
        {link('Change')}
      </span>
    </>
  )
}

const BAR = 200

function Reasons({ counts }: { counts: AttendanceCounts }) {
  const most = Math.max(1, ...counts.reasons.map(({ children }) => children))
  return (
    <>
      <h2 class="wm-section">Reasons, counted for the Board</h2>
      {counts.reasons.length === 0 ? (
        <p>Every child’s own worker came.</p>
      ) : (
        <RecordTable
          caption="Reasons, counted for the Board"
          head={[{ text: 'Reason' }, { text: 'Children', format: 'numeric' }, { text: 'Share' }]}
          rows={counts.reasons.map(({ words, children, isAnswer }) => [
            { text: words },
            { text: formatNumber(children), format: 'numeric' },
            {
              html: (
                <svg width={BAR} height="12" viewBox={`0 0 ${BAR} 12`} aria-hidden="true" focusable="false">
                  <rect
                    x="0.5"
                    y="1.5"
                    width={Math.max(2, (children / most) * (BAR - 2))}
                    height="9"
                    fill={isAnswer ? '#7d93a6' : '#ffffff'}
                    stroke={isAnswer ? '#7d93a6' : '#0b0c0c'}
                  />
                </svg>
              ),
            },
          ])}
        />
      )}
      <p>
        Who came, child by child: {formatNumber(counts.children)}. The allocated worker for{' '}
        {formatNumber(counts.came)}, someone else for {formatNumber(counts.someoneElse)}, nobody for{' '}
        {formatNumber(counts.nobody)}, not recorded for {formatNumber(counts.blank)}. Brothers and sisters
        share a meeting: {formatNumber(counts.missedMeetings)} of {formatCount(counts.meetings, 'meeting')}{' '}
        went without.
      </p>
    </>
  )
}
