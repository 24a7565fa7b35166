import type { Person } from '../../access/index.ts'
import { ComparisonSection } from '../benchmarks/comparison-section.tsx'
import { describePublished, describeSimilar } from '../benchmarks/describe-published.ts'
import { ForecastAnswer, ForecastSection } from '../forecast/forecast-section.tsx'
import { formatDayOfYear, formatMonth, formatMonthName, type Day } from '../../platform/day.ts'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { pathAt } from '../tracker/target-path.ts'
import { formatFigure, formatLimit, type Split } from '../../measures/index.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { describeArea } from './area.ts'
import { Groups } from '../disproportionality/groups-section.tsx'
import { CaseLink } from './case-link.tsx'
import type { UsedIn } from './figure-deps.ts'
import { fullTitle, HIDDEN_MEANS, seesCases } from './figure-view.ts'
import type { TeamFunnel } from './funnel-reading.ts'
import { FunnelSection } from './funnel-section.tsx'
import { KeeperLinks } from './keeper-links.tsx'
import { Definition } from './measure-definition.tsx'
import { MeasureFigure } from './measure-figure.tsx'
import { Months } from './measure-months.tsx'
import { measureSentence, openCount, type Beside } from './measure-sentence.ts'
import { Splits, type SplitPart } from './measure-splits.tsx'
import type { SeriesState } from './measure-state.ts'
import { Changing, ConfidenceSaid, WillMeet } from './row-parts.tsx'

export interface MeasurePageProps {
  frame: FrameProps
  person: Person
  asAt: Day
  /** The measure as the tracker would show it to this reader. */
  row: TrackerRow
  beside: readonly Beside[]
  split: { by: Split; offered: readonly Split[]; parts: readonly SplitPart[] } | null
  /** Teams against the council; null where the split is another, or the measure no share. */
  funnel: TeamFunnel | null
  usedIn: readonly UsedIn[]
  allMonths: boolean
}

export function MeasurePage(props: MeasurePageProps) {
  const { frame, row, beside, person } = props
  const { series } = row
  const title = row.ref ? row.title : fullTitle(series)
  const mayOpen = seesCases(person)
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
        sentence={measureSentence(row, row.sentence, beside)}
      />
      {row.latest ? <Facts {...props} mayOpen={mayOpen} /> : null}
      <div class="wm-with-side">
        <div>{drawn ? <MeasureFigure row={row} beside={beside} asAt={props.asAt} /> : null}</div>
        <Side {...props} mayOpen={mayOpen} />
      </div>
      {props.split && drawn ? (
        <Splits series={series} {...props.split} target={row.target} mayOpen={mayOpen} />
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
          <Months state={row} beside={beside} mayOpen={mayOpen} all={props.allMonths} />
        ) : null}
        <Definition series={series} />
      </div>
    </Page>
  )
}

const hidesAny = ({ row, split }: MeasurePageProps): boolean =>
  [row.points, ...(split?.parts ?? []).map(({ state }) => state.points)].flat().some(({ hidden }) => hidden)

/** What the agreed path asks of the latest month; nothing where it asks nothing. */
function PathNow({ row: { latest, path, series } }: { row: TrackerRow }) {
  const asked = latest ? pathAt(path, latest.period) : null
  return asked === null || !latest ? null : (
    <span class="wm-path-now">
      Agreed path: {formatLimit(asked, series)} in {formatMonthName(latest.period)}
    </span>
  )
}

type WithRight = MeasurePageProps & { mayOpen: boolean }

