import { dayInEngland, formatDayOfYear, type Day } from '../platform/day.ts'
import { ORANGE, ORANGE_EDGE, DARK_BLUE, GREEN, INK, RED } from '../ui/charts/colour.ts'
import { ScrollRegion } from '../ui/charts/figure.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { daysLate, reopenedAt } from './action.ts'
import { counted } from './count-words.ts'
import { inDate } from './evidence.ts'
import { BragWord } from './brag-word.tsx'
import { filterHref, type PlanFilter } from './plan-filter.ts'
import { bragCounts, planSentence } from './plan-sentence.ts'
import {
  actionsOf,
  recommendationsOf,
  type ActionNode,
  type PlanTree,
  type RecommendationNode,
  type ThemeNode,
} from './plan-tree.ts'
import { BRAG_WORDS, BRAGS, type Brag } from './rating.ts'
import { countFaults, disagreements, type Fault } from './self-check.ts'
import { TimelineHead, TimelineKey, TimelinePicture } from './timeline-picture.tsx'
import { axisAround, type Axis } from './timeline.ts'

export interface PlanPageProps {
  frame: FrameProps
  today: Day
  /** The whole plan, and what the filter leaves of it. */
  tree: PlanTree
  shown: PlanTree
  filter: PlanFilter
  faults: readonly Fault[]
  lastBoardOn: Day | null
  mayWrite: boolean
}

/** The width of the timeline's column. */
const PICTURE = 440

export function PlanPage(props: PlanPageProps) {
  const { frame, tree, shown, filter, faults, today, lastBoardOn } = props
  const actions = actionsOf(tree)
  const axis = axisAround(today, PICTURE)
  return (
    <Page frame={frame} title="Improvement plan" section="/plan">
      <PageHeading
        caption={`${counted(actions.length, 'action')} under ${counted(recommendationsOf(tree).length, 'recommendation')}`}
        title="Improvement plan"
        sentence={planSentence(tree, today, faults, lastBoardOn)}
      />
      <div class="wm-plan-top">
        <BragBars tree={tree} lastBoardOn={lastBoardOn} />
        <SelfCheck tree={tree} faults={faults} filter={filter} />
      </div>
      <Views {...props} />
      {actionsOf(shown).length === 0 && recommendationsOf(shown).length === 0 ? (
        <Nothing tree={tree} mayWrite={props.mayWrite} />
      ) : (
        <>
          <ScrollRegion label="The plan's actions">
            <table class="wm-plan wm-records">
              <caption class="govuk-visually-hidden">
                Actions by recommendation, with owner, rating, days, evidence and where they stand
              </caption>
              <thead>
                <tr>
                  <th scope="col">Action</th>
                  <th scope="col">Owner</th>
                  <th scope="col">Rating</th>
                  <th scope="col" class="wm-plan__time">
                    <span class="govuk-visually-hidden">Days</span>
                    <TimelineHead axis={axis} today={today} />
                  </th>
                  <th scope="col" class="wm-plan__count">
                    Evidence
                  </th>
                  <th scope="col">Where it stands</th>
                </tr>
              </thead>
              {shown.themes.map((theme) => (
                <ThemeRows theme={theme} axis={axis} today={today} named={shown.themes.length > 1} />
              ))}
            </table>
          </ScrollRegion>
          <TimelineKey />
        </>
      )}
    </Page>
  )
}

const COLOURS: Record<Brag, { fill: string; stroke?: string }> = {
  red: { fill: RED },
  amber: { fill: ORANGE, stroke: ORANGE_EDGE },
  green: { fill: GREEN },
  blue: { fill: DARK_BLUE },
}

