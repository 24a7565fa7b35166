import type { Month } from '../../platform/day.ts'
import type { FrameProps } from '../../ui/frame.tsx'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { SpcMark } from '../../ui/charts/marks.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { formatMarks } from '../spc/describe-rule.ts'
import { USUAL_RUNS } from '../spc/run-rules.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { formatCount } from '../../platform/words.ts'
import { TrackerCards } from './tracker-cards.tsx'
import { TrackerTable } from './tracker-table.tsx'
import { sectionsByArea, sectionsByState, trackerSentence, type TrackerSection } from './tracker-view.ts'

interface TrackerPageProps {
  frame: FrameProps
  /** As this reader may see them. */
  rows: readonly TrackerRow[]
  /** The measures whose lists this reader may open. */
  mayOpen: ReadonlySet<string>
  view: 'state' | 'area'
  /** Whether this reader may set how charts are read. */
  mayConfigure: boolean
}

export function TrackerPage({ frame, rows, mayOpen, view, mayConfigure }: TrackerPageProps) {
  const states = sectionsByState(rows)
  const sections = view === 'area' ? sectionsByArea(rows) : states
  const month = latestMonth(rows)
  return (
    <Page frame={frame} title="Tracker" section="/tracker">
      <PageHeading
        caption={formatCount(rows.length, 'headline measure', 'headline measures')}
        title="Tracker"
        sentence={trackerSentence(rows)}
      />
      <div class="wm-desk">
        <States states={states} linked={view === 'state'} idPrefix="" />
      </div>
      <div class="wm-phone">
        <States states={states} linked={view === 'state'} idPrefix="list-" />
      </div>
      <div class="wm-views">
        <p>
          {view === 'state' ? <b>Off track first</b> : <a href="/tracker">Off track first</a>}
          {' · '}
          {view === 'area' ? <b>Grouped by area</b> : <a href="/tracker?group=area">Group by area</a>}
          {' · '}
          <a href="/tracker/overview">Overview of marks</a>
        </p>
        <p class="wm-views__files">
          Download as <a href="/tracker/latest.xlsx">Excel</a> or <a href="/tracker/latest.csv">CSV</a>, for
          the council. To publish, take the <a href="/tracker/latest.csv?for=public">public CSV</a>.
        </p>
      </div>
      <Key />
      <div class="wm-desk">
        <ScrollRegion label="Headline measures" classes="wm-scroll--tracker">
          <TrackerTable sections={sections} month={month} mayOpen={mayOpen} />
        </ScrollRegion>
      </div>
      <div class="wm-phone">
        <TrackerCards sections={sections} month={month} mayOpen={mayOpen} />
      </div>
      <p class="wm-note wm-note--after">
        Usual range: mean ± 2.66 × mean moving range; for a share of few or very unequal numbers, the average
        ± 3 standard errors by each month’s number. {formatMarks(rows[0]?.spc.runLengths ?? USUAL_RUNS)}{' '}
        Confidence: share of records with every field the measure needs. England: the month’s own year, or the
        last published before it.
        {mayConfigure ? (
          <>
            {' '}
            <a href="/tracker/charts">How charts are read</a>{' '}
            <a href="/tracker/targets">Targets of all measures</a>
          </>
        ) : null}
      </p>
    </Page>
  )
}

/** How many measures are in each state, each a link to its rows as this screen shows them. */
const States = (props: { states: readonly TrackerSection[]; linked: boolean; idPrefix: '' | 'list-' }) => (
  <ul class="wm-states">
    {props.states.map((section) => (
      <li>
        <b class="wm-states__count">{section.rows.length}</b>
        {props.linked ? (
          <a href={`#${props.idPrefix}${section.id}`}>{section.title}</a>
        ) : (
          <span>{section.title}</span>
        )}
      </li>
    ))}
  </ul>
)

/** The latest month that any measure has. */
const latestMonth = (rows: readonly TrackerRow[]): Month | null =>
  rows.reduce<Month | null>(
    (latest, row) => (row.period !== null && (latest === null || row.period > latest) ? row.period : latest),
    null,
  )

const Key = () => (
  <div class="wm-key wm-desk">
    <ul>
      <li>
        <b>How to read a row</b>
      </li>
      <li class="wm-said">
        <svg width="44" height="14" aria-hidden="true" focusable="false">
          <rect y="1" width="44" height="12" fill="#e9eff4" />
          <path d="M0 1h44M0 13h44" stroke="#6f7a82" />
        </svg>
        usual range
      </li>
      <li class="wm-said">
        <svg width="34" height="14" aria-hidden="true" focusable="false">
          <path d="M0 7h34" stroke="#0b0c0c" stroke-width="1.6" stroke-dasharray="5 3" />
        </svg>
        target
      </li>
      <li class="wm-said">
        <SpcMark verdict="worsening" direction="up" /> worsening
      </li>
      <li class="wm-said">
        <SpcMark verdict="improving" direction="up" /> improving
      </li>
      <li class="wm-said">
        <SpcMark verdict="steady" /> steady
      </li>
      <li class="wm-said">
        <SpcMark verdict="higher" /> higher or lower than usual
      </li>
      <li class="wm-said">
        <SpcMark verdict="none" /> too few points, or no limits
      </li>
    </ul>
    <p>The arrow is the way the figure moved. The shape says whether that is good.</p>
  </div>
)

export const NoDataPage = ({
  frame,
  title,
  section,
}: {
  frame: FrameProps
  title: string
  section: string
}) => (
  <Page frame={frame} title={title} section={section}>
    <PageHeading
      title={title}
      sentence={{
        bold: 'There are no figures yet.',
        rest: 'They appear once the data team has brought in the first files.',
      }}
    />
  </Page>
)
