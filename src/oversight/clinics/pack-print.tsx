import { dayInEngland, formatDay, type Instant } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page } from '../../ui/page.tsx'
import { ColumnHeads } from '../../ui/tables/column-heads.tsx'
import { ClockBar, clockOf, scaleOf } from '../lists/clock-bar.tsx'
import { formatOver } from '../lists/days-over.ts'
import { namedRules, workerOf } from '../lists/list-rows.ts'
import { listOfId } from '../lists/lists.ts'
import { clinicHref, listsOf } from './clinic.ts'
import type { PackEntry } from './clinic-pack.ts'
import type { ClinicView } from './clinic-read.ts'
import { describePromises, describeVerdict } from './clinic-words.ts'

interface PackPrintProps {
  frame: FrameProps
  view: ClinicView
  printedBy: string
  at: Instant
}

/** Rows to write actions on, and to tally reasons that nobody has given before. */
const [BLANK_ACTIONS, BLANK_REASONS] = [5, 2]

/** The pack on paper: greyscale, with the screen's numbers, three lines to write on for each child, a tally and blank actions. */
export function PackPrintPage({ frame, view, printedBy, at }: PackPrintProps) {
  const { clinic, asAt, counts } = view
  const scale = scaleOf(view.teams.flatMap(({ entries }) => entries).map((entry) => clockIn(entry, view)))
  return (
    <Page
      frame={frame}
      title={`Pack of the clinic: ${clinic.title}`}
      section="/lists"
      breadcrumbs={[
        { text: 'Performance clinics', href: '/clinics' },
        { text: clinic.title, href: clinicHref(clinic.id) },
      ]}
    >
      <div class="wm-pack">
        <p class="wm-pack__printed">
          Printed by {printedBy}, {formatDay(dayInEngland(at))} at {timeInEngland(at)}. Copy ____ of ____.
          Shred after the clinic.{frame.demonstration ? ' Every child here is invented.' : ''}
        </p>
        <p class="wm-note wm-pack__screen">
          Use your browser’s Print. That this pack was opened to be printed is recorded, with the children in
          it.
        </p>
        <h1 class="wm-title">Performance clinic: {clinic.title}</h1>
        <p class="wm-secondary">
          {formatDay(clinic.heldOn)}
          {clinic.startsAt ? `, ${clinic.startsAt}` : ''}.{' '}
          {asAt === null ? '' : `Figures as at ${formatDay(asAt)}. `}
          Chair: {clinic.chair}.
        </p>
        <p class="wm-pack__sentence">
          <b>{describePromises(counts, view.since)}</b> {formatCount(counts.children, 'child', 'children')} to
          discuss.
        </p>
        {view.teams.map(({ team, total, entries }) =>
          entries.length === 0 ? null : (
            <>
              <h2 class="wm-section">
                {team}: {formatCount(total, 'child', 'children')}
              </h2>
              <ScrollRegion label={team}>
                <Children team={team} entries={entries} view={view} scale={scale} />
              </ScrollRegion>
            </>
          ),
        )}
        <FillIn view={view} />
      </div>
    </Page>
  )
}

interface ChildrenProps {
  team: string
  entries: readonly PackEntry[]
  view: ClinicView
  scale: number
}

