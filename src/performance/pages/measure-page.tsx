import type { Person } from '../../access/index.ts'
import { ComparisonSection } from '../benchmarks/comparison-section.tsx'
import { ForecastAnswer, ForecastSection } from '../forecast/forecast-section.tsx'
import { formatMonthName, type Day } from '../../platform/day.ts'
import type { FrameProps } from '../../ui/frame.tsx'
import { Details } from '../../ui/components/details.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { describeUnavailable } from '../unavailable.ts'
import { formatLimit, needsActionOf, type BehindFigure, type Split } from '../../measures/index.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { describeArea } from './area.ts'
import { differingGroups, Groups } from '../disproportionality/groups-section.tsx'
import { CaseLink } from './case-link.tsx'
import { countsOf, describeAction } from './case-words.ts'
import { formatNumber } from '../../platform/words.ts'
import type { MeasureUse } from './figure-deps.ts'
import { fullTitle, HIDDEN_MEANS } from './figure-view.ts'
import type { TeamFunnel } from './team-funnel.ts'
import { FunnelSection } from './funnel-section.tsx'
import { KeeperLinks } from './keeper-links.tsx'
import { Definition } from './measure-definition.tsx'
import { MeasureFigure } from './measure-figure.tsx'
import { Months } from './measure-months.tsx'
import { measureSentence, openCount, type CompanionRow } from './measure-sentence.ts'
import { Splits, type SplitPart } from './measure-splits.tsx'
import type { SeriesState } from './measure-state.ts'
import { Facts } from './measure-facts.tsx'
import { OtherDays } from './row-parts.tsx'

export interface MeasurePageProps {
  frame: FrameProps
  person: Person
  asAt: Day
  /** The measure as the tracker would show it to this reader. */
  row: TrackerRow
  companions: readonly CompanionRow[]
  split: { by: Split; offered: readonly Split[]; parts: readonly SplitPart[] } | null
  /** Teams against the council; null where the split is another, or the measure no share. */
  funnel: TeamFunnel | null
  usedIn: readonly MeasureUse[]
  allMonths: boolean
  behind: BehindFigure
}

export function MeasurePage(props: MeasurePageProps) {
  const { frame, row, companions } = props
  const { series } = row
  const title = row.ref ? row.title : fullTitle(series)
  const { mayOpen, words } = props.behind
  const drawn = row.points.some((point) => point.value !== null)
  return (
    <Page
      frame={frame}
      title={title}
      section="/tracker"
      breadcrumbs={[
        { text: 'Tracker', href: '/tracker' },
        { text: describeArea(series.area), href: `/tracker?group=area#${series.area}` },
      ]}
    >
      <PageHeading
        caption={row.ref ? `${row.ref} · ${describeArea(series.area)}` : describeArea(series.area)}
        title={title}
        sentence={measureSentence(row, row.sentence, companions, words)}
      />
      <Missing row={row} />
      <OtherDays row={row} />
      {row.latest ? <Facts row={row} mayOpen={mayOpen} /> : null}
      <div class="wm-with-side">
        <div>{drawn ? <MeasureFigure row={row} companions={companions} asAt={props.asAt} /> : null}</div>
        <Side {...props} />
      </div>
      {props.split && drawn ? (
        <Splits
          series={series}
          {...props.split}
          target={row.target}
          mayOpen={mayOpen}
          differing={differingParts(props)}
        />
      ) : null}
      {props.split ? (
        <Groups
          series={series}
          by={props.split.by}
          points={props.split.parts.flatMap(({ state }) => state.points)}
        />
      ) : null}
      {props.funnel && drawn ? <FunnelSection series={series} team={props.funnel} /> : null}
      <ForecastSection row={row} />
      <ComparisonSection row={row} />
      {hidesAny(props) ? <p class="wm-note">{HIDDEN_MEANS}</p> : null}
      <div class="wm-pair wm-section">
        {row.points.length > 0 ? (
          <Months state={row} companions={companions} behind={props.behind} all={props.allMonths} />
        ) : null}
        <Definition series={series} />
      </div>
    </Page>
  )
}