/** How many actions stand at each rating, with an upright where that was at the last Board. */
function BragBars({ tree, lastBoardOn }: { tree: PlanTree; lastBoardOn: Day | null }) {
  const now = bragCounts(tree)
  const then = lastBoardOn === null ? null : bragCounts(tree, lastBoardOn)
  const most = Math.max(1, ...BRAGS.flatMap((brag) => [now[brag], then?.[brag] ?? 0]))
  const unrated = actionsOf(tree).length - BRAGS.reduce((sum, brag) => sum + now[brag], 0)
  const x = (count: number) => Math.round((count / most) * 400)
  return (
    <div>
      <table class="wm-brag-bars">
        <caption class="govuk-visually-hidden">Actions by rating</caption>
        <tbody>
          {BRAGS.map((brag) => (
            <tr>
              <th scope="row">
                <BragWord rating={brag} />
              </th>
              <td class="wm-brag-bars__count">
                <a href={filterHref({ theme: null, ratings: [brag], fault: null, disagreeing: false }, {})}>
                  {now[brag]}
                  <span class="govuk-visually-hidden"> {BRAG_WORDS[brag].toLowerCase()}</span>
                </a>
                {then === null ? null : (
                  <span class="govuk-visually-hidden">, {then[brag]} at the last Board</span>
                )}
              </td>
              <td class="wm-brag-bars__bar">
                <svg width="420" height="26" viewBox="0 0 420 26" aria-hidden="true" class="wm-chart">
                  <rect
                    class={brag === 'amber' ? 'wm-orange' : undefined}
                    x="1"
                    y="7"
                    width={x(now[brag])}
                    height="12"
                    {...COLOURS[brag]}
                  />
                  {then === null ? null : (
                    <path d={`M${x(then[brag]) + 1} 3v20`} stroke={INK} stroke-width="2" />
                  )}
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="wm-note">
        {lastBoardOn === null
          ? 'No Board has met yet to compare with. '
          : `Upright line: at the Board of ${formatDayOfYear(lastBoardOn)}. `}
        Blue is embedded: delivered, and its measure has held for the months agreed.
        {unrated > 0 ? ` Not rated yet: ${unrated}.` : null}
      </p>
    </div>
  )
}

function SelfCheck({
  tree,
  faults,
  filter,
}: {
  tree: PlanTree
  faults: readonly Fault[]
  filter: PlanFilter
}) {
  const differ = disagreements(tree).length
  return (
    <section class="wm-self-check" aria-labelledby="self-check">
      <h2 id="self-check">The plan checks itself: {counted(countFaults(faults), 'fault')}</h2>
      {faults.length === 0 ? (
        <p>
          Every action has an owner, a day to come, a measure, and evidence in date where it is called green
          or delivered.
        </p>
      ) : (
        <ul>
          {faults.map((fault) => (
            <li>
              <a href={filterHref(EVERYTHING, { fault: fault.kind })}>{fault.says}</a>
              {filter.fault === fault.kind ? ' (shown below)' : null}
            </li>
          ))}
        </ul>
      )}
      {differ > 0 ? (
        <p class="wm-note">
          {differ === 1 ? '1 rating differs' : `${differ} ratings differ`} between owner and clinic.{' '}
          <a href={filterHref(EVERYTHING, { disagreeing: true })}>Settle {differ === 1 ? 'it' : 'them'}</a>
        </p>
      ) : null}
    </section>
  )
}

const EVERYTHING: PlanFilter = { theme: null, ratings: [], fault: null, disagreeing: false }

/** What is shown, what else may be, and the plan as a file. */
function Views({ tree, shown, filter, faults, mayWrite }: PlanPageProps) {
  const [some, all] = [actionsOf(shown).length, actionsOf(tree).length]
  const theme = tree.themes.find(({ ref }) => ref === filter.theme)
  const fault = faults.find(({ kind }) => kind === filter.fault)
  const what = [
    ...(theme ? [theme.title] : []),
    ...(filter.ratings.length > 0 ? [filter.ratings.map((rating) => BRAG_WORDS[rating]).join(' and ')] : []),
    ...(fault ? [fault.says] : []),
    ...(filter.disagreeing ? ['Owner and clinic differ'] : []),
  ].join(', ')
  const redAndAmber = filter.ratings.join() === 'red,amber'
  return (
    <nav class="wm-plan-views" aria-label="What is shown">
      <p>
        <b>{what === '' ? `All ${counted(all, 'action')}` : `${what}: ${some} of ${all}`}</b>
      </p>
      {what === '' ? null : <a href="/plan">Whole plan</a>}
      {redAndAmber ? null : (
        <a href={filterHref(filter, { ratings: ['red', 'amber'] })}>Red and amber only</a>
      )}
      {tree.themes
        .filter(({ ref }) => ref !== filter.theme)
        .map(({ ref, title }) => (
          <a href={filterHref(filter, { theme: ref })}>{title}</a>
        ))}
      <span class="wm-plan-views__files">
        {mayWrite ? (
          <>
            {theme ? (
              <>
                <a href={`/plan/recommendations/new?under=${theme.id}`}>Add a recommendation</a>{' '}
                <a href={`/plan/themes/${theme.id}/change`}>Change this theme</a>{' '}
              </>
            ) : (
              <a href="/plan/themes/new">Add a theme</a>
            )}{' '}
            <a href="/plan/file">Bring in a file</a>{' '}
          </>
        ) : null}
        <a href="/plan/plan.csv">CSV</a>
      </span>
    </nav>
  )
}

const Nothing = ({ tree, mayWrite }: { tree: PlanTree; mayWrite: boolean }) =>
  tree.themes.length === 0 ? (
    <section class="wm-section">
      <h2>The plan is empty</h2>
      <p>
        {mayWrite ? (
          <>
            <a href="/plan/themes/new">Add the first theme</a>, or{' '}
            <a href="/plan/file">bring in the plan from a file</a>.
          </>
        ) : (
          'The programme manager adds themes, recommendations and actions.'
        )}
      </p>
    </section>
  ) : (
    <section class="wm-section">
      <h2>No actions match</h2>
      <p>
        <a href="/plan">Show the whole plan</a>
      </p>
    </section>
  )

interface RowsProps {
  axis: Axis
  today: Day
}

const ThemeRows = ({ theme, named, ...rows }: RowsProps & { theme: ThemeNode; named: boolean }) => (
  <>
    {named || theme.recommendations.length === 0 ? (
      <tbody>
        <tr>
          <th scope="rowgroup" colspan={6} class="wm-plan__theme">
            <a href={filterHref(EVERYTHING, { theme: theme.ref })}>{theme.title}</a>
          </th>
        </tr>
      </tbody>
    ) : null}
    {theme.recommendations.map((recommendation) => (
      <RecommendationRows recommendation={recommendation} {...rows} />
    ))}
  </>
)

const RecommendationRows = ({
  recommendation,
  axis,
  today,
}: RowsProps & { recommendation: RecommendationNode }) => (
  <tbody>
    <tr>
      <th scope="rowgroup" colspan={6} class="wm-plan__group">
        <a href={`/plan/recommendations/${recommendation.id}`}>{recommendation.ref}</a> {recommendation.title}
      </th>
    </tr>
    {recommendation.actions.length === 0 ? (
      <tr>
        <td colspan={6}>Nothing has been agreed to do about this yet.</td>
      </tr>
    ) : (
      recommendation.actions.map((action) => <ActionRow action={action} axis={axis} today={today} />)
    )}
  </tbody>
)

function ActionRow({ action, axis, today }: RowsProps & { action: ActionNode }) {
  const late = daysLate(action, today)
  const stale = action.evidence.length > 0 && !action.evidence.some((piece) => inDate(piece, today))
  return (
    <tr>
      <th scope="row" class="wm-plan__action">
        <span class="wm-plan__ref">{action.ref}</span>{' '}
        <a href={`/plan/actions/${action.id}`}>{action.title}</a>
      </th>
      <td class="wm-plan__small" data-label="Owner">
        {action.owner || <b>No owner</b>}
      </td>
      <td>
        {action.standing.shown ? <BragWord rating={action.standing.shown} /> : 'Not rated'}
        <RatingLine action={action} />
      </td>
      <td class="wm-plan__time">
        <div>
          <TimelinePicture action={action} axis={axis} today={today} />
        </div>
      </td>
      <td class="wm-plan__count" data-label="Evidence">
        {action.evidence.length}
      </td>
      <td class="wm-plan__small">
        {late > 0 ? <b>{counted(late, 'day')} late. </b> : null}
        {stale ? 'Evidence has gone stale. ' : null}
        {action.note}
      </td>
    </tr>
  )
}

/** What stands beside a rating: that owner and clinic differ, that it reopened, or that it is delivered and not yet embedded. */
function RatingLine({ action }: { action: ActionNode }) {
  const reopened = reopenedAt(action, action.changes)
  const { disagrees, proposed, confirmed } = action.standing
  const line = reopened
    ? `reopened ${formatDayOfYear(dayInEngland(reopened.at))}`
    : disagrees && proposed
      ? `owner says ${proposed.rating}`
      : action.progress === 'delivered'
        ? 'delivered'
        : proposed && !confirmed
          ? 'owner’s word, not confirmed'
          : null
  return line ? <div class="wm-note">{line}</div> : null
}