const Children = ({ team, entries, view, scale }: ChildrenProps) => (
  <table class="govuk-table wm-pack__children">
    <caption class="govuk-visually-hidden">{team}</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['No.', 'Child', 'Days over', 'What holds; last promise', 'Was it kept?', 'Today'].map((head) => (
          <th scope="col" class="govuk-table__header">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {entries.map((entry) => (
        <Child entry={entry} view={view} scale={scale} />
      ))}
    </tbody>
    {/* Keeps the foot of each page free for the line that says who printed it. */}
    <tfoot class="wm-pack__foot" aria-hidden="true">
      <tr>
        <td colspan={6}>{'\u00a0'}</td>
      </tr>
    </tfoot>
  </table>
)

const clockIn = ({ row }: PackEntry, { asAt }: ClinicView) => {
  const list = listOfId(row.list)
  return list && asAt ? clockOf(list, row.rules[0], asAt) : null
}

function Child({ entry, view, scale }: { entry: PackEntry; view: ClinicView; scale: number }) {
  const { row, number, promise, agreed } = entry
  const list = listOfId(row.list)
  const clock = clockIn(entry, view)
  const verdict = describeVerdict(entry, view.asAt!)
  return (
    <tr class="govuk-table__row">
      <td class="govuk-table__cell">
        <b>{number}</b>
      </td>
      <th scope="row" class="govuk-table__header">
        {row.childId ?? row.caseId}
        {row.age === null ? null : (
          <span class="wm-pack__line">age {row.age === 0 ? 'under 1' : row.age}</span>
        )}
        <span class="wm-pack__line">{workerOf(row)}</span>
      </th>
      <td class="govuk-table__cell">
        <b class="wm-work-list__over">{formatOver(row.daysOver)}</b>
      </td>
      <td class="govuk-table__cell">
        {clock ? <ClockBar clock={clock} scale={scale} /> : null}
        {list ? <span class="wm-pack__line">{namedRules(list, row).join(', ')}</span> : null}
        {list && listsOf(view.clinic).length > 1 ? <span class="wm-pack__line">{list.title}</span> : null}
        {promise ? (
          <>
            <b>{promise.reason}.</b> {promise.plan}
            <span class="wm-pack__line">
              {promise.owner}, by {formatDay(promise.checkBackOn)}
            </span>
          </>
        ) : (
          <b class="wm-no-answer">No answer</b>
        )}
      </td>
      <td class="govuk-table__cell">
        <b>{verdict.word}.</b> {verdict.why}
      </td>
      <td class="govuk-table__cell wm-pack__today">
        {agreed ? (
          <>
            <b>{agreed.reason}.</b> {agreed.plan}
            <span class="wm-pack__line">
              {agreed.owner}, by {formatDay(agreed.checkBackOn)}
            </span>
          </>
        ) : (
          ['Reason', 'Agreed', 'Owner, by'].map((label) => <span class="wm-pack__write">{label}</span>)
        )}
      </td>
    </tr>
  )
}

/** The page that the room fills in together. */
function FillIn({ view }: { view: ClinicView }) {
  const { reasons, left, leftTotal } = view
  return (
    <div class="wm-pack__fill">
      <h2 class="wm-title">To fill in together</h2>
      <p class="wm-secondary">
        Reasons go to the Board as counts. Actions go to their owners when the clinic closes.
      </p>
      <h3 class="wm-section">Reasons today</h3>
      <ToWrite
        caption="Reasons today"
        kind="reasons"
        heads={['Reason', 'Last time', 'Tally', 'Today']}
        rows={[
          ...reasons.map(({ reason, last }) => [reason, String(last)]),
          ...blanks(BLANK_REASONS),
          ['All', String(reasons.reduce((sum, { last }) => sum + last, 0))],
        ]}
      />
      <h3 class="wm-section">Actions not about one child</h3>
      <ToWrite
        caption="Actions not about one child"
        kind="actions"
        heads={['Action', 'Owner', 'By']}
        rows={blanks(BLANK_ACTIONS)}
      />
      {leftTotal === 0 ? null : (
        <>
          <h3 class="wm-section">Left the list: {leftTotal}</h3>
          <p>
            Promises kept, because the rule cleared
            {left.length === 0 ? '.' : `: ${left.map(({ promise }) => promise.subject).join(', ')}.`}
          </p>
        </>
      )}
      <h3 class="wm-section">How promises are judged</h3>
      <p>
        Kept: the rule has cleared. Not kept: its day has passed inside the figures and the rule still holds.
        Came back: the child had left the list, or the rule had cleared, and is there again. Cannot tell: its
        day is after {view.asAt === null ? 'the figures end' : formatDay(view.asAt)}, or the figures do not
        hold it.
      </p>
    </div>
  )
}

const blanks = (count: number): string[][] => Array.from({ length: count }, () => [])

interface ToWriteProps {
  caption: string
  kind: 'reasons' | 'actions'
  heads: readonly string[]
  rows: readonly string[][]
}

/** A table to fill in by hand. */
const ToWrite = (props: ToWriteProps) => (
  <table class={`govuk-table wm-pack__tally wm-pack__tally--${props.kind}`}>
    <caption class="govuk-visually-hidden">{props.caption}</caption>
    <ColumnHeads heads={props.heads} />
    <tbody class="govuk-table__body">
      {props.rows.map((row) => (
        <tr class="govuk-table__row">
          {props.heads.map((_head, index) => (
            <td class="govuk-table__cell">{row[index] ?? '\u00a0'}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const timeInEngland = (at: Instant): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO('Europe/London')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