/** What is known of the latest month, in one row. */
function Facts({ row, mayOpen }: WithRight) {
  const { series, latest } = row
  if (!latest) return null
  const question = (met: 'yes' | 'all') => ({ series: series.id, period: latest.period, met })
  const { numerator, denominator } = latest
  const { england } = row
  return (
    <dl class="wm-facts">
      <div>
        <dt>
          {formatMonth(latest.period)}
          {latest.provisional ? ', provisional' : ''}
        </dt>
        <dd>
          {denominator === null && latest.value !== null && series.kind === 'count' ? (
            <span class="wm-figure">
              <CaseLink question={question('yes')} may={mayOpen && latest.value > 0}>
                {formatFigure(latest, series)}
              </CaseLink>
            </span>
          ) : (
            <span class="wm-figure">{formatFigure(latest, series)}</span>
          )}{' '}
          {series.kind === 'rate' && numerator !== null && denominator !== null ? (
            <span class="wm-nowrap">
              <CaseLink question={question('yes')} may={mayOpen && numerator > 0}>
                {numerator.toLocaleString('en-GB')}
              </CaseLink>{' '}
              of{' '}
              <CaseLink question={question('all')} may={mayOpen && denominator > 0}>
                {denominator.toLocaleString('en-GB')}
              </CaseLink>
            </span>
          ) : denominator !== null && denominator > 0 ? (
            <span class="wm-nowrap">
              {'from '}
              <CaseLink question={question('all')} may={mayOpen}>
                {denominator.toLocaleString('en-GB')}
              </CaseLink>
            </span>
          ) : null}
        </dd>
      </div>
      {row.target !== null ? (
        <div>
          <dt>Target</dt>
          <dd>
            {formatLimit(row.target, series)}
            {row.targetBy ? ` by ${formatDayOfYear(row.targetBy)}` : ''}
            <PathNow row={row} />
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{row.target !== null ? 'Is it changing? Will it meet the target?' : 'Is it changing?'}</dt>
        <dd class="wm-facts__marks">
          <Changing spc={row.spc} available={row.available} />
          {row.target !== null ? <WillMeet row={row} /> : null}
        </dd>
      </div>
      {england.value !== null ? (
        <div>
          <dt>England, {england.period?.replace('-', ' to 20')}</dt>
          <dd>
            {row.comparison ? describePublished(row.comparison, row.comparison.unit) : ''}
            {row.comparison?.unit === 'per 10,000' ? ' per 10,000' : ''}
          </dd>
        </div>
      ) : null}
      {row.per10k ? (
        <div>
          <dt>Ours, a year</dt>
          <dd>{row.per10k.toLocaleString('en-GB', { maximumFractionDigits: 0 })} per 10,000</dd>
        </div>
      ) : null}
      {row.neighbours.median !== null ? (
        <div>
          <dt>Similar councils</dt>
          <dd>{describeSimilar(row)}</dd>
        </div>
      ) : null}
      {row.confidence.complete !== null ? (
        <div>
          <dt>Confidence: records complete</dt>
          <dd>
            <ConfidenceSaid row={row} />
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function Side({ row, beside, usedIn, mayOpen, person }: WithRight) {
  return (
    <aside aria-label="About this figure">
      {mayOpen ? <Behind state={row} beside={beside} /> : null}
      {row.target !== null ? (
        <section class="wm-ruled">
          <h3>When will {formatLimit(row.target, row.series)} be met?</h3>
          <ForecastAnswer row={row} />
        </section>
      ) : null}
      <section class="wm-ruled">
        <h3>Where it is used</h3>
        {usedIn.length === 0 ? (
          <p>No recommendation and no paragraph of a report stands on it yet.</p>
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
          <h3>Notes on this measure</h3>
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

/** The lists that a manager would open first. */
function Behind({ state, beside }: { state: SeriesState; beside: readonly Beside[] }) {
  const { latest, series } = state
  if (!latest) return null
  const unmet =
    series.kind === 'rate' && latest.numerator !== null && latest.denominator !== null
      ? latest.denominator - latest.numerator
      : 0
  const links = [
    unmet > 0 ? (
      <CaseLink question={{ series: series.id, period: latest.period, met: 'no' }} may>
        {unmet.toLocaleString('en-GB')} not met in {formatMonthName(latest.period)}
      </CaseLink>
    ) : null,
    series.kind === 'count' && (latest.value ?? 0) > 0 ? (
      <CaseLink question={{ series: series.id, period: latest.period, met: 'yes' }} may>
        {formatFigure(latest, series)} in {formatMonthName(latest.period)}
      </CaseLink>
    ) : null,
    series.kind !== 'rate' && series.kind !== 'count' && (latest.denominator ?? 0) > 0 ? (
      <CaseLink question={{ series: series.id, period: latest.period, met: 'all' }} may>
        All that {formatMonthName(latest.period)}’s figure rests on
      </CaseLink>
    ) : null,
    ...beside.map(({ companion, row }) =>
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
      <h3>The children behind it</h3>
      <ul class="wm-plain-list">
        {links.map((link) => (
          <li>{link}</li>
        ))}
      </ul>
    </section>
  )
}
