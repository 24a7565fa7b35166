import type { FrameProps } from '../../ui/frame.tsx'
import { SpcMark, TargetMark } from '../../ui/charts/marks.tsx'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Table } from '../../ui/components/table.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { formatMarks } from '../spc/describe-rule.ts'
import { USUAL_RUNS } from '../spc/run-rules.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { formatCount } from '../../platform/words.ts'
import { Changing, WillMeet } from './row-parts.tsx'
import {
  overviewOf,
  overviewSentence,
  describeChangeOf,
  describeMeeting,
  type Overview,
} from './tracker-overview.ts'

export function TrackerOverviewPage({ frame, rows }: { frame: FrameProps; rows: readonly TrackerRow[] }) {
  const overview = overviewOf(rows)
  return (
    <Page
      frame={frame}
      title="Overview of the tracker"
      section="/tracker"
      breadcrumbs={[{ text: 'Tracker', href: '/tracker' }]}
    >
      <PageHeading
        caption={formatCount(rows.length, 'measure', 'measures')}
        title="Is it changing, and will it meet its target?"
        sentence={overviewSentence(rows)}
      />
      <div class="wm-desk">
        <ScrollRegion label="Measures by change and target">
          <Grid overview={overview} />
        </ScrollRegion>
      </div>
      <div class="wm-phone">
        <Lists overview={overview} />
      </div>
      <p class="wm-note wm-note--after">
        {formatMarks(rows[0]?.spc.runLengths ?? USUAL_RUNS)} A target beyond the usual range will be met or
        missed every month; one inside it is met or missed by chance. The same numbers:{' '}
        <a href="/tracker/overview.xlsx">Excel</a>, <a href="/tracker/overview.csv">CSV</a>.
      </p>
      <section class="wm-section">
        <h2>The same as a table</h2>
        <ScrollRegion label="Each measure with its marks">
          <Table
            caption="Each measure, whether it is changing and will meet its target"
            captionClasses="govuk-visually-hidden"
            firstCellIsHeader
            head={[{ text: 'Measure' }, { text: 'Is it changing?' }, { text: 'Will it meet the target?' }]}
            rows={overview.lines
              .flatMap(({ cells }) => cells.flatMap((cell) => cell.rows))
              .map((row) => [
                { html: <Measure row={row} /> },
                { html: <Changing spc={row.spc} available={row.available} /> },
                { html: <WillMeet row={row} /> },
              ])}
          />
        </ScrollRegion>
      </section>
    </Page>
  )
}

const Measure = ({ row }: { row: TrackerRow }) => (
  <>
    <span class="wm-secondary">{row.ref}</span> <a href={`/measures/${row.series.id}`}>{row.title}</a>
  </>
)

const Grid = ({ overview: { meetings, lines } }: { overview: Overview }) => (
  <table class="wm-overview">
    <caption class="govuk-visually-hidden">
      Measures by whether they are changing, down, and whether they will meet their target, across
    </caption>
    <thead>
      <tr>
        <th scope="col">Is it changing?</th>
        {meetings.map((meeting) => (
          <th scope="col">
            <span class="wm-said--under">
              {meeting === 'no-target' ? null : <TargetMark verdict={meeting} />}
              <span>{describeMeeting(meeting)}</span>
            </span>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lines.map(({ change, cells }) => (
        <tr>
          <th scope="row">
            <span class="wm-said">
              <SpcMark verdict={change} />
              <span>{describeChangeOf(change)}</span>
            </span>
          </th>
          {cells.map(({ rows }) => (
            <td>
              {rows.length === 0 ? (
                <span class="wm-secondary">–</span>
              ) : (
                <>
                  <b class="wm-overview__count">{rows.length}</b>
                  <ul class="wm-plain-list">
                    {rows.map((row) => (
                      <li>
                        <Measure row={row} />
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** The overview on a phone: a list for each way of changing. */
const Lists = ({ overview: { lines } }: { overview: Overview }) => (
  <>
    {lines.map(({ change, cells }) => (
      <section class="wm-overview-list">
        <h2 class="wm-said">
          <SpcMark verdict={change} />
          <span>{describeChangeOf(change)}</span>
        </h2>
        {cells
          .filter(({ rows }) => rows.length > 0)
          .map(({ meeting, rows }) => (
            <>
              <h3 class="wm-said">
                {meeting === 'no-target' ? null : <TargetMark verdict={meeting} />}
                <span>
                  {describeMeeting(meeting)}: {rows.length}
                </span>
              </h3>
              <ul class="wm-plain-list">
                {rows.map((row) => (
                  <li>
                    <Measure row={row} />
                  </li>
                ))}
              </ul>
            </>
          ))}
      </section>
    ))}
  </>
)