/** What the sections on teams and on groups of children say differs, for the heading above them. */
function differingParts({ row: { series }, split, funnel }: MeasurePageProps): string[] {
  const groups = split
    ? differingGroups(series, split.by, split.parts.flatMap(({ state }) => state.points)) // prettier-ignore
    : []
  const teams = funnel?.funnel?.points.filter(({ standing }) => standing === 'far') ?? []
  return [...teams.map(({ name }) => name), ...groups]
}

/** The columns behind a measure that the files cannot answer. */
function Missing({ row }: { row: TrackerRow }) {
  const missing = row.available ? null : describeUnavailable(row.why ?? '')
  return missing ? <Details summaryText="Which columns" text={`${missing.reason}.`} /> : null
}

const hidesAny = ({ row, split }: MeasurePageProps): boolean =>
  [row.points, ...(split?.parts ?? []).map(({ state }) => state.points)].flat().some(({ hidden }) => hidden)

function Side({ row, companions, usedIn, behind, person }: MeasurePageProps) {
  return (
    <aside aria-label="About this figure">
      {behind.mayOpen ? <Behind state={row} companions={companions} many={behind.words.many} /> : null}
      {row.target !== null ? (
        <section class="wm-ruled">
          <h2>When will {formatLimit(row.target, row.series)} be met?</h2>
          <ForecastAnswer row={row} />
        </section>
      ) : null}
      <section class="wm-ruled">
        <h2>Where it is used</h2>
        {usedIn.length === 0 ? (
          <p>No recommendation and no report that you may open uses it yet.</p>
        ) : (
          <ul class="wm-plain-list">
            {usedIn.map((use) => (
              <li>
                <a href={use.href}>{use.text}</a>
                {use.note ? `, ${use.note}` : null}
                {use.alert ? (
                  <>
                    : <b>{use.alert}</b>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </section>
      {row.confidence.notes.length > 0 ? (
        <section class="wm-ruled">
          <h2>Notes on this measure</h2>
          {row.confidence.notes.map((note) => (
            <p>{note}</p>
          ))}
          <p>
            <a href="/data/quality/measures">How far each measure can be trusted</a>
          </p>
        </section>
      ) : null}
      <KeeperLinks person={person} series={row.series} />
    </aside>
  )
}

interface BehindProps {
  state: SeriesState
  companions: readonly CompanionRow[]
  many: string
}

/** The lists that a manager would open first: those who need action, and what must be read with the figure. */
function Behind({ state, companions, many }: BehindProps) {
  const { latest, series } = state
  if (!latest) return null
  const action = needsActionOf(series)
  const counts = countsOf(series, latest)
  const when = `${series.timing === 'stock' ? ' at the end of' : ' in'} ${formatMonthName(latest.period)}`
  const question = { series: series.id, period: latest.period }
  const needing = describeAction(action, counts)
  const counted = series.kind === 'count' ? (latest.value ?? 0) : (latest.denominator ?? 0)
  const links = [
    needing && action ? (
      <>
        <CaseLink question={{ ...question, met: action.met }} may>
          {needing}
        </CaseLink>
        {when}
      </>
    ) : counted > 0 && !action ? (
      <>
        <CaseLink question={{ ...question, met: 'all' }} may>
          {counts.all === null ? `The ${many}` : `All ${formatNumber(counts.all)} counted`}
        </CaseLink>
        {when}
      </>
    ) : counted > 0 && action?.met === 'all' ? (
      <>
        <CaseLink question={{ ...question, met: 'all' }} may>
          All {many} {action.words}
        </CaseLink>
        {when}
      </>
    ) : null,
    ...companions.map(({ companion, row }) =>
      companion.undone && row.latest && (openCount(row.latest) ?? 0) > 0 ? (
        <CaseLink question={{ series: row.series.id, period: row.latest.period, met: 'yes' }} may>
          {openCount(row.latest)?.toLocaleString('en-GB')} {companion.undone.short}
        </CaseLink>
      ) : null,
    ),
  ].filter((link) => link !== null)
  if (links.length === 0) return null
  return (
    <section class="wm-ruled">
      <h2>The {many} behind it</h2>
      <ul class="wm-plain-list">
        {links.map((link) => (
          <li>{link}</li>
        ))}
      </ul>
    </section>
  )
}
